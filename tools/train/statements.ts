import type { Random } from './random.js'

const ASKING =
  /\b(?:how (?:many|much|long|often|far|old|large|big|tall|high)|what|which|who|whom|whose|where|when|why|how)\b(?: (?:is|was|were|are) the (?:name|number|amount|term|year|title) (?:of|for|given to))?/i
const AUXILIARY =
  /^(\W*(?:\S+ ){0,4}?)(?:did|does|do|is|was|were|are|has|have|had|will|would|can|could|should)(?:n't)? /i
const ASKS_FOR_NUMBER = /how many|how much|when|year|percent|how (?:long|old|far|tall)/i
const NUMBER = /\$?\d[\d.,]*(?: (?:percent|million|billion|\p{Lu}\p{L}+))?/gu
/** Names, and words long enough to tell. */
const NAME_OR_WORDS = /(?<!^)\p{Lu}[\p{L}'’]+(?: \p{Lu}[\p{L}'’]+)*|\p{Ll}{6,}(?: \p{Ll}{5,})?/gu
/** So often the statement holds what was asked for. */
const ANSWERED = 0.6

/**
 * What a question says without asking: "When did Ann Lee win?" is "Ann Lee win 1999." or "Ann Lee win."; what it asks for is
 * taken by chance from the sentence that answers it.
 */
export function statementOf(question: string, sentence: string, random: Random): string {
  const known = new Set(question.toLowerCase().match(/[\p{L}\p{N}]+/gu))
  const answers = (sentence.match(ASKS_FOR_NUMBER.test(question) ? NUMBER : NAME_OR_WORDS) ?? []).filter(
    answer =>
      !answer
        .toLowerCase()
        .split(' ')
        .some(word => known.has(word)),
  )
  const answer = answers.length > 0 && random.chance(ANSWERED) ? answers[random.next() % answers.length]! : ''
  const said = question
    .replace(/\?\s*$/, '')
    .replace(ASKING, ' ')
    .replace(AUXILIARY, '$1')
  const statement = `${said} ${answer}`.replace(/\s+/g, ' ').trim()
  return `${statement.charAt(0).toUpperCase()}${statement.slice(1)}.`
}
