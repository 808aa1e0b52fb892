import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { READ, sharesBy } from '../../src/retrieval/answer-confidence.js'

describe('sharesBy', () => {
  it.each([
    ['one candidate has all', 1, [-3], [1]],
    ['equals share', 2, [4, 4], [0.5, 0.5]],
    ['the better has e times as much', 1, [1, 0], [0.731, 0.269]],
    ['the sharper, the more', 2, [1, 0], [0.881, 0.119]],
    ['what is not read has its share beside theirs', 1, [0, 0, 0, 0], [0.333, 0.333, 0.333, 0.333]],
    ['nobody, nothing', 1, [], []],
  ])('%s', (_, sharpness, ranks, shares) => {
    expect(sharesBy(sharpness, ranks).map(share => Number(share.toFixed(3)))).toEqual(shares)
  })

  it('gives all to those that are read, the best first, however far apart the ranks are', () => {
    const ranks = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 3, noNaN: true }), ranks, (sharpness, unsorted) => {
        const shares = sharesBy(
          sharpness,
          unsorted.sort((a, b) => b - a),
        )
        expect(shares.slice(0, READ).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
        expect(shares).toEqual([...shares].sort((a, b) => b - a))
      }),
    )
  })
})
