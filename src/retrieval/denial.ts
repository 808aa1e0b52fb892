import { type Span, textOf } from '../span.js'
import type { Denial, Difference } from './answer.js'
import { canonicalWords, isNegative } from './canonical-words.js'
import { type Word, wordsOf } from './words.js'

/** A "not" among more words than these that were left out belongs to another clause. */
const SHORT_RUN = 4
/** Words before a stretch that may turn it round. */
const REACH = 8

const DENYING =
  /^(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)|doubt(?:s|ed|ing)?|refus(?:e|es|ed|ing))$/

const denies = (words: readonly Word[]): boolean =>
  words.some(({ key }) => DENYING.test(key)) || canonicalWords(words).some(isNegative)

/** Whether words deny: "won't", "never", "refused". */
export const isDenying = (text: string): boolean => denies(wordsOf(text))

/** Where one side denies and the other does not. */
export function denialIn(differences: readonly Difference[], text: string): Denial | null {
  const recorded = differences.filter(
    (difference, at) =>
      'recorded' in difference &&
      difference.op !== 'same' &&
      (difference.op === 'changed' || missingAround(differences, at) <= SHORT_RUN) &&
      isDenying(textOf(text, difference.recorded)),
  )
  const asked = differences.flatMap(difference =>
    'remembered' in difference && isDenying(difference.remembered) ? [difference.remembered] : [],
  )
  const [first] = recorded
  if (first && 'recorded' in first && asked.length === 0) return { by: 'record', words: first.recorded }
  return recorded.length === 0 && asked[0] !== undefined ? { by: 'asked', words: asked[0] } : null
}

/** How many words in a row are left out around one. */
function missingAround(differences: readonly Difference[], at: number): number {
  const isMissing = (place: number) => differences[place]?.op === 'missing'
  let first = at
  let last = at
  while (isMissing(first - 1)) first--
  while (isMissing(last + 1)) last++
  return last - first + 1
}

/** The first word of a stretch that denies. */
export function denyingWord(text: string, span: Span): Span | null {
  const word = wordsOf(text, span).find(each => denies([each]))
  return word ? [word.start, word.end] : null
}

/** The word before a place of the sentence, in its clause, that denies what follows: "|denied| that the quay would close". */
export function denialBefore(text: string, sentence: Span, at: number): Span | null {
  const clause = /[^.,;:!?"“”()—–]*$/.exec(text.slice(sentence[0], at))?.[0] ?? ''
  const words = wordsOf(text, [at - clause.length, at]).slice(-REACH)
  const word = words.findLast(each => denies([each]))
  return word ? [word.start, word.end] : null
}
