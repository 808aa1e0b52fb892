import type { Span } from '../../span.js'
import type { Draft } from './find-quotations.js'

/** "WALLACE:", "CHRIS WALLACE, HOST:", "Q:" at a paragraph's start. */
const CAPITALS =
  /^(?:MR\. |MS\. |MRS\. |DR\. )?\p{Lu}[\p{Lu}\p{M}.'’\- ]{0,40}(?:,[\p{Lu} ,.'’-]{1,60}|\s?\([^()\n]{1,60}\))?:(?=\s+\S)/u
/** "Ann Lee:" */
const NAME = /^\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*){0,3}:(?=\s+\S)/u

interface Byline {
  /** Index into the article's paragraphs. */
  paragraph: number
  span: Span
  colon: number
  name: string
  capitals: boolean
}

/**
 * What is said in a transcript, by paragraph: every paragraph that a byline opens is its speaker's, to its end.
 * One byline alone is a dateline ("NEW DELHI: …") or a heading; a transcript has several, and somebody speaks again.
 */
export function findTranscript(text: string, paragraphs: readonly Span[]): Map<number, Draft> {
  const bylines = paragraphs.flatMap((span, paragraph) => bylineOf(text, span, paragraph) ?? [])
  const names = new Set(bylines.map(byline => byline.name))
  const isTranscript = bylines.length > names.size || bylines.filter(byline => byline.capitals).length > 2
  return new Map(isTranscript ? bylines.map(byline => [byline.paragraph, draftOf(text, byline)]) : [])
}

function bylineOf(text: string, span: Span, paragraph: number): Byline | null {
  const opening = text.slice(span[0], Math.min(span[1], span[0] + 120))
  const capitals = CAPITALS.exec(opening)?.[0]
  const name = capitals ?? NAME.exec(opening)?.[0]
  if (name === undefined) return null
  return { paragraph, span, colon: span[0] + name.length - 1, name, capitals: capitals !== undefined }
}

function draftOf(text: string, { span: [start, end], colon }: Byline): Draft {
  const said = text.slice(colon + 1, end)
  const from = colon + 1 + said.length - said.trimStart().length
  return {
    type: 'speech',
    content: [[from, end]],
    cue: [[colon, colon + 1]],
    source: [start, colon],
    addressee: null,
  }
}
