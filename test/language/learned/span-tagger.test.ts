import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sequencesOf } from '../../../src/language/learned/span-tagger.js'

/** Where the sentence of each token begins, of sentences of so many tokens one after another. */
function sentenceStarts(lengths: readonly number[]): Uint32Array {
  const starts: number[] = []
  for (const length of lengths) {
    const start = starts.length
    for (let i = 0; i < length; i++) starts.push(start)
  }
  return Uint32Array.from(starts)
}

const MOST = 2_000
const cut = (lengths: readonly number[]) => {
  const sentenceStart = sentenceStarts(lengths)
  return sequencesOf({ sentenceStart }, [0, sentenceStart.length])
}

describe('a paragraph is labelled', () => {
  test.each([
    ['as a whole', [25, 30, 12], [[0, 67]]],
    ['as a whole where it is just not endless', [1_000, 1_000], [[0, 2_000]]],
    [
      'in several runs of sentences where it is endless',
      [1_500, 400, 300, 900],
      [
        [0, 1_900],
        [1_900, 3_100],
      ],
    ],
    [
      'in pieces where it has no sentences',
      [4_500],
      [
        [0, 2_000],
        [2_000, 4_000],
        [4_000, 4_500],
      ],
    ],
  ])('%s', (_, lengths, expected) => {
    expect(cut(lengths)).toEqual(expected)
  })

  test('token by token in order, however long its sentences are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 9 }), lengths => {
        const sequences = cut(lengths)
        const size = lengths.reduce((a, b) => a + b, 0)
        expect(sequences.map(([first]) => first)).toEqual([
          0,
          ...sequences.slice(0, -1).map(([, end]) => end),
        ])
        expect(sequences.at(-1)![1]).toBe(size)
        for (const [first, end] of sequences) expect(end - first).toBeLessThanOrEqual(MOST)
      }),
    )
  })
})
