import { backgroundOf } from './abstention.js'
import { type CanonicalWord, isNegative } from './canonical-words.js'
import type { Match } from './find-matches.js'
import type { MatchSearch } from './match-evidence.js'
import { probabilityOf, rankOfMatch, TYPICAL_LIKENESS, TYPICAL_RANK } from './match-weights.js'
import { isFunctionWord } from './words.js'

/** What tells whether the best match is meant. */
export const MATCH_STANDING = [
  /** Of its alignment. */
  'score',
  /** The weight found, in words of the rarest kind. */
  'found',
  /** By how much its words rank above those of chance matches. */
  'rise',
  /** How alike it is in meaning, and by how much more than chance matches. */
  'likeness',
  'likeness rise',
  /** As they stand in its evidence. */
  'nearness',
  'attributed',
  'more',
] as const

/** So many words of meaning, nearly all of the weight, are sure. */
const ENOUGH = { words: 3, score: 0.8 }

/** The probability that the first of the matches is meant. */
export function matchConfidence(matches: readonly Match[], search: MatchSearch): number {
  const [best] = matches
  if (!best) return 0
  const { alignment } = best
  if (alignment.exact) return 1
  // relatives alone ("support" for "help") prove nothing
  if (meaningFound(best, OWN) === 0) return 0
  const probability = probabilityOf(matchStanding(best, matches, search))
  const isSure = tellingWords(best) >= ENOUGH.words && alignment.score >= ENOUGH.score
  return isSure ? Math.max(alignment.score, probability) : probability
}

/** How the best of the matches, best first, stands; in the order of `MATCH_STANDING`. */
export function matchStanding(
  best: Match,
  matches: readonly Match[],
  { recollection, library }: MatchSearch,
): number[] {
  const { alignment, evidence } = best
  const rank = rankByWords(best)
  const ranks = matches.map(rankByWords)
  const likenesses = matches.map(match => match.evidence.likeness)
  return [
    alignment.score,
    (recollection.total * alignment.score) / library.weightOf(''),
    rank - backgroundOf(ranks, TYPICAL_RANK, library.size),
    evidence.likeness,
    evidence.likeness - backgroundOf(likenesses, TYPICAL_LIKENESS, library.size),
    evidence.nearness,
    evidence.attributed,
    evidence.more,
  ]
}

/** Likeness in meaning apart, which is chance's as well. */
const rankByWords = ({ evidence }: Match): number => rankOfMatch({ ...evidence, likeness: 0 })

/** How many words of meaning a match holds. */
export const tellingWords = (match: Match): number => meaningFound(match, HALF)

const meaningFound = ({ alignment: { remembered, found } }: Match, least: number): number =>
  remembered.filter((word, i) => found[i]! >= least && isMeaningful(word)).length

/** A word that stands for another only perhaps does not tell either. */
const HALF = 0.5
/** The word itself, perhaps in another form or mistyped. */
const OWN = 0.7

/** Share of the remembered words of meaning that a match holds. */
export function shareOfMeaning(match: Match): number {
  const meaningful = match.alignment.remembered.filter(isMeaningful).length
  return meaningful === 0 ? 0 : meaningFound(match, OWN) / meaningful
}

/** "Never said" is on every record: it does not tell one quotation from another. */
const isMeaningful = (word: CanonicalWord): boolean =>
  !isFunctionWord(word.key) && !isNegative(word) && word.stem !== 'say'
