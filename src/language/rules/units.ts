import type { Span } from '../../span.js'
import type { Marked } from '../quotation-marks.js'
import type { Token } from '../tokens.js'

/** What the rules step over: a word, a mark of punctuation, or a whole stretch in quotation marks. */
export interface Piece {
  start: number
  end: number
  /** As in `Token`; `“”` for a stretch in quotation marks. */
  lower: string
  /** As in the source, '' for a stretch in quotation marks. */
  text: string
  tags: number
  quoted: Marked | null
}

/** A run of whole sentences that no stretch in quotation marks reaches over. */
export interface Unit {
  /** Index into the article's paragraphs. */
  paragraph: number
  pieces: readonly Piece[]
}

export const QUOTED = '“”'

/** No sentence is longer; what is longer is cut, so that the rules stay linear. */
const MOST_PIECES = 400

/**
 * Joins the sentences that a marked stretch spans, and makes each such stretch one piece. Linear; one unit at a time,
 * so that those of a long text need not all be kept.
 */
export function* cutUnits(
  paragraphs: readonly Span[],
  sentences: readonly Span[],
  tokens: readonly Token[],
  tags: Uint32Array,
  marked: readonly Marked[],
): Generator<Unit> {
  const outermost = marked.filter(stretch => stretch.depth === 0)
  let token = 0
  let quote = 0
  for (const [, end] of joinSentences(paragraphs, sentences, outermost)) {
    let pieces: Piece[] = []
    let paragraph = 0
    for (; token < tokens.length && tokens[token]!.start < end; token++) {
      const word = tokens[token]!
      while (quote < outermost.length && outermost[quote]!.span[1] <= word.start) quote++
      const stretch = outermost[quote]
      const quoted =
        stretch !== undefined && stretch.span[0] <= word.start && word.end <= stretch.span[1] ? stretch : null
      if (quoted !== null && pieces.length > 0 && pieces[pieces.length - 1]!.quoted === quoted) continue
      if (pieces.length === MOST_PIECES) {
        yield { paragraph, pieces }
        pieces = []
      }
      if (pieces.length === 0) paragraph = word.paragraph
      pieces.push(quoted === null ? wordPiece(word, tags[token] ?? 0) : quotePiece(quoted))
    }
    if (pieces.length > 0) yield { paragraph, pieces }
  }
}

const wordPiece = ({ start, end, lower, text }: Token, tags: number): Piece => ({
  start,
  end,
  lower,
  text,
  tags,
  quoted: null,
})

const quotePiece = (quoted: Marked): Piece => ({
  start: quoted.span[0],
  end: quoted.span[1],
  lower: QUOTED,
  text: '',
  tags: 0,
  quoted,
})

/** Over the sentences within a stretch, and over the end of a question or cry that its cue follows: “Why?” Ann asked. */
function* joinSentences(
  paragraphs: readonly Span[],
  sentences: readonly Span[],
  outermost: readonly Marked[],
): Generator<Span> {
  let joined: Span | null = null
  let quote = 0
  let paragraph = 0
  for (const sentence of sentences) {
    while (quote < outermost.length && outermost[quote]!.span[1] <= sentence[0]) quote++
    while (paragraph < paragraphs.length && paragraphs[paragraph]![0] < sentence[0]) paragraph++
    const opens = paragraphs[paragraph]?.[0] === sentence[0]
    const isWithin = joined !== null && startsBefore(outermost[quote], Math.min(joined[1], sentence[0]))
    if (joined !== null && (isWithin || (!opens && isCry(joined, outermost[quote - 1]))))
      joined = [joined[0], sentence[1]]
    else {
      if (joined !== null) yield joined
      joined = sentence
    }
  }
  if (joined !== null) yield joined
}

const startsBefore = (stretch: Marked | undefined, offset: number): boolean =>
  stretch !== undefined && stretch.span[0] < offset

const isCry = (sentence: Span, stretch: Marked | undefined): boolean =>
  stretch?.asks === true && stretch.span[0] === sentence[0] && stretch.span[1] === sentence[1]
