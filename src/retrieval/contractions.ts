import { NEGATIVES } from './canonical-words.js'

type Choices = readonly string[]

/** What each contraction may stand for: "it's" for "it is" and "it has". */
const ENDINGS: Readonly<Record<string, Choices>> = {
  m: ['am'],
  re: ['are'],
  ve: ['have'],
  ll: ['will', 'shall'],
  s: ['is', 'has', 'us'],
  d: ['had', 'would'],
}
/** Rarer negatives than those that every search knows. */
const RARE_NEGATIVES = new Map<string, Choices>([
  ['cannot', ['can']],
  ['mightnt', ['might']],
  ['oughtnt', ['ought']],
  ['darent', ['dare']],
  ['aint', ['am', 'is', 'are', 'has', 'have']],
])
/** Without its apostrophe only what is no other word: "theyre", not "were". */
const BARE = /^(i|you|we|they|he|she|it|that|there|what|who|let|here|where)(m|re|ve|s)$/
const OTHER_WORDS = new Set(['is', 'were'])

const choicesOf = (word: string): Choices[] => {
  const key = word.toLowerCase().replaceAll('’', "'")
  const bare = key.replaceAll("'", '')
  const common = NEGATIVES.get(bare)
  if (common) return common.split(' ').map(word => [word])
  const rare = RARE_NEGATIVES.get(bare)
  if (rare) return [rare, ['not']]
  const apart = /^(.+)'(m|re|ve|ll|s|d)$/.exec(key) ?? (OTHER_WORDS.has(key) ? null : BARE.exec(key))
  return apart ? [[apart[1]!], ENDINGS[apart[2]!]!] : [[bare]]
}

/** Whether two stretches of words are the same once contractions are written out: "it is" and "it's". */
export function areSameWrittenOut(one: string, other: string): boolean {
  const [a, b] = [one, other].map(words => words.split(/\s+/).filter(Boolean).flatMap(choicesOf))
  return a!.length === b!.length && a!.every((choices, at) => choices.some(word => b![at]!.includes(word)))
}
