import { contains, lengthOf, textOf } from '../../span.js'
import { isOrdinaryWord } from '../speakers/lexicon.js'
import type { Draft } from './find-quotations.js'

/**
 * Whether a content of `outer` holds all of the quotation: its source, its cue and what they report. Only what somebody
 * named is said to have said counts; a content is full of lesser reports that are its speaker's own.
 */
export function isSecondHand(
  text: string,
  { source, cue, content, type }: Draft,
  outer: Pick<Draft, 'content'>,
): boolean {
  if (source === null || cue.length === 0 || type !== 'speech' || !isNamed(textOf(text, source))) return false
  return outer.content.some(whole => [source, ...cue, ...content].every(part => contains(whole, part)))
}

const isNamed = (source: string): boolean => /(?<!\p{L})\p{Lu}\p{Ll}/u.test(source)

/** Shorter contents (UTF-16 units) are thanks and names rather than reports. */
const SHORTEST = 12

/** Whether a report has a source that is a name, and no ordinary word that begins a sentence: people who talk say "He said" of many. */
export function isProperReport(text: string, { source, content }: Draft): boolean {
  const said = content.reduce((sum, span) => sum + lengthOf(span), 0)
  if (source === null || said < SHORTEST) return false
  const words = textOf(text, source).match(/[\p{L}\p{M}]+(?:['’-]\p{L}+)*/gu) ?? []
  return (
    words.length < 8 &&
    words.some(word => /^\p{Lu}\p{L}*\p{Ll}/u.test(word) && !isOrdinaryWord(word.toLowerCase()))
  )
}
