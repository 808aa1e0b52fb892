import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumOfTrees, sumsOfTrees, treesFrom } from '../src/boosted-trees.js'

const TREES = treesFrom(2, '0 1 1 0', '0.5 -1 2 0', '1 20 300 4000 5 60 700 8000')

test('many rows at once have the sums of each alone, values on a threshold among them', () => {
  const value = fc.oneof(fc.constantFrom(0.5, -1, 2, 0, -0), fc.double({ noNaN: true, min: -9, max: 9 }))
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { maxLength: 9 }), rows => {
      expect([...sumsOfTrees(TREES, rows)]).toEqual(rows.map(row => sumOfTrees(TREES, row)))
    }),
  )
  expect([...sumsOfTrees(TREES, [[1, 0]])]).toEqual([4.06])
})

test.each([
  ['more thresholds of a feature than a byte can tell apart', 1, 128],
  ['trees deeper than a byte can tell leaves apart', 9, 9],
])('%s are refused', (_, depth, splits) => {
  const numbers = Array.from({ length: splits }, (_, split) => split)
  const leaves = numbers.map(() => 0).join(' ')
  const trees = treesFrom(depth, leaves, numbers.join(' '), leaves)
  expect(() => sumsOfTrees(trees, [[1]])).toThrow(RangeError)
})
