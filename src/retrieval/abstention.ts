/**
 * The least probability that an answer must have of being right, or of one behind it being. Low, because the questions it was
 * chosen on are hard and a wrong sentence is seen to be wrong: on PolNeAR's development articles 98 % of the questions without
 * an answer are refused (88 % on others, written to be harder), and of the rest 2 to 7 in a hundred lose a right answer.
 */
export const ANSWER_THRESHOLD = 0.19

/** The candidates after this many are taken for chance … */
const LIKELY = 3
/** … and this many of them are looked at. */
const BY_CHANCE = 5

/** A library of so many sentences has something for every chance. */
const LARGE = 2000

/**
 * The mean rank of chance candidates, of ranks from the best down. In a small library, of `size` sentences, chance finds
 * little, which tells nothing: the smaller it is, the more it is held to what is typical of a large one.
 */
export function backgroundOf(ranks: readonly number[], typical: number, size: number): number {
  const chance = ranks.slice(LIKELY, LIKELY + BY_CHANCE)
  const filled = chance.reduce((sum, rank) => sum + rank, 0) + (BY_CHANCE - chance.length) * typical
  return Math.max(filled / BY_CHANCE, typical * (1 - size / LARGE))
}
