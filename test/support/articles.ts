import type { Article } from '../../src/article.js'
import type { AnalyzedArticle, Attribution, Speaker } from '../../src/language/analysis.js'
import { splitSentences } from '../../src/language/sentences.js'
import { Library } from '../../src/retrieval/library.js'
import type { Span } from '../../src/span.js'

export interface MarkedArticle {
  title: string
  /**
   * A paragraph a line. What is said stands between ‹name› and ‹/›; ‹name via other› for what is passed on, ‹?› for an
   * unknown speaker, a name in lower case for an unnamed one.
   */
  text: string
  /** Other words for speakers, by name. */
  aliases?: Readonly<Record<string, readonly string[]>>
}

const MARK = /‹([^›]*)›/g

/** An article analysed by hand: the marks tell what an analysis would have found. */
export function markedArticle(
  id: string,
  { title, text: marked, aliases = {} }: MarkedArticle,
): AnalyzedArticle {
  const { text, quotations } = withoutMarks(marked)
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map(
    (line): Span => [line.index, line.index + line[0].length],
  )
  const article: Article = { id, file: `${id}.txt`, title, text, paragraphs }
  const names = [
    ...new Set(quotations.flatMap(({ speaker, via }) => [speaker, via].filter(name => name !== null))),
  ]
  const speakers = names.map(
    (name): Speaker => ({
      name,
      kind: 'person',
      named: /^\p{Lu}/u.test(name),
      aliases: aliases[name] ?? [],
      mentions: [],
    }),
  )
  const attributions = quotations.map(
    ({ speaker, via, content }): Attribution => ({
      kind: text[content[0] - 1] === '“' ? 'direct' : 'indirect',
      type: 'speech',
      content: [content],
      cue: [],
      source: null,
      speaker: speaker === null ? null : names.indexOf(speaker),
      via: via === null ? [] : [{ speaker: names.indexOf(via), addressee: null }],
      confidence: 1,
    }),
  )
  return { article, sentences: splitSentences(text, paragraphs), speakers, attributions }
}

/** A library of the articles, everyone's. */
export function libraryOf(...articles: readonly AnalyzedArticle[]): Library {
  const library = new Library()
  for (const analyzed of articles) library.put({ analyzed, guildId: null })
  return library
}

interface MarkedQuotation {
  speaker: string | null
  via: string | null
  content: Span
}

function withoutMarks(marked: string): { text: string; quotations: MarkedQuotation[] } {
  const quotations: MarkedQuotation[] = []
  const open: { place: number; name: string; start: number }[] = []
  let text = ''
  let last = 0
  for (const mark of marked.matchAll(MARK)) {
    text += marked.slice(last, mark.index)
    last = mark.index + mark[0].length
    const name = mark[1]!
    if (name !== '/') {
      open.push({ place: quotations.length, name, start: text.length })
      quotations.push({ speaker: null, via: null, content: [0, 0] })
      continue
    }
    const begun = open.pop()
    if (!begun) throw new Error(`‹/› without a beginning before: ${marked.slice(last, last + 30)}`)
    const [speaker, via] = begun.name.split(' via ')
    quotations[begun.place] = {
      speaker: speaker === '?' ? null : speaker!,
      via: via ?? null,
      content: [begun.start, text.length],
    }
  }
  return { text: text + marked.slice(last), quotations }
}
