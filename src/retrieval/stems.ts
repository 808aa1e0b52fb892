import { isFunctionWord, type Word } from './words.js'

/** Words, by their stems. */
export interface HasStem {
  has(stem: string): boolean
}

export function isInAny(stems: readonly HasStem[], stem: string): boolean {
  for (const each of stems) if (each.has(stem)) return true
  return false
}

// Sentences are compared again and again, and the library remembers their words.
const plain = new WeakMap<readonly Word[], ReadonlySet<string>>()
const initialled = new WeakMap<readonly Word[], ReadonlySet<string>>()

export function stemsOf(words: readonly Word[]): ReadonlySet<string> {
  const known = plain.get(words)
  if (known) return known
  const stems = new Set<string>()
  for (const { stem } of words) stems.add(stem)
  plain.set(words, stems)
  return stems
}

const MOST_INITIALS = 5

/** The stems, and the initials of names: "un" for "United Nations". */
export function stemsWithInitials(words: readonly Word[]): ReadonlySet<string> {
  const known = initialled.get(words)
  if (known) return known
  const stems = new Set<string>()
  let initials = ''
  for (const { text, key, stem } of words) {
    stems.add(stem)
    const isCapital = /^\p{Lu}\p{Ll}/u.test(text)
    if (!isCapital && isFunctionWord(key)) continue
    initials = isCapital ? (initials + key[0]!).slice(-MOST_INITIALS) : ''
    for (let length = 2; length <= initials.length; length++) stems.add(initials.slice(-length))
  }
  initialled.set(words, stems)
  return stems
}
