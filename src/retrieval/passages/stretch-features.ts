import type { RankedPassage, RankedQuestion } from './ranked.js'

/** In words. */
const STRETCHES = [6, 12, 20]

/** The most of the question that stands in a stretch of so many words, neighbours kept, and the heaviest chain. */
export function pushStretch(row: number[], question: RankedQuestion, { terms, places }: RankedPassage): void {
  for (const size of STRETCHES) row.push(heaviestStretch(question, places, size))
  row.push(neighbours(question.sequence, terms), heaviestChain(question, places))
}

function heaviestStretch({ terms, weight }: RankedQuestion, places: readonly number[], size: number): number {
  const counts = new Uint16Array(terms.length)
  let sum = 0
  let best = 0
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!
    if (place >= 0 && counts[place]!++ === 0) sum += terms[place]!.idf
    const gone = at >= size ? places[at - size]! : -1
    if (gone >= 0 && --counts[gone]! === 0) sum -= terms[gone]!.idf
    if (sum > best) best = sum
  }
  return best / weight
}

/** How many pairs of words are next to each other in both, stop words among them. */
function neighbours(sequence: readonly number[], words: readonly number[]): number {
  let count = 0
  for (let i = 0; i + 1 < sequence.length; i++)
    if (sequence[i]! >= 0 && sequence[i + 1]! >= 0 && hasPair(words, sequence[i]!, sequence[i + 1]!)) count++
  return count
}

function hasPair(words: readonly number[], first: number, second: number): boolean {
  for (let at = words.indexOf(first); at >= 0; at = words.indexOf(first, at + 1))
    if (words[at + 1] === second) return true
  return false
}

/** Of the question's terms that come in its order, not necessarily next to each other. */
function heaviestChain({ terms, weight }: RankedQuestion, places: readonly number[]): number {
  const endingAt = new Float64Array(terms.length)
  let most = 0
  for (const place of places) {
    if (place < 0) continue
    let before = 0
    for (let other = 0; other < place; other++) before = Math.max(before, endingAt[other]!)
    endingAt[place] = Math.max(endingAt[place]!, before + terms[place]!.idf)
    most = Math.max(most, endingAt[place]!)
  }
  return most / weight
}
