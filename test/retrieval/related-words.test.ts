import { describe, expect, it } from 'vitest'
import { parseRelatedWords } from '../../src/retrieval/related-words.js'

const related = parseRelatedWords('# a remark\nearn gain9 win6\nvow pledg3\nalone\n')

describe('parseRelatedWords', () => {
  it.each([
    [
      'earn',
      [
        ['gain', 1],
        ['win', 6 / 9],
      ],
    ],
    ['vow', [['pledg', 3 / 9]]],
    ['alone', []],
    ['#', []],
    ['herring', []],
  ])('%s', (stem, words) => {
    expect([...related.of(stem)]).toEqual(words)
  })
})
