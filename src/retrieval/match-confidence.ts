import { backgroundOf } from './abstention.js'
import { type CanonicalWord, isNegative } from './canonical-words.js'
import type { Match } from './find-matches.js'
import type { MatchSearch } from './match-evidence.js'
import { probabilityOf, rankOfMatch, TYPICAL_RANK } from './match-weights.js'
import { isFunctionWord } from './words.js'

/** The probability that the first of the matches is meant. */
export function matchConfidence(matches: readonly Match[], { recollection, library }: MatchSearch): number {
  const [best] = matches
  if (!best) return 0
  const { alignment } = best
  if (alignment.exact) return 1
  // relatives alone ("support" for "help") prove nothing
  if (meaningFound(best, OWN) === 0) return 0
  const ranks = matches.map(rankByWords)
  return probabilityOf({
    score: alignment.score,
    found: (recollection.total * alignment.score) / library.weightOf(''),
    rise: rankByWords(best) - backgroundOf(ranks, TYPICAL_RANK, library.size),
    telling: tellingWords(best),
  })
}

/** How sure a match is was learnt from its words alone: likeness in meaning orders, and proves nothing. */
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
