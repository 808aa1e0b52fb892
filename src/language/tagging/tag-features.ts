import { lexiconTags } from '../lexicon.js'
import type { Token } from '../tokens.js'
import { hashText, SHAPE, wordForm } from '../word-shapes.js'

/** What the tagger sees of a word, wherever it stands. */
export interface WordType {
  word: number
  shape: number
  suffix: number
  /** What compromise's word list says of it; 0: nothing. */
  listed: number
  /** After such a mark a word may be capitalised without being a name. */
  opens: boolean
  isWord: boolean
  /** Hashes of the features that are its own. */
  features: Uint32Array
}

/** Beyond the ends of a paragraph. */
export const EDGE: WordType = {
  word: 1,
  shape: 0,
  suffix: 0,
  listed: 0,
  opens: true,
  isWord: false,
  features: new Uint32Array(0),
}
/** The class of what is beyond the beginning of a paragraph. */
export const EDGE_CLASS = 255

const OPENING = new Set<number>([
  SHAPE.stop,
  SHAPE.colon,
  SHAPE.semicolon,
  SHAPE.dash,
  SHAPE.quote,
  SHAPE.ellipsis,
])

function featureOf(template: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0x27d4eb2f)
  return (hash ^ (hash >>> 16)) >>> 0 || 1
}

export function wordType(token: Token): WordType {
  const { word, suffix, ending, shape } = wordForm(token)
  const isWord = token.kind === 'word'
  const { lower } = token
  const listed = isWord ? listing(lower) : 0
  const last = (count: number) => (lower.length > count ? hashText(lower.slice(-count), count) : 0)
  const features = Uint32Array.of(
    featureOf(1, word),
    featureOf(2, last(1)),
    featureOf(3, ending),
    featureOf(4, suffix),
    featureOf(5, last(4)),
    featureOf(6, shape, lower.includes('-') ? 1 : 0),
    featureOf(7, listed),
    featureOf(8, listed, shape),
    featureOf(9, suffix, shape),
    featureOf(10, ending, shape),
    featureOf(11, word, shape),
    featureOf(12, hashText(lower.slice(0, 3))),
  )
  return { word, shape, suffix, listed, opens: OPENING.has(shape), isWord, features }
}

function listing(lower: string): number {
  const tags = lexiconTags(lower)
  const known = tags.length > 0 ? tags : lexiconTags(lower.replace(/\.$/, ''))
  return known.length > 0 ? hashText(known.join(' ')) : 0
}

export const MAX_CONTEXT_FEATURES = 17

/**
 * Writes the hashes of what stands around word `i` to `out` and says how many there are. `types` has two edges before
 * the first and after the last word; `before` and `before2` are the classes that the last two tokens were given.
 */
export function writeContext(
  out: Uint32Array,
  types: readonly WordType[],
  i: number,
  before: number,
  before2: number,
): number {
  const { word, shape, suffix, listed } = types[i]!
  const left = types[i - 1]!
  const right = types[i + 1]!
  const opens = left.opens ? 1 : 0
  out[0] = featureOf(30, before)
  out[1] = featureOf(31, before, before2)
  out[2] = featureOf(32, before, word)
  out[3] = featureOf(33, left.word)
  out[4] = featureOf(34, right.word)
  out[5] = featureOf(35, right.suffix, right.shape)
  out[6] = featureOf(36, right.listed, right.shape)
  out[7] = featureOf(37, left.word, word)
  out[8] = featureOf(38, word, right.word)
  out[9] = featureOf(39, before, right.listed, right.shape)
  out[10] = featureOf(40, opens, shape, listed)
  out[11] = featureOf(41, before, suffix, shape)
  out[12] = featureOf(42, before, listed, shape)
  out[13] = featureOf(43, types[i - 2]!.word)
  out[14] = featureOf(44, types[i + 2]!.word)
  out[15] = featureOf(45, listed, right.listed, right.shape)
  out[16] = featureOf(46, left.shape, shape, right.shape | (opens << 5))
  return MAX_CONTEXT_FEATURES
}
