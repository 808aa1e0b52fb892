import type { Span } from '../span.js'

/**
 * A word, a clitic ('s, n't, 're …), a number or a mark of punctuation. `lower` is for comparing: lower case, with
 * straight apostrophes.
 */
export interface Token {
  span: Span
  text: string
  lower: string
  kind: 'word' | 'punctuation'
  /** Index into `Article.paragraphs`. */
  paragraph: number
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:[-'’.&/@_][\p{L}\p{N}\p{M}]+|,\p{N}{3}(?!\p{N}))*/uy
const ABBREVIATION =
  /(?:\p{L}\.){2,}|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Rev|Hon|Prof|St|Jr|Sr|Inc|Corp|Co|Ltd|No|vs)\.|\p{Lu}\.(?=\s)/uy
const MARK = /\.{2,}|-{2,}|[^\s\p{L}\p{N}\p{M}]/uy
const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu

/** Words and punctuation of every paragraph, in order; white space is between them. Linear in the text. */
export function tokenize(text: string, paragraphs: readonly Span[]): Token[] {
  return paragraphs.flatMap((paragraph, index) => tokenizeParagraph(text, paragraph, index))
}

function tokenizeParagraph(text: string, [start, end]: Span, paragraph: number): Token[] {
  const tokens: Token[] = []
  let at = start
  while (at < end) {
    const word = lengthOf(ABBREVIATION, text, at) || lengthOf(WORD, text, at)
    const length = word || lengthOf(MARK, text, at)
    if (word > 0) pushWord(tokens, text, at, Math.min(at + word, end), paragraph)
    else if (length > 0) tokens.push(token(text, [at, Math.min(at + length, end)], 'punctuation', paragraph))
    at += length || 1
  }
  return tokens
}

/** How much of the text at `at` the pattern takes; 0: it does not match there. */
function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex - at : 0
}

function pushWord(tokens: Token[], text: string, start: number, end: number, paragraph: number): void {
  const clitic = CLITIC.exec(text.slice(Math.max(start, end - 4), end))?.[0].length ?? 0
  const split = end - clitic
  if (clitic === 0 || split <= start) {
    tokens.push(token(text, [start, end], 'word', paragraph))
    return
  }
  tokens.push(token(text, [start, split], 'word', paragraph), token(text, [split, end], 'word', paragraph))
}

function token(text: string, span: Span, kind: Token['kind'], paragraph: number): Token {
  const slice = text.slice(span[0], span[1])
  return { span, text: slice, lower: slice.toLowerCase().replace(/’/g, "'"), kind, paragraph }
}

/** The tokens [first, end) that overlap a span; by bisection. */
export function tokensWithin(tokens: readonly Token[], [start, end]: Span): [first: number, end: number] {
  const first = bisect(tokens, token => token.span[1] > start)
  const last = bisect(tokens, token => token.span[0] >= end)
  return [first, Math.max(first, last)]
}

function bisect(tokens: readonly Token[], passed: (token: Token) => boolean): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passed(tokens[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}
