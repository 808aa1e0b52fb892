import type { AnalyzedArticle, Attribution } from '../language/analysis.js'
import { firstEndingAfter, hull, overlaps } from '../span.js'
import type { Answer, AnsweredQuote } from './answer.js'
import { answeredQuote } from './answered-quote.js'
import { coverage, weightsOf } from './inquiry.js'
import type { Library, Scope } from './library.js'
import { countOf } from './list-speakers.js'
import { allOf, type Found, type LibrarySpeaker } from './speaker-names.js'
import { bearersOfRole, isBareRole } from './speaker-roles.js'
import { isFunctionWord, withoutUnseen, wordsOf } from './words.js'

/** The least share of the asked words' weight that a quotation about them holds. */
const ABOUT = 0.4

/**
 * Everything a speaker is quoted with, in the articles' order, or best first when `about` names a topic. Where the name
 * fits several, the answer lists them.
 */
export function quotesBy(name: string, about: string | null, library: Library, scope: Scope): Answer {
  if (library.list(scope).length === 0)
    return { type: 'abstention', reason: 'no-articles', asked: name, closest: [] }
  const found = foundBy(name, library, scope)
  if (found.type === 'none')
    return { type: 'abstention', reason: 'no-such-speaker', asked: name, closest: [] }
  if (found.type === 'many') return { type: 'speakers', speakers: found.candidates.map(countOf) }
  const quotes = quotationsOf(found.value, library)
  if (quotes.length === 0)
    return { type: 'abstention', reason: 'nothing-quoted', asked: found.value.name, closest: [] }
  if (!about?.trim()) return { type: 'quotes', quotes }
  const fitting = quotesAbout(quotes, about, library)
  if (fitting.length > 0) return { type: 'quotes', quotes: fitting }
  return {
    type: 'abstention',
    reason: 'not-about-this',
    asked: found.value.name,
    closest: quotes.slice(0, 1),
  }
}

/** By name, and by what the articles say somebody is; a role with bearers is no part of a name. */
function foundBy(name: string, library: Library, scope: Scope): Found<LibrarySpeaker> {
  const found = library.findSpeaker(name, scope)
  const bearers = bearersOfRole(name, library, scope)
  const isRole = bearers.length > 0 && isBareRole(name)
  const called = allOf(found).filter(({ named }) => !named || !isRole)
  const [first, ...others] = [
    ...called,
    ...bearers.filter(bearer => !called.some(one => isSame(one, bearer))),
  ]
  if (!first) return { type: 'none' }
  return others.length > 0 ? { type: 'many', candidates: [first, ...others] } : { type: 'one', value: first }
}

const isSame = (one: LibrarySpeaker, other: LibrarySpeaker): boolean =>
  [...other.members].some(([article, speaker]) => one.members.get(article) === speaker)

function quotationsOf({ members }: LibrarySpeaker, library: Library): AnsweredQuote[] {
  return [...members].flatMap(([articleId, speaker]) => {
    const analyzed = library.get(articleId)?.analyzed
    if (!analyzed) return []
    const said = analyzed.attributions.filter(attribution => attribution.speaker === speaker)
    return withoutRepeats(said.flatMap(attribution => quotationOf(analyzed, attribution)))
  })
}

/** The whole sentences that a quotation runs over. */
export function quotationOf(analyzed: AnalyzedArticle, attribution: Attribution): AnsweredQuote[] {
  const { sentences } = analyzed
  const touched = attribution.content.flatMap(span => {
    const first = firstEndingAfter(sentences, span[0])
    let end = first
    while (end < sentences.length && overlaps(sentences[end]!, span)) end++
    return sentences.slice(first, end)
  })
  if (touched.length === 0) return []
  return [answeredQuote(analyzed, hull(touched), attribution, { confidence: attribution.confidence })]
}

/** Two quotations in one sentence are shown once, with both contents. `quotes` are in the order of the text. */
function withoutRepeats(quotes: readonly AnsweredQuote[]): AnsweredQuote[] {
  const kept: AnsweredQuote[] = []
  /** Of those kept, the one that reaches furthest: whatever another lies within, it lies within that. */
  let furthest = -1
  for (const quote of quotes) {
    const known = kept[furthest]
    if (known && known.span[0] <= quote.span[0] && quote.span[1] <= known.span[1])
      kept[furthest] = { ...known, content: [...known.content, ...quote.content] }
    else if (kept.push(quote) && quote.span[1] > (known?.span[1] ?? -1)) furthest = kept.length - 1
  }
  return kept
}

function quotesAbout(quotes: readonly AnsweredQuote[], about: string, library: Library): AnsweredQuote[] {
  const words = wordsOf(withoutUnseen(about))
  const topical = words.filter(({ key }) => !isFunctionWord(key))
  const wanted = weightsOf(topical.length > 0 ? topical : words, library)
  const covered = quotes.map(quote => {
    const stems = new Set(wordsOf(quote.article.text, quote.span).map(({ stem }) => stem))
    return { quote, share: coverage(wanted, stems) }
  })
  const fitting = covered.filter(({ share }) => share >= ABOUT)
  return fitting
    .sort((a, b) => b.share - a.share)
    .map(({ quote, share }) => ({ ...quote, confidence: share }))
}
