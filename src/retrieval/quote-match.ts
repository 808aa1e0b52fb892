import type { Attribution } from '../language/analysis.js'
import { hull, type Span, textOf } from '../span.js'
import { ANSWER_THRESHOLD, backgroundOf, matchConfidence } from './abstention.js'
import { type Alignment, align, differencesOf, Recollection } from './alignment.js'
import type { Answer, AnsweredQuote } from './answer.js'
import { answeredQuote, innermostAround } from './answered-quote.js'
import { coverage, weightsOf } from './inquiry.js'
import type { Library, LibraryPassage, Scope } from './library.js'
import { findRemembered, type Remembered } from './remembered-words.js'
import { isFunctionWord, type Word, wordsOf } from './words.js'

/** How many passages are aligned word by word. */
const CANDIDATES = 30
/** How many of them are looked at with the sentences around them. */
const RUNS_TRIED = 12
const LONGEST_RUN = 3
/** What another sentence must add to the score to be shown. */
const COST_OF_SENTENCE = 0.06
/** How much of the best score others must reach to stand beside it. */
const BESIDE = 0.85
/** The least score of what is shown as closest. */
const WORTH_SHOWING = 0.3
/** Mean rank of chance matches on PolNeAR's development articles. */
const TYPICAL_RANK = 0.3
const MOST_QUOTES = 10
const FUNCTION_WORD_WEIGHT = 0.4
/** Share of its weight for a word around the remembered ones that is found near. */
const CONTEXT_WEIGHT = 0.12
/** People ask who said it: talk ranks above an article's own words that match no better. */
const ATTRIBUTED = 0.08

interface Match {
  passages: readonly LibraryPassage[]
  recorded: readonly Word[]
  alignment: Alignment
  attribution: Attribution | null
  /** Share of the words around the remembered ones that stand near. */
  nearness: number
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
  const remembered = findRemembered(words)
  const matches = findMatches(remembered, library, scope)
  const [best] = matches
  const confidence = best ? confidenceIn(best, matches, remembered, library) : 0
  if (!best || confidence < threshold) {
    const closest =
      best && best.alignment.score >= WORTH_SHOWING ? [quoteOf(best, remembered, confidence)] : []
    return { type: 'abstention', reason: 'no-match', asked: words, closest }
  }
  const beside = matches.filter(match => match === best || isBeside(match, best)).slice(0, MOST_QUOTES)
  return { type: 'quotes', quotes: beside.map(match => quoteOf(match, remembered, confidence)) }
}

function confidenceIn(
  { alignment, rank }: Match,
  matches: readonly Match[],
  { core }: Remembered,
  library: Library,
): number {
  if (alignment.exact) return 1
  const weight = core.reduce((sum, word) => sum + weightOf(word, library), 0)
  const background = backgroundOf(
    matches.map(match => match.rank),
    TYPICAL_RANK,
  )
  const telling = alignment.pairs.filter(([i]) => !isFunctionWord(core[i]!.key)).length
  return matchConfidence({
    score: alignment.score,
    found: (weight * alignment.score) / library.weightOf(''),
    rise: rank - background,
    telling,
  })
}

/** Others that hold the words word for word, or nearly as well as the best. */
const isBeside = (match: Match, best: Match): boolean =>
  best.alignment.exact
    ? match.alignment.exact
    : match.alignment.exact || match.alignment.score >= BESIDE * best.alignment.score

function findMatches(remembered: Remembered, library: Library, scope: Scope): Match[] {
  const core = remembered.core.map(word => word.text).join(' ')
  const context = remembered.context.map(word => word.text).join(' ')
  const found = new Map<string, LibraryPassage>()
  for (const { passage } of library.search(core, scope, CANDIDATES, { rerank: false }))
    found.set(passage.id, passage)
  if (context)
    for (const { passage } of library.search(`${core} ${context}`, scope, CANDIDATES / 2, { rerank: false }))
      found.set(passage.id, passage)
  if (found.size === 0)
    for (const passage of passagesWithWords(remembered.core, library, scope)) found.set(passage.id, passage)
  const recollection = new Recollection(
    remembered.core,
    remembered.core.map(word => weightOf(word, library)),
  )
  const alone = [...found.values()].map(passage =>
    matchOf([passage], recollection, nearness(remembered, passage, library), library),
  )
  const matches = alone
    .sort(byRank)
    .map((match, i) => (i < RUNS_TRIED ? bestRun(match, recollection, library) : match))
  return withoutRepeats(matches.sort(byRank))
}

/** For words that the index passes over ("this is it"): by looking through the articles' text. */
function passagesWithWords(words: readonly Word[], library: Library, scope: Scope): LibraryPassage[] {
  if (words.length < 2 || !words.every(({ key }) => isFunctionWord(key))) return []
  const keys = words.map(({ key }) => [...key].join("['’]?"))
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${keys.join('[^\\p{L}\\p{N}]{1,4}')}(?![\\p{L}\\p{N}])`,
    'iu',
  )
  return library.list(scope).flatMap(({ article }) => {
    if (!pattern.test(article.text)) return []
    return library.passages(article.id).filter(({ span }) => pattern.test(textOf(article.text, span)))
  })
}

const byRank = (a: Match, b: Match): number => b.rank - a.rank

const weightOf = ({ key, stem }: Word, library: Library): number =>
  library.weightOf(stem) * (isFunctionWord(key) ? FUNCTION_WORD_WEIGHT : 1)

/** The match, or a better one that runs on over the sentences around it. */
function bestRun(alone: Match, recollection: Recollection, library: Library): Match {
  const passage = alone.passages[0]!
  if (alone.alignment.score > 0.95) return alone
  let best = alone
  for (const run of runsAround(library.passages(passage.analyzed.article.id), passage.sentence)) {
    const match = matchOf(run, recollection, alone.nearness, library)
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

function matchOf(
  passages: readonly LibraryPassage[],
  recollection: Recollection,
  nearness: number,
  library: Library,
): Match {
  const { attributions } = passages[0]!.analyzed
  const recorded = passages.flatMap(passage => library.words(passage))
  const alignment = align(recollection, recorded)
  const touching = new Set(passages.flatMap(passage => passage.attributions))
  const attribution = innermostAround(
    [...touching].map(index => attributions[index]!),
    alignment.pairs.map(([, j]) => spanOf(recorded[j]!)),
  )
  const rank =
    alignment.score -
    COST_OF_SENTENCE * (passages.length - 1) +
    (attribution ? ATTRIBUTED : 0) +
    CONTEXT_WEIGHT * nearness
  return { passages, recorded, alignment, attribution, nearness, rank }
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

function quoteOf(
  { passages, recorded, alignment, attribution }: Match,
  { core }: Remembered,
  confidence: number,
): AnsweredQuote {
  return answeredQuote(passages[0]!.analyzed, hull(passages.map(({ span }) => span)), attribution, {
    exact: alignment.exact,
    differences: differencesOf(core, recorded, alignment),
    confidence,
  })
}
