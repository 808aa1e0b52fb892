import fc from 'fast-check'
import {
  type Emissions,
  KINDS,
  type Label,
  mayFollow,
  NEVER,
} from '../../../src/language/learned/sequence-model.js'

/** A role with two variants and one without: little enough to try every path. */
export const small: readonly Label[] = [
  { role: null, begins: false, variant: 0 },
  { role: 'cue', begins: true, variant: 0 },
  { role: 'cue', begins: false, variant: 0 },
  { role: 'content', begins: true, variant: 0 },
  { role: 'content', begins: false, variant: 0 },
  { role: 'content', begins: true, variant: 1 },
  { role: 'content', begins: false, variant: 1 },
]

const score = fc.integer({ min: -40, max: 40 }).map(n => n / 10)

export interface Chain {
  model: { labels: readonly Label[]; transitions: Float32Array }
  emissions: Emissions
}

export function chains(labels: readonly Label[], longest: number): fc.Arbitrary<Chain> {
  const size = KINDS * labels.length ** 2
  return fc
    .record({
      length: fc.integer({ min: 1, max: longest }),
      values: fc.array(score, { minLength: size, maxLength: size }),
    })
    .chain(({ length, values }) =>
      fc.record({
        scores: fc.array(score, { minLength: length * labels.length, maxLength: length * labels.length }),
        kinds: fc.array(fc.integer({ min: 0, max: KINDS - 1 }), { minLength: length, maxLength: length }),
        values: fc.constant(values),
      }),
    )
    .map(({ scores, kinds, values }) => ({
      model: { labels, transitions: legalOnly(labels, values) },
      emissions: { length: kinds.length, scores: Float32Array.from(scores), kinds: Uint8Array.from(kinds) },
    }))
}

function legalOnly(labels: readonly Label[], values: readonly number[]): Float32Array {
  const count = labels.length
  return Float32Array.from(values, (value, i) => {
    const before = labels[Math.floor(i / count) % count]!
    return mayFollow(before, labels[i % count]!) ? value : NEVER
  })
}

function* paths(count: number, length: number): Iterable<number[]> {
  if (length === 0) yield []
  else for (const path of paths(count, length - 1)) for (let k = 0; k < count; k++) yield [...path, k]
}

export const isLegal = (labels: readonly Label[], path: ArrayLike<number>): boolean =>
  Array.from(path).every((label, i) => mayFollow(i === 0 ? null : labels[path[i - 1]!]!, labels[label]!))

function scoreOf({ model, emissions }: Chain, path: ArrayLike<number>): number {
  const count = model.labels.length
  let sum = emissions.scores[path[0]!]!
  for (let i = 1; i < emissions.length; i++) {
    sum += emissions.scores[i * count + path[i]!]!
    sum += model.transitions[(emissions.kinds[i]! * count + path[i - 1]!) * count + path[i]!]!
  }
  return sum
}

/** Every legal path with its probability. */
export function weighted(chain: Chain): { path: number[]; probability: number }[] {
  const { labels } = chain.model
  const legal = [...paths(labels.length, chain.emissions.length)].filter(path => isLegal(labels, path))
  const weights = legal.map(path => Math.exp(scoreOf(chain, path)))
  const all = weights.reduce((a, b) => a + b, 0)
  return legal.map((path, i) => ({ path, probability: weights[i]! / all }))
}
