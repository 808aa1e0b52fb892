import type { RankedPassage, RankedQuestion } from './ranked.js'

/** Pairs of neighbours kept, pairs near each other, the longest run of the question's words, density. */
export function pushOrder(
  row: number[],
  { terms, sequence, weight }: RankedQuestion,
  { terms: words, places, found }: RankedPassage,
): void {
  let pairs = 0
  let near = 0
  let last = -1
  let lastAt = 0
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!
    if (place < 0) continue
    const gap = at - lastAt
    const both = last >= 0 ? terms[last]!.idf + terms[place]!.idf : 0
    if (last >= 0 && place === last + 1 && gap <= 2) pairs += both
    if (last >= 0 && place !== last && gap <= 4) near += both
    last = place
    lastAt = at
  }
  const run = longestRun(sequence, words) / (sequence.length || 1)
  row.push(pairs / weight, near / weight, run, density(places, found.size))
}

/** The most words of the question that follow one another in the passage. */
function longestRun(sequence: readonly number[], words: readonly number[]): number {
  let best = 0
  let previous = new Uint16Array(sequence.length + 1)
  let current = new Uint16Array(sequence.length + 1)
  for (const word of words) {
    for (let j = 0; j < sequence.length; j++) {
      const run = word === sequence[j] ? previous[j]! + 1 : 0
      current[j + 1] = run
      if (run > best) best = run
    }
    const spare = previous
    previous = current
    current = spare
  }
  return best
}

/** How close together the question's terms stand: their number over the shortest stretch that has them all. */
function density(places: readonly number[], wanted: number): number {
  if (wanted < 2) return 0
  const seen = new Map<number, number>()
  let shortest = places.length
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!
    if (place < 0) continue
    seen.delete(place)
    seen.set(place, at)
    if (seen.size === wanted) shortest = Math.min(shortest, at - seen.values().next().value! + 1)
  }
  return wanted / shortest
}
