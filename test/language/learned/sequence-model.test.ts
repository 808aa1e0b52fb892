import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chainOf, type Emissions, KINDS, latticeOf } from '../../../src/language/learned/sequence-model.js'
import { chains, small, weighted } from './chains.js'

test('marginals are the share of all legal paths, weighted by their probability', () => {
  fc.assert(
    fc.property(chains(small, 3), chain => {
      const { length } = chain.emissions
      const all = weighted(chain)
      const { marginals } = latticeOf(chainOf(chain.model), chain.emissions)
      for (let i = 0; i < length; i++) {
        for (let k = 0; k < small.length; k++) {
          const through = all.reduce(
            (sum, { path, probability }) => sum + (path[i] === k ? probability : 0),
            0,
          )
          expect(marginals[i * small.length + k]!).toBeCloseTo(through, 4)
        }
      }
    }),
    { numRuns: 30 },
  )
})

test('an empty sequence has no marginals', () => {
  const empty: Emissions = { length: 0, scores: new Float32Array(0), kinds: new Uint8Array(0) }
  const model = { labels: small, transitions: new Float32Array(KINDS * small.length ** 2) }
  expect(latticeOf(chainOf(model), empty).marginals).toHaveLength(0)
})
