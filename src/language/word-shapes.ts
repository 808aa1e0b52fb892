import type { Token } from './tokens.js'

/** What the tagger sees of a word, without its neighbours: hashes of its parts and its outer form. */
export interface WordForm {
  word: number
  stem: number
  suffix: number
  ending: number
  shape: number
}

export const SHAPE = {
  lower: 1,
  capital: 2,
  capitals: 3,
  mixed: 4,
  digits: 5,
  clitic: 6,
  comma: 7,
  stop: 8,
  colon: 9,
  semicolon: 10,
  dash: 11,
  quote: 12,
  bracket: 13,
  ellipsis: 14,
  mark: 15,
} as const

const MARKS: Readonly<Record<string, number>> = {
  ',': SHAPE.comma,
  '.': SHAPE.stop,
  '!': SHAPE.stop,
  '?': SHAPE.stop,
  ':': SHAPE.colon,
  ';': SHAPE.semicolon,
  '-': SHAPE.dash,
  '–': SHAPE.dash,
  '—': SHAPE.dash,
  '--': SHAPE.dash,
  '(': SHAPE.bracket,
  ')': SHAPE.bracket,
  '[': SHAPE.bracket,
  ']': SHAPE.bracket,
  '…': SHAPE.ellipsis,
  '...': SHAPE.ellipsis,
}

/** FNV-1a over UTF-16 units, never 0. */
export function hashText(text: string, seed = 0x811c9dc5): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 15
  return hash >>> 0 || 1
}

/**
 * Forms of words met lately, because news repeats itself; emptied when full. Longer words are parts of the article's
 * string, which they would keep in memory.
 */
const known = new Map<string, WordForm>()
const MOST_KNOWN = 10_000
const LONGEST_KNOWN = 12

export function wordForm(token: Token): WordForm {
  const { text } = token
  if (text.length > LONGEST_KNOWN) return makeForm(token)
  let form = known.get(text)
  if (form === undefined) {
    form = makeForm(token)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(text, form)
  }
  return form
}

function makeForm({ text, lower, kind }: Token): WordForm {
  if (kind === 'punctuation') {
    const word = hashText(lower)
    return { word, stem: word, suffix: 0, ending: 0, shape: markShape(text) }
  }
  return {
    word: hashText(lower),
    stem: hashText(stemOf(lower), 0x9747b28c),
    suffix: lower.length > 3 ? hashText(lower.slice(-3), 0x7feb352d) : 0,
    ending: lower.length > 2 ? hashText(lower.slice(-2), 0x846ca68b) : 0,
    shape: wordShape(text, lower),
  }
}

function markShape(text: string): number {
  if (Object.hasOwn(MARKS, text)) return MARKS[text] ?? SHAPE.mark
  return /["“”'‘’«»`„]/u.test(text) ? SHAPE.quote : SHAPE.mark
}

function wordShape(text: string, lower: string): number {
  if (/^(?:n?'|’)/u.test(lower)) return SHAPE.clitic
  if (/\p{N}/u.test(text)) return SHAPE.digits
  if (text.toLowerCase() === text) return SHAPE.lower
  if (!/^\p{Lu}/u.test(text)) return SHAPE.mixed
  return text.length > 1 && text.toUpperCase() === text ? SHAPE.capitals : SHAPE.capital
}

/** A rough stem that brings the forms of a regular verb together; not for reading. */
export function stemOf(lower: string): string {
  const stem = lower.replace(/(?:ies|ied)$/u, 'y').replace(/(?:ing|ed|es|s)$/u, '')
  if (stem.length < 3) return lower
  return stem.replace(/e$/u, '').replace(/([^aeiouls])\1$/u, '$1')
}
