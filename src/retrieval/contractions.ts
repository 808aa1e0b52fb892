/** What each contraction may stand for: "it's" for "it is" and "it has". */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  m: ['am'],
  re: ['are'],
  ve: ['have'],
  ll: ['will', 'shall'],
  s: ['is', 'has', 'us'],
  d: ['had', 'would'],
}
const NEGATIVES: Readonly<Record<string, readonly string[]>> = {
  wont: ['will'],
  cant: ['can'],
  cannot: ['can'],
  shant: ['shall'],
  aint: ['am', 'is', 'are', 'has', 'have'],
}
const AUXILIARIES = new Set(
  'is are was were do does did has have had could would should must need might ought dare'.split(' '),
)
/** Without its apostrophe only what is no other word: "theyre", not "were". */
const BARE = /^(i|you|we|they|he|she|it|that|there|what|who|let|here|where)(m|re|ve|s)$/
const OTHER_WORDS = new Set(['is', 'were'])

type Choices = readonly string[]

const choicesOf = (word: string): Choices[] => {
  const key = word.toLowerCase().replaceAll('’', "'")
  const bare = key.replaceAll("'", '')
  const negative =
    NEGATIVES[bare] ??
    (AUXILIARIES.has(bare.slice(0, -2)) && bare.endsWith('nt') ? [bare.slice(0, -2)] : null)
  if (negative) return [negative, ['not']]
  const apart = /^(.+)'(m|re|ve|ll|s|d)$/.exec(key) ?? (OTHER_WORDS.has(key) ? null : BARE.exec(key))
  return apart ? [[apart[1]!], ENDINGS[apart[2]!]!] : [[bare]]
}

/** Whether two stretches of words are the same once contractions are written out: "it is" and "it's". */
export function areSameWrittenOut(one: string, other: string): boolean {
  const [a, b] = [one, other].map(words => words.split(/\s+/).filter(Boolean).flatMap(choicesOf))
  return a!.length === b!.length && a!.every((choices, at) => choices.some(word => b![at]!.includes(word)))
}
