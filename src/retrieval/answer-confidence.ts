import { sumOfTrees } from '../boosted-trees.js'
import { CONFIDENCE_IN_FACTS } from './confidence-in-facts.js'
import { CONFIDENCE_IN_SPEECH } from './confidence-in-speech.js'
import { CREDIT_EVIDENCE } from './credit-evidence.js'
import { EVIDENCE } from './evidence.js'
import { FIT_EVIDENCE } from './fit-evidence.js'
import type { Inquiry } from './inquiry.js'

/** A candidate with what it is ranked by. */
export interface RankedEvidence {
  evidence: readonly number[]
  rank: number
}

/** What of the first candidate's evidence says whether anything answers at all. */
const TELLING = [
  'topic',
  'around',
  'article',
  'article to best',
  'alike',
  'related',
  'related around',
  'heaviest',
  'second',
  'pairs',
  'relevance',
  'speaker',
  'speaker named',
  'speaker described',
  'speaker here',
  'speaker around',
  'speaker in article',
  'attributed',
  'by another',
  'quotation',
  'speech',
  'plainly',
  'marked',
  'said before',
  'answers',
  'answer',
  'answer near',
  'numbers lacking',
  'asks for a speaker',
  'asks for a name',
  'asks who said it',
  'topic words',
  'matter',
  'matter around',
  'matter related',
  'matter related around',
  ...FIT_EVIDENCE,
  ...CREDIT_EVIDENCE,
]
const PLACES = TELLING.map(name => EVIDENCE.indexOf(name))

const STANDING: readonly string[] = [
  'share',
  'above second',
  'above the others',
  'rank',
  'unknown',
  'speakers known',
  'quotations of the speaker',
  ...TELLING.map(name => `first: ${name}`),
]

/** What the whole list of candidates, best first, says about the first; in the order of `STANDING`. */
export function standingOf(ranked: readonly RankedEvidence[], inquiry: Inquiry): number[] {
  const [first, second] = ranked
  const best = first?.rank ?? 0
  const others = ranked.slice(3, 9)
  const sum = ranked.reduce((total, { rank }) => total + Math.exp(rank - best), 0)
  const quotations = inquiry.speakers.reduce((total, speaker) => total + speaker.quotations, 0)
  return [
    1 / sum,
    second ? best - second.rank : NOTHING_BESIDE,
    others.length > 0
      ? best - others.reduce((total, { rank }) => total + rank, 0) / others.length
      : NOTHING_BESIDE,
    best,
    inquiry.unknown,
    Math.min(3, inquiry.speakers.length),
    Math.min(10, quotations),
    ...PLACES.map(place => first?.evidence[place] ?? 0),
  ]
}

const ASKS = STANDING.indexOf('first: asks for a speaker')
const UNKNOWN = STANDING.indexOf('unknown')
const AROUND = STANDING.indexOf('first: around')
const NOTHING_BESIDE = 5

const confidenceFor = (standing: readonly number[]) =>
  standing[ASKS] === 1 ? CONFIDENCE_IN_SPEECH : CONFIDENCE_IN_FACTS

/** So many answers are read before somebody gives up. */
export const READ = 3

/**
 * The probability that one of the first `READ` candidates is right, where about as many questions are asked in vain as not;
 * none where nothing that is asked about stands near the first, or most of it nowhere at all.
 */
export function answerConfidence(standing: readonly number[]): number {
  if (standing[AROUND] === 0 || standing[UNKNOWN]! > 0.5) return 0
  const { trees, offset } = confidenceFor(standing)
  return logistic(sumOfTrees(trees, standing) + offset)
}

/** For each candidate the probability that it is the right one, where one of the first `READ` is; their ranks, best first. */
export const sharesOf = (ranks: readonly number[], standing: readonly number[]): number[] =>
  sharesBy(confidenceFor(standing).sharpness, ranks)

/** Softmax of the ranks times `sharpness` (an inverse temperature, as in Guo et al., ICML 2017), to 1 over the first `READ`. */
export function sharesBy(sharpness: number, ranks: readonly number[]): number[] {
  const [best = 0] = ranks
  const weights = ranks.map(rank => Math.exp(sharpness * (rank - best)))
  const sum = weights.slice(0, READ).reduce((total, weight) => total + weight, 0)
  return weights.map(weight => weight / sum)
}

const logistic = (score: number): number => 1 / (1 + Math.exp(-score))
