/** The tags of compromise that the passes use, a bit each. */
export const TAG_NAMES = [
  'Noun', 'ProperNoun', 'Person', 'FirstName', 'LastName', 'MaleName', 'FemaleName', 'Honorific',
  'Place', 'Organization', 'Actor', 'Pronoun', 'Plural', 'Singular', 'Possessive', 'Acronym',
  'Demonym', 'Verb', 'PastTense', 'PresentTense', 'Infinitive', 'Gerund', 'Participle', 'Modal',
  'Auxiliary', 'Copula', 'Adjective', 'Adverb', 'Preposition', 'Conjunction', 'Determiner', 'Value',
] as const // biome-ignore format: a table

export type TagName = (typeof TAG_NAMES)[number]

const BIT = new Map<string, number>(TAG_NAMES.map((name, index) => [name, (1 << index) >>> 0]))

/** The bits of `names`, to test a token's tags with. */
export const tagBits = (...names: TagName[]): number =>
  names.reduce((bits, name) => (bits | (BIT.get(name) ?? 0)) >>> 0, 0)

/** The bits of compromise's tags; those that no pass uses are left out. */
export function bitsOfTags(tags: Iterable<string>): number {
  let bits = 0
  for (const tag of tags) bits |= BIT.get(tag) ?? 0
  return bits >>> 0
}
