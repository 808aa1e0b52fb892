import type { Attribution } from '../language/analysis.js'
import { hull, type Span } from '../span.js'
import { ANSWER_THRESHOLD, backgroundOf } from './abstention.js'
import { type Alignment, align, boundOf, type Sighting, sight } from './alignment.js'
import type { Answer, AnsweredQuote } from './answer.js'
import { answeredQuote, innermostAround, nameOf } from './answered-quote.js'
import { type CanonicalWord, isNegative } from './canonical-words.js'
import { differencesOf } from './differences.js'
import { coverage, weightsOf } from './inquiry.js'
import type { Library, LibraryPassage, Scope } from './library.js'
import { findMatchCandidates } from './match-candidates.js'
import { type MatchEvidence, matchConfidence, rankOfMatch, TYPICAL_RANK } from './match-weights.js'
import { Recollection } from './recollection.js'
import { findRemembered, type Remembered } from './remembered-words.js'
import { coreOfName } from './speaker-names.js'
import { isFunctionWord, type Word, wordsOf } from './words.js'

/** How many passages are aligned word by word: those that have most of the words. */
const ALIGNED = 16
/** How many of them are looked at with the sentences around them. */
const RUNS_TRIED = 10
const LONGEST_RUN = 3
/** How much of the best score others must reach to stand beside it. */
const BESIDE = 0.85
/** The least score of what is shown as closest. */
const WORTH_SHOWING = 0.3
const MOST_QUOTES = 10
const FUNCTION_WORD_WEIGHT = 0.4

interface Match {
  passages: readonly LibraryPassage[]
  alignment: Alignment
  attribution: Attribution | null
  evidence: MatchEvidence
  /** What it is ranked by. */
  rank: number
}

/**
 * Every quotation that holds the remembered words, best first, word for word or nearly; what is not on the record is an
 * abstention. `threshold` is the least probability that the first is meant.
 */
export function matchQuote(
  words: string,
  library: Library,
  scope: Scope,
  threshold = ANSWER_THRESHOLD,
): Answer {
  if (library.list(scope).length === 0)
    return { type: 'abstention', reason: 'no-articles', asked: words, closest: [] }
  const search = searchFor(findRemembered(words), library)
  const matches = findMatches(search, scope)
  const [best] = matches
  const confidence = best ? confidenceIn(best, matches, search) : 0
  if (!best || confidence < threshold) {
    const closest = best && best.alignment.score >= WORTH_SHOWING ? [quoteOf(best, confidence)] : []
    return { type: 'abstention', reason: 'no-match', asked: words, closest }
  }
  const beside = matches.filter(match => match === best || isBeside(match, best)).slice(0, MOST_QUOTES)
  return { type: 'quotes', quotes: beside.map(match => quoteOf(match, confidence)) }
}

function confidenceIn(
  { alignment, rank }: Match,
  matches: readonly Match[],
  { recollection, library }: Search,
) {
  if (alignment.exact) return 1
  const ranks = matches.map(match => match.rank)
  return matchConfidence({
    score: alignment.score,
    found: (recollection.total * alignment.score) / library.weightOf(''),
    rise: rank - backgroundOf(ranks, TYPICAL_RANK),
    telling: alignment.remembered.filter((word, i) => alignment.found[i]! > 0 && isMeaningful(word)).length,
  })
}

/** "Never said" is on every record: it does not tell one quotation from another. */
const isMeaningful = (word: CanonicalWord): boolean =>
  !isFunctionWord(word.key) && !isNegative(word) && word.stem !== 'say'

/** Others that hold the words word for word, or nearly as well as the best. */
const isBeside = (match: Match, best: Match): boolean =>
  best.alignment.exact
    ? match.alignment.exact
    : match.alignment.exact || match.alignment.score >= BESIDE * best.alignment.score

/** One search for remembered words, with what it has seen so far. */
interface Search {
  remembered: Remembered
  recollection: Recollection
  library: Library
  sightings: Map<LibraryPassage, Sighting>
}

function searchFor(remembered: Remembered, library: Library): Search {
  const recollection = new Recollection(remembered.core, word => weightOf(word, library), library.related)
  return { remembered, recollection, library, sightings: new Map() }
}

function sightingOf({ sightings, recollection, library }: Search, passage: LibraryPassage): Sighting {
  const known = sightings.get(passage)
  if (known) return known
  const sighting = sight(recollection, library.words(passage))
  sightings.set(passage, sighting)
  return sighting
}

function findMatches(search: Search, scope: Scope): Match[] {
  const { remembered, recollection, library } = search
  const likely = [...findMatchCandidates(remembered, recollection, library, scope)]
    .map(passage => ({ passage, bound: likelihoodOf(search, passage) }))
    .sort((a, b) => b.bound - a.bound)
    .slice(0, ALIGNED)
  const matches = likely
    .map(({ passage }) => matchOf([passage], search, nearness(remembered, passage, library)))
    .sort(byRank)
    .map((match, i) => (i < RUNS_TRIED ? bestRun(match, search) : match))
  return withoutRepeats(matches.sort(byRank))
}

