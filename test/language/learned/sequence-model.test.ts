import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LABELS } from '../../../src/language/learned/label-set.js'
import {
  bestPath,
  type Emissions,
  KINDS,
  type Label,
  marginals,
  mayFollow,
  NEVER,
} from '../../../src/language/learned/sequence-model.js'

const small: readonly Label[] = [
  { role: null, begins: false, variant: 0 },
  { role: 'cue', begins: true, variant: 0 },
  { role: 'cue', begins: false, variant: 0 },
  { role: 'content', begins: true, variant: 0 },
  { role: 'content', begins: false, variant: 0 },
  { role: 'content', begins: true, variant: 1 },
  { role: 'content', begins: false, variant: 1 },
]

const score = fc.integer({ min: -40, max: 40 }).map(n => n / 10)

interface Chain {
  model: { labels: readonly Label[]; transitions: Float32Array }
  emissions: Emissions
}

function chains(labels: readonly Label[], longest: number): fc.Arbitrary<Chain> {
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

const isLegal = (labels: readonly Label[], path: ArrayLike<number>): boolean =>
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

test('the best path scores as high as the best of all legal paths', () => {
  fc.assert(
    fc.property(chains(small, 4), chain => {
      const legal = [...paths(small.length, chain.emissions.length)].filter(path => isLegal(small, path))
      const best = Math.max(...legal.map(path => scoreOf(chain, path)))
      const path = bestPath(chain.model, chain.emissions)
      expect(isLegal(small, path)).toBe(true)
      expect(scoreOf(chain, path)).toBeCloseTo(best, 3)
    }),
    { numRuns: 40 },
  )
})

test('marginals are the share of all legal paths, weighted by their probability', () => {
  fc.assert(
    fc.property(chains(small, 3), chain => {
      const { length } = chain.emissions
      const legal = [...paths(small.length, length)].filter(path => isLegal(small, path))
      const weights = legal.map(path => Math.exp(scoreOf(chain, path)))
      const all = weights.reduce((a, b) => a + b, 0)
      const found = marginals(chain.model, chain.emissions)
      for (let i = 0; i < length; i++) {
        for (let k = 0; k < small.length; k++) {
          const through = legal.reduce((sum, path, at) => sum + (path[i] === k ? weights[at]! : 0), 0)
          expect(found[i * small.length + k]!).toBeCloseTo(through / all, 4)
        }
      }
    }),
    { numRuns: 30 },
  )
})

test('the shipped labels never begin a span inside one or change its side', () => {
  fc.assert(
    fc.property(chains(LABELS, 60), ({ model, emissions }) => {
      expect(isLegal(LABELS, bestPath(model, emissions))).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test('an empty sequence has an empty path', () => {
  const empty: Emissions = { length: 0, scores: new Float32Array(0), kinds: new Uint8Array(0) }
  const model = { labels: small, transitions: new Float32Array(KINDS * small.length ** 2) }
  expect(bestPath(model, empty)).toHaveLength(0)
  expect(marginals(model, empty)).toHaveLength(0)
})
