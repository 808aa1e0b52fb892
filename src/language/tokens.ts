import type { Span } from '../span.js'

/**
 * A word, a clitic ('s, n't, 're …), a number or a mark of punctuation: [start, end) of the text. `lower` is for
 * comparing: lower case, with straight apostrophes.
 */
export interface Token {
  start: number
  end: number
  text: string
  lower: string
  kind: 'word' | 'punctuation'
  /** Index into `Article.paragraphs`. */
  paragraph: number
}

// Longer rows are cut: the engine remembers every letter and part that it has taken, and has no room for millions.
const WORD = /[\p{L}\p{N}\p{M}]{1,1000}(?:[-'’.&/@_][\p{L}\p{N}\p{M}]{1,1000}|,\p{N}{3}(?!\p{N})){0,1000}/uy
const ABBREVIATION =
  /(?:\p{L}\.){2,1000}|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Rev|Hon|Prof|St|Jr|Sr|Inc|Corp|Co|Ltd|No|vs)\.|\p{Lu}\.(?=\s)/uy
const MARK = /\.{2,}|-{2,}|[^\s\p{L}\p{N}\p{M}]/uy
const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu

/** Words and punctuation of every paragraph, in order; white space is between them. Linear in the text. */
export function tokenize(text: string, paragraphs: readonly Span[]): Token[] {
  const tokenizer = new Tokenizer(text)
  for (const [index, paragraph] of paragraphs.entries()) tokenizer.read(paragraph, index)
  return tokenizer.tokens
}

/** What a character may begin: nothing, a mark by itself, a mark alone or doubled, or anything. */
const [SPACE, SIGN, SIGNS, ANY] = [0, 1, 2, 3]
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code)
  if (/\s/.test(sign)) return SPACE
  if (/[.-]/.test(sign)) return SIGNS
  return /[a-z\d]/i.test(sign) ? ANY : SIGN
})

/** Spares most marks and spaces the search for a word: “”‘’–—… are U+2010 to U+2027. */
const beginningOf = (code: number): number =>
  code < 128 ? ASCII[code]! : code >= 0x2010 && code <= 0x2027 ? SIGN : ANY

type Spelling = Pick<Token, 'text' | 'lower'>

class Tokenizer {
  readonly tokens: Token[] = []
  /** Tokens that are spelt alike share their strings. */
  private readonly spellings = new Map<string, Spelling>()

  constructor(private readonly text: string) {}

  read([start, end]: Span, paragraph: number): void {
    for (let at = start; at < end; ) at = this.readAt(at, end, paragraph)
  }

  /** Where the token that begins at `at` ends, if one does. */
  private readAt(at: number, end: number, paragraph: number): number {
    const beginning = beginningOf(this.text.charCodeAt(at))
    if (beginning === SPACE) return at + 1
    const word = beginning === ANY ? this.lengthOf(ABBREVIATION, at) || this.lengthOf(WORD, at) : 0
    if (word > 0) {
      this.pushWord(at, Math.min(at + word, end), paragraph)
      return at + word
    }
    const mark = beginning === SIGN ? 1 : this.lengthOf(MARK, at)
    if (mark > 0) this.push(at, Math.min(at + mark, end), 'punctuation', paragraph)
    return at + (mark || 1)
  }

  /** How much of the text at `at` the pattern takes; 0: it does not match there. */
  private lengthOf(pattern: RegExp, at: number): number {
    pattern.lastIndex = at
    return pattern.test(this.text) ? pattern.lastIndex - at : 0
  }

  private pushWord(start: number, end: number, paragraph: number): void {
    const clitic = CLITIC.exec(this.text.slice(Math.max(start, end - 4), end))?.[0].length ?? 0
    const split = end - clitic
    if (split > start) this.push(start, split, 'word', paragraph)
    if (split < end) this.push(split, end, 'word', paragraph)
  }

  private push(start: number, end: number, kind: Token['kind'], paragraph: number): void {
    const { text, lower } = this.spell(this.text.slice(start, end))
    this.tokens.push({ start, end, text, lower, kind, paragraph })
  }

  private spell(text: string): Spelling {
    let spelling = this.spellings.get(text)
    if (spelling === undefined) {
      spelling = { text, lower: text.toLowerCase().replace(/’/g, "'") }
      this.spellings.set(text, spelling)
    }
    return spelling
  }
}

/** The tokens [first, end) that overlap a span; by bisection. */
export function tokensWithin(tokens: readonly Token[], [start, end]: Span): [first: number, end: number] {
  const first = firstEndingAfter(tokens, start)
  return [first, Math.max(first, firstStartingFrom(tokens, end))]
}

function firstEndingAfter(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Index of the first token that begins at `offset` or after it. */
export function firstStartingFrom(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.start >= offset) high = middle
    else low = middle + 1
  }
  return low
}