/** Said by somebody, it ranks above an article's own words. */
const likelihoodOf = (search: Search, passage: LibraryPassage): number =>
  rankOfMatch({
    score: boundOf(search.recollection, [sightingOf(search, passage)]),
    attributed: passage.attributions.length > 0 ? 1 : 0,
    named: 0,
    nearness: 0,
    more: 0,
  })

const byRank = (a: Match, b: Match): number => b.rank - a.rank

/** The mean of the words it stands for, so that no spelling weighs more than another; words that deny are never idle. */
function weightOf(word: CanonicalWord, library: Library): number {
  const sum = word.stems.reduce((total, stem) => total + library.weightOf(stem), 0)
  const isIdle = isFunctionWord(word.key) && !isNegative(word)
  return (sum / word.stems.length) * (isIdle ? FUNCTION_WORD_WEIGHT : 1)
}

/** The match, or a better one that runs on over the sentences around it. */
function bestRun(alone: Match, search: Search): Match {
  const passage = alone.passages[0]!
  if (alone.alignment.score > 0.95) return alone
  let best = alone
  for (const run of runsAround(search.library.passages(passage.analyzed.article.id), passage.sentence)) {
    const sightings = run.map(passage => sightingOf(search, passage))
    const bound = rankOfMatch({
      ...alone.evidence,
      score: boundOf(search.recollection, sightings),
      attributed: 1,
      named: 1,
      more: run.length - 1,
    })
    if (bound <= best.rank) continue
    const match = matchOf(run, search, alone.evidence.nearness)
    if (match.rank > best.rank) best = match
  }
  return best
}

function* runsAround(siblings: readonly LibraryPassage[], at: number): Generator<readonly LibraryPassage[]> {
  for (let length = 2; length <= LONGEST_RUN; length++) {
    for (let start = at - length + 1; start <= at; start++) {
      const run = siblings.slice(Math.max(0, start), start + length)
      if (start >= 0 && run.length === length && hangTogether(run)) yield run
    }
  }
}

/** Sentences of one paragraph, or of one quotation. */
const hangTogether = (run: readonly LibraryPassage[]): boolean =>
  run.every((passage, i) => {
    const next = run[i + 1]
    if (!next) return true
    const shared = passage.attributions.some(attribution => next.attributions.includes(attribution))
    return shared || next.span[0] - passage.span[1] <= 2
  })

function matchOf(passages: readonly LibraryPassage[], search: Search, nearness: number): Match {
  const { analyzed } = passages[0]!
  const alignment = align(
    search.recollection,
    passages.map(passage => sightingOf(search, passage)),
  )
  const touching = new Set(passages.flatMap(passage => passage.attributions))
  const attribution = innermostAround(
    [...touching].map(index => analyzed.attributions[index]!),
    alignment.pairs.map(([, j]) => spanOf(alignment.recorded[j]!)),
  )
  const speaker = attribution ? nameOf(analyzed, attribution.speaker) : null
  const evidence = {
    score: alignment.score,
    attributed: attribution ? 1 : 0,
    named: isNamedIn(speaker, unpairedKeys(alignment, search.remembered)) ? 1 : 0,
    nearness,
    more: passages.length - 1,
  }
  return { passages, alignment, attribution, evidence, rank: rankOfMatch(evidence) }
}

/** Whether the words hold the name by which a speaker is known: the last of a full name. */
function isNamedIn(name: string | null, keys: ReadonlySet<string>): boolean {
  const known = name === null ? undefined : coreOfName(name).at(-1)
  return known !== undefined && !isFunctionWord(known) && (keys.has(known) || keys.has(`${known}s`))
}

/** What was typed around the remembered words, and those of them that are not there: the speaker may be among them. */
function unpairedKeys({ remembered, pairs }: Alignment, { context }: Remembered): Set<string> {
  const paired = new Set(pairs.map(([i]) => i))
  const left = remembered.filter((_, i) => !paired.has(i))
  return new Set([...context, ...left].map(({ key }) => key))
}

const spanOf = ({ start, end }: Word): Span => [start, end]

/** Share of the context's weight that stands in the article near the passage. */
function nearness({ context }: Remembered, { analyzed, sentence }: LibraryPassage, library: Library): number {
  const topical = context.filter(({ key }) => !isFunctionWord(key))
  if (topical.length === 0) return 0
  const near = new Set(wordsOf(analyzed.article.title).map(({ stem }) => stem))
  for (const passage of library.passages(analyzed.article.id).slice(Math.max(0, sentence - 3), sentence + 4))
    for (const { stem } of library.words(passage)) near.add(stem)
  return coverage(weightsOf(topical, library), near)
}

/** Runs that share a sentence with a better one of the same speaker are left out. */
function withoutRepeats(matches: readonly Match[]): Match[] {
  const taken = new Set<LibraryPassage>()
  return matches.filter(({ passages }) => {
    const isNew = !passages.some(passage => taken.has(passage))
    for (const passage of passages) taken.add(passage)
    return isNew
  })
}

function quoteOf({ passages, alignment, attribution }: Match, confidence: number): AnsweredQuote {
  return answeredQuote(passages[0]!.analyzed, hull(passages.map(({ span }) => span)), attribution, {
    exact: alignment.exact,
    differences: differencesOf(alignment),
    confidence,
  })
}
