import type { Span } from './span.js'

export type MediaType = 'text' | 'markdown' | 'html'

/** What is known of an article beside its text; unknown fields are absent. */
export interface ArticleDescription {
  title?: string | undefined
  url?: string | undefined
  publisher?: string | undefined
  author?: string | undefined
  /** ISO 8601 date or date and time. */
  publishedAt?: string | undefined
}

/** An article as it arrived: decoded, but not yet read. */
export interface SourceDocument {
  /** The name its readers know it by: a path or the attachment's name. */
  file: string
  mediaType: MediaType
  content: string
  description: ArticleDescription
}

export interface Article extends ArticleDescription {
  /** Stable over reloads: the same file of the same server keeps it. */
  id: string
  file: string
  title: string
  /** Every offset in the program counts UTF-16 units of this string. */
  text: string
  /** In order, disjoint, without surrounding white space; none is empty. */
  paragraphs: readonly Span[]
}
