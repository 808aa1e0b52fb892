import type { AnsweredQuote } from '../retrieval/answer.js'
import { textOf } from '../span.js'

/** A warning that the record may say the opposite of what was asked, or null. */
export function denialOf({ article, denial }: AnsweredQuote): string | null {
  if (!denial) return null
  return denial.by === 'record'
    ? `Careful: “${textOf(article.text, denial.words)}” stands on the record and not in your words, so it may say the opposite.`
    : `Careful: “${denial.words}” stands in your words and not on the record, so it may say the opposite.`
}
