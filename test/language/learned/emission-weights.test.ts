import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PackedWeights } from '../../../src/language/learned/emission-weights.js'

test.each([1, 2, 3, 7, 8, 12])('packed rows of %i labels add up as the plain ones do', labels => {
  const table = fc.record({
    keys: fc.uniqueArray(fc.integer({ min: 1, max: 0xffff_ffff }), { minLength: 1, maxLength: 20 }),
    weights: fc.int8Array({ minLength: 20 * labels, maxLength: 20 * labels }),
    wanted: fc.array(fc.nat(30), { maxLength: 257 }),
  })
  fc.assert(
    fc.property(table, ({ keys, weights, wanted }) => {
      const packed = new PackedWeights(
        Uint32Array.from(keys),
        weights.subarray(0, keys.length * labels) as Int8Array,
        labels,
      )
      const features = Uint32Array.from(wanted, place => keys[place] ?? 0)
      const plain = Array.from({ length: labels }, (_, k) =>
        wanted.reduce((sum, place) => sum + (place < keys.length ? weights[place * labels + k]! : 0), 0),
      )
      const sums = new Float32Array(labels + 2).fill(99)
      packed.sum(features, features.length, sums, 1)
      expect([...sums]).toEqual([99, ...plain, 99])
    }),
  )
})
