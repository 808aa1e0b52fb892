import type { NameMention } from './names.js'
import { PRONOUNS, type Pronoun } from './pronouns.js'
import type { Reading } from './reading.js'
import type { Referent } from './referents.js'
import { isTitleWord, rolesOfTitle } from './role-words.js'

/** The gender of the first pronoun after a name in its sentence, where no other name stands between; null in none. */
export function pronounAfter(
  { tokens, sentenceOf, quoted }: Reading,
  names: readonly NameMention[],
  index: number,
): Pronoun['gender'] {
  const { first, end } = names[index]!
  const stop = Math.min(names[index + 1]?.first ?? tokens.length, end + 30)
  for (let at = end; at < stop && sentenceOf[at] === sentenceOf[first]; at++) {
    const gender = quoted[at] === 1 ? null : (PRONOUNS.get(tokens[at]!.lower)?.gender ?? null)
    if (gender !== null) return gender
  }
  return null
}

/** What the title before a name calls its bearer. */
export function titlesOf({ tokens }: Reading, { titleFirst, first }: NameMention): Set<string> {
  const titles = tokens.slice(titleFirst, first).filter(({ lower }) => isTitleWord(lower))
  return new Set(titles.flatMap(({ lower }) => rolesOfTitle(lower)))
}

/** Whoever the text names first, headlines left out: the others of a family are told by their given names. */
export function firstNamed(bearers: readonly number[], referents: readonly Referent[]): number | null {
  let best: { id: number; at: number } | null = null
  for (const id of bearers) {
    const at = referents[id]!.toldInFull
    if (at !== null && (best === null || at < best.at)) best = { id, at }
  }
  return best?.id ?? null
}
