import { firstEndingAfter } from '../span.js'
import type { Answer, AnsweredQuote } from './answer.js'
import { answeredQuote } from './answered-quote.js'
import type { Inquiry } from './inquiry.js'
import type { Library, Scope } from './library.js'
import { attributionFor } from './speaker-evidence.js'
import { allOf } from './speaker-names.js'
import { bearersOfRole, readRole, tellingNames } from './speaker-roles.js'

/** "Who is Ana Prieto?", "who was the mayor of Skarne", "what is the Bay Trust". */
const WHO_IS =
  /^\W*(?:so |and |but )?wh(o|at)(?:['’]?s| is| was| are| were)\s+([^\s,;:]+(?: [^\s,;:]+){0,6}?)\W*$/iu

/** The sentences were read for what stands beside a name, not weighed. */
const CONFIDENCE = 0.9
const MOST_QUOTES = 3

/** The sentences that say who somebody is; null where the question asks otherwise, or no article says. */
export function answerIdentity(
  { question }: Inquiry,
  library: Library,
  scope: Scope,
  threshold: number,
): Answer | null {
  const [, word, asked] = WHO_IS.exec(question.text) ?? []
  if (asked === undefined || CONFIDENCE < threshold) return null
  const isPerson = word?.toLowerCase() === 'o'
  const called = allOf(library.findSpeaker(asked, scope)).filter(
    ({ named, kind }) => named && (isPerson || kind !== 'person'),
  )
  const speakers = called.length > 0 || !isPerson ? called : bearersOfRole(asked, library, scope)
  const wanted = called.length > 0 ? null : readRole(asked)
  const quotes: AnsweredQuote[] = []
  for (const speaker of speakers) {
    for (const [articleId, index] of speaker.members) {
      const analyzed = library.get(articleId)?.analyzed
      const [name] = analyzed ? tellingNames(analyzed, index, wanted) : []
      const at = analyzed && name ? firstEndingAfter(analyzed.sentences, name[0]) : -1
      const passage = library.passages(articleId)[at]
      if (!passage || quotes.length === MOST_QUOTES) continue
      const attribution = attributionFor(passage, { speakers: [] })
      quotes.push(answeredQuote(passage.analyzed, passage.span, attribution, { confidence: CONFIDENCE }))
    }
  }
  return quotes.length > 0 ? { type: 'quotes', quotes } : null
}
