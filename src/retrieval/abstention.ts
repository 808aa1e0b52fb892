import type { Evidence } from './evidence.js'

/**
 * The least probability of being right that an answer must have. Low, because the questions it was chosen on are hard and a
 * wrong sentence is seen to be wrong: on PolNeAR's development articles 83 % of the questions without an answer are refused,
 * and the others lose 2 to 5 points.
 */
export const ANSWER_THRESHOLD = 0.16

/** The candidates after this many are taken for chance … */
const LIKELY = 3
/** … and this many of them are looked at. */
const BY_CHANCE = 5

/**
 * The mean rank of chance candidates, of ranks from the best down; in a small library, where they are few, filled up with
 * what is typical of a large one.
 */
export function backgroundOf(ranks: readonly number[], typical: number): number {
  const chance = ranks.slice(LIKELY, LIKELY + BY_CHANCE)
  const filled = chance.reduce((sum, rank) => sum + rank, 0) + (BY_CHANCE - chance.length) * typical
  return filled / BY_CHANCE
}

/** How the best match of remembered words stands. */
export interface MatchStanding {
  /** Of its alignment. */
  score: number
  /** The weight found, in words of the rarest kind. */
  found: number
  /** By how much its rank is above that of chance matches. */
  rise: number
  /** How many words found are no function words. */
  telling: number
}

/**
 * The probability that remembered words mean the best match. Logistic regression on 105 misquotes and corrupted quotations
 * of PolNeAR's development articles and on 215 searches for them in a library without their article (six-fold
 * cross-validated: AUC .96; at .25, 90 % are kept and 92 % of what is not on record is refused).
 */
export function matchConfidence({ score, found, rise, telling }: MatchStanding): number {
  const probability = logistic(-6 - 6.6 * score + 1.9 * found + 26.6 * rise)
  return telling >= 3 && score >= 0.8 ? Math.max(score, probability) : probability
}

const logistic = (score: number): number => 1 / (1 + Math.exp(-score))

/** What an answer is ranked by. */
export const rankOf = (evidence: Evidence): number => weighted(evidence, RANK_WEIGHTS)

/**
 * Conditional logit over the candidates of 78 questions on PolNeAR's development articles, cross-validated by article.
 */
const RANK_WEIGHTS: Record<keyof Evidence, number> = {
  topic: 2.2,
  around: 5.2,
  quotation: -1.2,
  relevance: 3.1,
  order: 0.2,
  speaker: 1.3,
  named: 0,
  described: 2.2,
  attributed: 1.3,
  answer: 2.5,
  pairs: 0,
}

/** What the whole list of candidates says about the first. */
export interface QuestionStanding {
  first: Evidence
  /** By how much its rank is above that of the candidates after the third. */
  rise: number
  asksForSpeaker: boolean
  namesSpeaker: boolean
  /** Whether anybody who may be meant is quoted anywhere. */
  speakerQuoted: boolean
  /** Share of the question's weight in words that stand nowhere in the library. */
  unknown: number
}

/**
 * The probability that the first answer is right. Logistic regression on 125 questions on PolNeAR's development articles and
 * 83 asked of a library without their article; six-fold cross-validated by article.
 */
export function answerConfidence(standing: QuestionStanding): number {
  const { first, rise, unknown } = standing
  if (first.around === 0) return 0
  return logistic(-3.5 + speakerScore(standing) + 1.3 * first.around - 1.2 * unknown + 0.72 * rise)
}

/** What speaks for the speaker: a named one who did not say it weighs most against an answer. */
function speakerScore({ first, asksForSpeaker, namesSpeaker, speakerQuoted }: QuestionStanding): number {
  if (!asksForSpeaker) return 0
  if (!namesSpeaker) return 1.6 * first.described - 1
  if (first.named > 0) return 0
  return speakerQuoted ? -2.6 : -3.4
}

function weighted(evidence: Evidence, weights: Readonly<Record<keyof Evidence, number>>): number {
  let sum = 0
  for (const name of Object.keys(weights) as (keyof Evidence)[]) sum += weights[name] * evidence[name]
  return sum
}
