import type { RelatedWords } from './related-words.js'
import type { Roster } from './speaker-names.js'
import { type Word, wordsOf } from './words.js'

/** `related`, and for each of `words` that is somebody's given name the family name, `likely` as it says. */
export function withFamilyNames(
  related: RelatedWords,
  words: readonly Word[],
  roster: Roster,
  likely: number,
): RelatedWords {
  const names = new Map<string, [stem: string, likely: number][]>()
  for (const { stem, text } of words) {
    const stems = roster.familyNamesOf(text).flatMap(name => wordsOf(name).map(word => word.stem))
    if (stems.length > 0)
      names.set(
        stem,
        stems.map(other => [other, likely]),
      )
  }
  if (names.size === 0) return related
  return {
    of: stem => (names.has(stem) ? new Map([...related.of(stem), ...names.get(stem)!]) : related.of(stem)),
  }
}
