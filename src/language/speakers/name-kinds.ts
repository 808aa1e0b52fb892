import { appositionAfter, appositionBefore, headOf, startOfModifiers } from './descriptions.js'
import { isOrdinaryWord } from './lexicon.js'
import type { NameMention } from './names.js'
import type { Reading } from './reading.js'
import { isOrganisationWord, kindOfHead, singular } from './role-words.js'

/** Whether a name of which nobody knows whose it is goes by what stands around it with a body: a firm, a group. */
export function isBody(reading: Reading, mentions: readonly NameMention[]): boolean {
  const told = mentions.slice(0, 40).filter(name => !name.headline)
  if (told.some(name => isCalledBody(reading, name) || hasStaff(reading, name))) return true
  if (told.some(name => isPresentedAsBody(reading, name))) return true
  const ownership = told.filter(name => isOwnerOf(reading, name)).length
  return told.some(({ words }) => isMadeOfWords(words)) || ownership > 0
}

/** "Drivers First": no person is called so by chance. */
const isMadeOfWords = (words: readonly string[]): boolean =>
  words.length > 1 &&
  words.map(word => word.toLowerCase()).every(word => isOrdinaryWord(word) || isOrdinaryWord(singular(word)))

/** "carmaker | Lumen", "the charity Shelter" */
function isCalledBody(reading: Reading, { titleFirst, first }: NameMention): boolean {
  const before = reading.tokens[first - 1]
  if (titleFirst < first || before === undefined || !isOrganisationWord(before.lower)) return false
  return startOfModifiers(reading, first) < first
}

/** "The insurer, | Northgate Mutual,", "Northgate Mutual, | an insurer," */
function isPresentedAsBody(reading: Reading, { titleFirst, first, end }: NameMention): boolean {
  if (titleFirst < first) return false
  const phrase = appositionBefore(reading, first) ?? appositionAfter(reading, end)
  const head = phrase === null ? null : headOf(reading, ...phrase)
  return head !== null && kindOfHead(reading.tokens[head]!.lower) === 'organisation'
}

const STAFF =
  /^(?:founders?|co-founders?|ceo|chairman|chairwoman|shares|shareholders|customers|headquarters|investors|board)$/

/** "Lumen's founder" */
function hasStaff({ tokens }: Reading, { end }: NameMention): boolean {
  if (!/^'s?$/.test(tokens[end]?.lower.replace('’', "'") ?? '')) return false
  return [end + 1, end + 2, end + 3].some(at => STAFF.test(tokens[at]?.lower ?? ''))
}

/** "Beechcare | said its accounts": the next pronoun of the sentence, where no other name stands between. */
function isOwnerOf({ tokens, sentenceOf, quoted }: Reading, { first, end }: NameMention): boolean {
  if (quoted[first] === 1) return false
  for (let at = end; at < tokens.length && at - end < 12 && sentenceOf[at] === sentenceOf[first]; at++) {
    const { lower, text } = tokens[at]!
    if (/^\p{Lu}/u.test(text) || /^(?:he|she|him|her|his|they|their|i|we)$/.test(lower)) return false
    if (lower === 'its') return true
    if (/^(?:the|a|an)$/.test(lower)) return false
  }
  return false
}
