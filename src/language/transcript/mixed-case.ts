/** How a text writes its capitalised words where it does not shout: by the word in lower case. */
export type Casing = ReadonlyMap<string, string>

export function readCasing(text: string): Casing {
  const casing = new Map<string, string>()
  for (const [word] of text.matchAll(/(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]{2,})*/gu)) {
    if (!/\p{Ll}/u.test(word)) continue
    const lower = word.toLowerCase()
    if (!casing.has(lower)) casing.set(lower, word)
  }
  return casing
}

/**
 * A name in capitals as it is written elsewhere: each word as the text has it in mixed case ("McCain"), else with only
 * its first letter large. Words without a vowel ("JB") and initials stay.
 */
export const mixedCase = (casing: Casing, name: string): string =>
  name.replace(/[\p{L}\p{M}]{2,}(?:['’-][\p{L}\p{M}]{2,})*/gu, word =>
    isShouted(word) ? (casing.get(word.toLowerCase()) ?? lowered(word)) : word,
  )

const isShouted = (word: string): boolean =>
  /^(?:\p{Lu}\p{Ll}{0,2})?[^\p{Ll}]+$/u.test(word) && /[aeiouy]/iu.test(word)

const lowered = (word: string): string =>
  word
    .split(/(?<=[-'’])/u)
    .map(part =>
      /^(?:MC|Mc)\p{Lu}{3}/u.test(part) ? `Mc${part[2]}${part.slice(3).toLowerCase()}` : sized(part),
    )
    .join('')

const sized = (part: string): string => `${part.slice(0, 1)}${part.slice(1).toLowerCase()}`
