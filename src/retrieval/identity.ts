import { contains, firstEndingAfter, overlaps, type Span, textOf } from '../span.js'
import type { Answer, AnsweredQuote } from './answer.js'
import { answeredQuote } from './answered-quote.js'
import type { Inquiry } from './inquiry.js'
import type { Library, LibraryPassage, Scope } from './library.js'
import { attributionFor } from './speaker-evidence.js'
import { allOf, type LibrarySpeaker } from './speaker-names.js'
import { bearersOfRole, isBareRole, type Role, readRole, tellingNames } from './speaker-roles.js'
import { wholeQuotation } from './whole-quotation.js'
import { wordsOf } from './words.js'

const WHO_IS = /^[^\p{L}\p{N}]{0,10}(?:so |and |but )?wh(o|at)(?:['’]?s| is| was| are| were) /iu
const MOST_WORDS = 7

/** Whom a question asks about that asks for nothing else ("who is the mayor of Skarne?"), and whether for a person. */
function askedAbout(question: string): { name: string; isPerson: boolean } | null {
  const opening = WHO_IS.exec(question)
  const rest = opening ? question.slice(opening[0].length) : ''
  const words = wordsOf(rest)
  const [first] = words
  if (!opening || !first || words.length > MOST_WORDS) return null
  const name = textOf(rest, [first.start, words.at(-1)!.end])
  return /[,;:]/.test(name) ? null : { name, isPerson: opening[1]!.toLowerCase() === 'o' }
}

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
  const asked = askedAbout(question.text)
  if (asked === null || CONFIDENCE < threshold) return null
  const { name, isPerson } = asked
  const called = allOf(library.findSpeaker(name, scope)).filter(
    ({ named, kind }) => named && (isPerson || kind !== 'person'),
  )
  const speakers = called.length > 0 || !isPerson ? called : bearersOfRole(name, library, scope)
  const wanted = isBareRole(name) ? readRole(name) : null
  const told = tellingPassages(speakers, wanted, library)
  const quotes = quotesOf(told.length > 0 ? told : tellingPassages(called, null, library))
  return quotes.length > 0 ? { type: 'quotes', quotes } : null
}

/** One an article, those first that say it apart from the name. */
function tellingPassages(
  speakers: readonly LibrarySpeaker[],
  wanted: Role | null,
  library: Library,
): LibraryPassage[] {
  const told = speakers.flatMap(({ members }) =>
    [...members].flatMap(([articleId, index]) => {
      const analyzed = library.get(articleId)?.analyzed
      const names = analyzed ? tellingNames(analyzed, index, wanted) : []
      const best = names.find(({ isApposed }) => isApposed) ?? names[0]
      if (!analyzed || !best) return []
      const passage = library.passages(articleId)[firstEndingAfter(analyzed.sentences, best.name[0])]
      return passage ? [{ passage, isApposed: best.isApposed }] : []
    }),
  )
  const isFirst = ({ isApposed }: (typeof told)[number]) => (isApposed ? 0 : 1)
  return told.sort((a, b) => isFirst(a) - isFirst(b)).map(({ passage }) => passage)
}

/** Each quotation whole, and nothing twice. */
function quotesOf(passages: readonly LibraryPassage[]): AnsweredQuote[] {
  const quotes: AnsweredQuote[] = []
  for (const passage of passages) {
    if (quotes.length === MOST_QUOTES) break
    const { analyzed, sentence } = passage
    const attribution = attributionFor(passage, { speakers: [] })
    const isShown = (span: Span): boolean =>
      quotes.some(
        ({ article, span: shown, before }) =>
          article === analyzed.article &&
          (overlaps(shown, span) || (before !== null && contains(before, span))),
      )
    const whole = wholeQuotation(analyzed, sentence, attribution)
    const span = isShown(whole) ? passage.span : whole
    if (!isShown(span)) quotes.push(answeredQuote(analyzed, span, attribution, { confidence: CONFIDENCE }))
  }
  return quotes
}
