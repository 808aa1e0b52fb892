import { type Candidate, product } from './summary-candidates.js'

/** How much likeness to what is chosen already takes away (maximal marginal relevance). */
const REPETITION = 0.7
/** Sentences likelier each other than this say the same thing twice. */
export const REDUNDANT = 0.6
/** For a sentence with a speaker who has not been heard. */
const NEW_VOICE = 0.3
/** The share of the quoted sentences from which a speaker is a main one. */
const MAIN = 0.1

/**
 * At most `most` of the candidates: always the worthiest next, less what is said already. Nobody is heard twice, and
 * no room is given away, before every main speaker has been heard once.
 */
export function chooseSentences(candidates: readonly Candidate[], most: number): Candidate[] {
  const waiting = mainVoices(candidates, most)
  const heard = new Set<string>()
  const chosen: Candidate[] = []
  let left = candidates.map(candidate => ({ candidate, likeness: 0 }))
  while (chosen.length < most && left.length > 0) {
    for (const voice of waiting)
      if (!left.some(({ candidate }) => candidate.voice === voice)) waiting.delete(voice)
    const room = most - chosen.length
    const mayCome = ({ voice }: Candidate): boolean =>
      voice !== null && waiting.has(voice)
        ? true
        : waiting.size < room && (voice === null || !heard.has(voice) || waiting.size === 0)
    const next = best(
      left.filter(({ candidate }) => mayCome(candidate)),
      heard,
    )
    if (next === null) break
    chosen.push(next)
    if (next.voice !== null) {
      heard.add(next.voice)
      waiting.delete(next.voice)
    }
    left = left.flatMap(({ candidate, likeness }) => {
      const like = Math.max(likeness, product(next.weights, candidate.weights))
      return candidate === next || like > REDUNDANT ? [] : [{ candidate, likeness: like }]
    })
  }
  return chosen
}

function best(
  left: readonly { candidate: Candidate; likeness: number }[],
  heard: ReadonlySet<string>,
): Candidate | null {
  let most = Number.NEGATIVE_INFINITY
  let found: Candidate | null = null
  for (const { candidate, likeness } of left) {
    const isNew = candidate.voice !== null && !heard.has(candidate.voice)
    const gain = candidate.worth - REPETITION * likeness + (isNew ? NEW_VOICE : 0)
    if (gain > most) {
      most = gain
      found = candidate
    }
  }
  return found
}

/** Those who say most; one sentence is left to the articles' own words where there are any. */
export function mainVoices(candidates: readonly Candidate[], most: number): Set<string> {
  const counts = new Map<string, number>()
  let all = 0
  for (const { voice } of candidates) {
    if (voice === null) continue
    counts.set(voice, (counts.get(voice) ?? 0) + 1)
    all++
  }
  const own = all < candidates.length ? 1 : 0
  const main = [...counts].filter(([, count]) => count >= MAIN * all).sort((a, b) => b[1] - a[1])
  return new Set(main.slice(0, most - own).map(([voice]) => voice))
}
