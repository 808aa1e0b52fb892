import type { Span } from './span.js'

/** A command as it was given: enough to run it again (a button is one). Options are unchecked until the command's schema has read them. */
export interface Invocation {
  command: string
  subcommand?: string | undefined
  options: Readonly<Record<string, unknown>>
  /** From 0. */
  page?: number | undefined
}

export interface ReplyArticle {
  title: string
  file: string
  url?: string | undefined
  publisher?: string | undefined
  author?: string | undefined
  publishedAt?: string | undefined
}

/** A piece of a comparison between what was remembered and what is on record. */
export interface ReplyDifference {
  op: 'same' | 'changed' | 'missing' | 'added'
  remembered: string
  recorded: string
}

export interface ReplyQuote {
  /** Verbatim slice of the article; only a front end's limits may shorten it. */
  text: string
  /** The verbatim sentence before, where it is needed to understand. */
  before: string | null
  /** Where the quotation's content stands in `text`. */
  content: readonly Span[]
  /** Who said it, in words: "Antony Blinken", "President Ghani, via sources to TOLOnews", "speaker unknown". */
  attribution: string
  /** Said of the match: "word for word", "not exact", "closest"; null where nothing was remembered. */
  note: string | null
  differences: readonly ReplyDifference[]
  article: ReplyArticle
  /** The article's URL with a text fragment that leads to the quotation, where there is a URL. */
  link: string | null
}

export interface ReplyButton {
  label: string
  /** What pressing it runs; null draws it disabled. */
  invocation: Invocation | null
}

/** An answer as words, ready for any front end. */
export interface Reply {
  /** A sentence or two; may be empty when the quotes speak for themselves. */
  text: string
  quotes: readonly ReplyQuote[]
  /** Lists: speakers, sources, help. */
  fields: readonly { name: string; value: string }[]
  buttons: readonly ReplyButton[]
  /** Shown to the asker alone, where the front end can. */
  ephemeral: boolean
}
