import type { Attribution } from '../language/analysis.js'
import { overlaps, type Span } from '../span.js'
import { type Alignment, align, boundOf } from './alignment.js'
import { innermostAround, nameOf } from './answered-quote.js'
import type { LibraryPassage, Scope } from './library.js'
import { findMatchCandidates } from './match-candidates.js'
import { type MatchEvidence, type MatchSearch, nearness, weighAround } from './match-evidence.js'
import { rankOfMatch } from './match-weights.js'
import type { Remembered } from './remembered-words.js'
import { coreOfName } from './speaker-names.js'
import { isFunctionWord, type Word } from './words.js'

/** Sentences in a row that may hold remembered words. */
export interface Match {
  passages: readonly LibraryPassage[]
  alignment: Alignment
  attribution: Attribution | null
  evidence: MatchEvidence
  /** What it is ranked by. */
  rank: number
}

/** How many passages are aligned word by word: those that have most of the words. */
const ALIGNED = 16
/** How many of them are looked at with the sentences around them. */
const RUNS_TRIED = 10
const LONGEST_RUN = 3
/** What cannot reach this much of the best rank is not looked at further. */
const NEAR = 0.85

/** Best first; no sentence stands in two of them. */
export function findMatches(search: MatchSearch, scope: Scope): Match[] {
  const { remembered, recollection, related, library } = search
  const matches = likeliest(search, findMatchCandidates(remembered, recollection, related, library, scope))
    .map(passage => {
      const surroundings = {
        nearness: nearness(remembered, passage, library),
        around: search.around(passage),
      }
      return { match: matchOf([passage], search, surroundings), surroundings }
    })
    .sort((a, b) => b.match.rank - a.match.rank)
    .map(({ match, surroundings }, i, [first]) =>
      i < RUNS_TRIED ? bestRun(match, search, surroundings, NEAR * first!.match.rank) : match,
    )
  return withoutRepeats(matches.map(withoutLooseEnds).sort((a, b) => b.rank - a.rank))
}

/** Those that can be worth most; how alike they are in meaning is found out only where it can tell. */
function likeliest(search: MatchSearch, passages: Iterable<LibraryPassage>): LibraryPassage[] {
  const hopes = [...passages]
    .map(passage => {
      const bounds = wordsBound(search, [passage])
      return { passage, bounds, hope: rankOfMatch({ ...bounds, likeness: 1 }) }
    })
    .sort((a, b) => b.hope - a.hope)
  let likely: { passage: LibraryPassage; likelihood: number }[] = []
  for (const { passage, bounds, hope } of hopes) {
    if (likely.length === ALIGNED && hope <= likely.at(-1)!.likelihood) break
    const likelihood = rankOfMatch({ ...bounds, likeness: search.likenessToAny([passage]) })
    likely.push({ passage, likelihood })
    likely = likely.sort((a, b) => b.likelihood - a.likelihood).slice(0, ALIGNED)
  }
  return likely.map(({ passage }) => passage)
}

interface Surroundings {
  nearness: number
  around: Float64Array
}

/** The most that sentences can be worth for their words. */
function wordsBound(search: MatchSearch, passages: readonly LibraryPassage[]): MatchEvidence {
  const score = boundOf(
    search.recollection,
    passages.map(passage => search.sightingOf(passage)),
  )
  const isAttributed = passages.some(({ attributions }) => attributions.length > 0)
  return { ...NOTHING, score, attributed: isAttributed ? 1 : 0, more: passages.length - 1 }
}

const NOTHING: MatchEvidence = {
  score: 0,
  around: 0,
  attributed: 0,
  named: 0,
  nearness: 0,
  likeness: 0,
  more: 0,
}

/** The match, or a better one, of more than the least rank, that runs on over the sentences around it. */
function bestRun(alone: Match, search: MatchSearch, surroundings: Surroundings, least: number): Match {
  const passage = alone.passages[0]!
  const { around, named } = alone.evidence
  if (alone.alignment.score > 0.95) return alone
  let best = alone
  for (const run of runsAround(search.library.passages(passage.analyzed.article.id), passage.sentence)) {
    const bounds = { ...wordsBound(search, run), nearness: surroundings.nearness, around, named }
    const enough = Math.max(best.rank, least)
    if (rankOfMatch({ ...bounds, likeness: 1 }) <= enough) continue
    if (rankOfMatch({ ...bounds, likeness: search.likenessToAny(run) }) <= enough) continue
    const match = matchOf(run, search, surroundings)
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
  search: MatchSearch,
  { nearness, around }: Surroundings,
): Match {
  const { analyzed } = passages[0]!
  const alignment = align(
    search.recollection,
    passages.map(passage => search.sightingOf(passage)),
  )
  const touching = new Set(passages.flatMap(passage => passage.attributions))
  const attribution = innermostAround(
    [...touching].map(index => analyzed.attributions[index]!),
    alignment.pairs.map(([, j]) => spanOf(alignment.recorded[j]!)),
  )
  const speaker = attribution ? nameOf(analyzed, attribution.speaker) : null
  const evidence = {
    score: alignment.score,
    around: weighAround(alignment, search.recollection, around),
    attributed: attribution ? 1 : 0,
    named: isNamed(speaker, alignment, search.remembered) ? 1 : 0,
    nearness,
    likeness: search.likenessToAny(passages),
    more: passages.length - 1,
  }
  return { passages, alignment, attribution, evidence, rank: rankOfMatch(evidence) }
}

/**
 * Whether what was typed around the remembered words, or those of them that are not there, hold the name by which a
 * speaker is known: the last of a full name.
 */
function isNamed(name: string | null, { remembered, pairs }: Alignment, { context }: Remembered): boolean {
  const known = name === null ? undefined : coreOfName(name).at(-1)
  if (known === undefined || isFunctionWord(known)) return false
  const isName = ({ key }: Word): boolean => key === known || key === `${known}s`
  return (
    context.some(isName) ||
    remembered.some((word, i) => isName(word) && !pairs.some(([paired]) => paired === i))
  )
}

const spanOf = ({ start, end }: Word): Span => [start, end]

/** Without the sentences before and after that hold none of the words. */
function withoutLooseEnds(match: Match): Match {
  const { passages, alignment } = match
  const paired = alignment.pairs.map(([, j]) => spanOf(alignment.recorded[j]!))
  const holds = passages.map(({ span }) => paired.some(word => overlaps(word, span)))
  const kept = passages.slice(Math.max(0, holds.indexOf(true)), holds.lastIndexOf(true) + 1)
  return kept.length === 0 ? match : { ...match, passages: kept }
}

/** Runs that share a sentence with a better one are left out. */
function withoutRepeats(matches: readonly Match[]): Match[] {
  const taken = new Set<LibraryPassage>()
  return matches.filter(({ passages }) => {
    const isNew = !passages.some(passage => taken.has(passage))
    for (const passage of passages) taken.add(passage)
    return isNew
  })
}
