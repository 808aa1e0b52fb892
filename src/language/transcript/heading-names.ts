import { lexiconTags } from '../lexicon.js'
import { isGivenName, isOrdinaryWord } from '../speakers/lexicon.js'
import { isPersonNoun, isTitleWord } from '../speakers/role-words.js'

const MOST_GIVEN = 3
const PARTICLE = /^(?:van|von|de|del|della|da|di|du|la|le|der|den|ter|bin|ibn|al|el|st)$/u

/**
 * The full name that a heading gives to a family name: "Peter van Dyne" for "van dyne" (lower case). Null where it
 * gives none, or two different ones, or where the words have a given name already.
 */
export function announcedName(heading: string, family: readonly string[]): string | null {
  const wanted = family.join(' ')
  const lower = heading.toLowerCase()
  const found = new Map<string, string>()
  if (!family.slice(0, -1).every(word => PARTICLE.test(word))) return null
  if (wanted === '' || lower.length !== heading.length) return null
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    if (/[\p{L}\p{M}]/u.test(heading[end] ?? ' ')) continue
    const given = givenBefore(heading.slice(Math.max(0, at - 80), at))
    const name = [...given, heading.slice(at, end)].join(' ')
    if (given.length > 0) found.set(name.toLowerCase(), name)
  }
  const [only, ...others] = found.values()
  return only !== undefined && others.length === 0 ? only : null
}

/** The capitalised words right before, up to a title or a mark. */
function givenBefore(words: string): string[] {
  const before = words.split(/[ \u00A0]/u)
  const given: string[] = []
  if (before.pop() !== '') return given
  for (let word = before.pop(); word !== undefined && given.length < MOST_GIVEN; word = before.pop()) {
    if (!/^\p{Lu}(?:\p{L}|['’-](?=\p{L})|\.$)*$/u.test(word) || isTitle(word.toLowerCase())) break
    given.unshift(word)
  }
  return given
}

/** "Governor", "Democrat", "Former": nobody's given name. */
const isTitle = (lower: string): boolean =>
  isTitleWord(lower) ||
  (isPersonNoun(lower) && !isGivenName(lower)) ||
  isOrdinaryWord(lower) ||
  lexiconTags(lower).includes('Demonym')
