import { contains, type Span } from '../../span.js'
import type { Marked } from '../quotation-marks.js'
import type { Token } from '../tokens.js'

/** What the rules step over: a word, a mark of punctuation, or a whole stretch in quotation marks. */
export interface Piece {
  span: Span
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

/** Joins the sentences that a marked stretch spans, and makes each such stretch one piece. Linear. */
export function cutUnits(
  paragraphs: readonly Span[],
  sentences: readonly Span[],
  tokens: readonly Token[],
  tags: Uint32Array,
  marked: readonly Marked[],
): Unit[] {
  const outermost = marked.filter(stretch => stretch.depth === 0)
  const starts = new Set(paragraphs.map(([start]) => start))
  const units: Unit[] = []
  let token = 0
  let quote = 0
  for (const span of joinSentences(sentences, outermost, starts)) {
    let pieces: Piece[] = []
    for (; token < tokens.length && tokens[token]!.span[0] < span[1]; token++) {
      const word = tokens[token]!
      while (quote < outermost.length && outermost[quote]!.span[1] <= word.span[0]) quote++
      const stretch = outermost[quote]
      const quoted = stretch !== undefined && contains(stretch.span, word.span) ? stretch : null
      if (quoted !== null && pieces.at(-1)?.quoted === quoted) continue
      if (pieces.length === MOST_PIECES) pieces = []
      if (pieces.length === 0) units.push({ paragraph: word.paragraph, pieces })
      pieces.push(quoted === null ? wordPiece(word, tags[token] ?? 0) : quotePiece(quoted))
    }
  }
  return units
}

const wordPiece = ({ span, lower, text }: Token, tags: number): Piece => ({
  span,
  lower,
  text,
  tags,
  quoted: null,
})

const quotePiece = (quoted: Marked): Piece => ({
  span: quoted.span,
  lower: QUOTED,
  text: '',
  tags: 0,
  quoted,
})

/** Over the sentences within a stretch, and over the end of a question or cry that its cue follows: “Why?” Ann asked. */
function joinSentences(
  sentences: readonly Span[],
  outermost: readonly Marked[],
  starts: ReadonlySet<number>,
): Span[] {
  const joined: Span[] = []
  let quote = 0
  for (const sentence of sentences) {
    const previous = joined.at(-1)
    while (quote < outermost.length && outermost[quote]!.span[1] <= sentence[0]) quote++
    const stretch = outermost[quote]
    const within = previous !== undefined && stretch !== undefined && stretch.span[0] < sentence[0]
    if (within && stretch.span[0] < previous[1]) joined[joined.length - 1] = [previous[0], sentence[1]]
    else if (previous !== undefined && !starts.has(sentence[0]) && isCry(previous, outermost[quote - 1]))
      joined[joined.length - 1] = [previous[0], sentence[1]]
    else joined.push(sentence)
  }
  return joined
}

const isCry = (sentence: Span, stretch: Marked | undefined): boolean =>
  stretch?.asks === true && stretch.span[0] === sentence[0] && stretch.span[1] === sentence[1]
