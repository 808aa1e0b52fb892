import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumOfTrees } from '../../src/boosted-trees.js'
import { type RankingGroup, trainTrees } from '../../tools/train/ranking-trees.js'

const SETTINGS = { trees: 20, depth: 2, rate: 0.3, ridge: 1, featureShare: 1, groupShare: 1, seed: 1 }

/** Two candidates, told apart by one feature: the one that has it is right, or the other. */
const choice = (isRight: boolean, weight?: number): RankingGroup => ({
  rows: [[1], [0]],
  gold: [isRight, !isRight],
  ...(weight !== undefined && { weight }),
})

const preference = (groups: readonly RankingGroup[]): number => {
  const trees = trainTrees(groups, SETTINGS)
  return sumOfTrees(trees, [1]) - sumOfTrees(trees, [0])
}

describe('trainTrees', () => {
  it.each([
    { name: 'most groups', groups: [choice(true), choice(true), choice(false)], sign: 1 },
    { name: 'most groups', groups: [choice(true), choice(false), choice(false)], sign: -1 },
    { name: 'one that weighs more', groups: [choice(true), choice(true), choice(false, 3)], sign: -1 },
    {
      name: 'those that weigh anything',
      groups: [choice(true), choice(false, 0), choice(false, 0)],
      sign: 1,
    },
    {
      name: 'none without a right one',
      groups: [choice(true), { rows: [[0], [1]], gold: [false, false], weight: 9 }],
      sign: 1,
    },
  ])('orders as $name would ($sign)', ({ groups, sign }) => {
    expect(Math.sign(preference(groups))).toBe(sign)
  })

  it('takes a weight for as many of the same', () => {
    const counts = fc.integer({ min: 1, max: 6 })
    fc.assert(
      fc.property(counts, counts, (right, wrong) => {
        const copies = [
          ...new Array<RankingGroup>(right).fill(choice(true)),
          ...new Array<RankingGroup>(wrong).fill(choice(false)),
        ]
        expect(preference([choice(true, right), choice(false, wrong)])).toBeCloseTo(preference(copies), 4)
      }),
    )
  })
})
