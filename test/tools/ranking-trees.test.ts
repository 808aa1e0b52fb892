import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumOfTrees } from '../../src/boosted-trees.js'
import { type RankingGroup, trainTrees } from '../../tools/train/ranking-trees.js'

const SETTINGS = { trees: 20, depth: 2, rate: 0.3, ridge: 1, featureShare: 1, groupShare: 1, seed: 1 }

/** Two candidates, told apart by one feature: the one that has it is right, or the other. */
const choice = (isRight: boolean): RankingGroup => ({ rows: [[1], [0]], gold: [isRight, !isRight] })

const preference = (groups: readonly RankingGroup[]): number => {
  const trees = trainTrees(groups, SETTINGS)
  return sumOfTrees(trees, [1]) - sumOfTrees(trees, [0])
}

describe('trainTrees', () => {
  it('learns nothing from a group without a right one', () => {
    const empty: RankingGroup = { rows: [[0], [1]], gold: [false, false] }
    expect(preference([choice(true), empty, empty])).toBe(preference([choice(true)]))
  })

  it('prefers what is right in most groups, the more of them the more', () => {
    const counts = fc.integer({ min: 1, max: 6 })
    fc.assert(
      fc.property(counts, counts, (right, wrong) => {
        const groups = [
          ...new Array<RankingGroup>(right).fill(choice(true)),
          ...new Array<RankingGroup>(wrong).fill(choice(false)),
        ]
        const preferred = preference(groups)
        expect(Math.sign(Math.round(preferred * 1e4)) + 0).toBe(Math.sign(right - wrong))
        expect(preference([...groups, choice(true)])).toBeGreaterThan(preferred)
      }),
    )
  })

  it('counts a group by its weight', () => {
    const right = choice(true)
    const wrong = { ...choice(false), weight: 3 }
    expect(preference([right, wrong])).toBeCloseTo(preference([right, ...new Array(3).fill(choice(false))]))
    expect(preference([right, { ...wrong, weight: 0.5 }])).toBeGreaterThan(0)
  })
})
