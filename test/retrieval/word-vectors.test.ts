import { describe, expect, it } from 'vitest'
import { loadWordVectors } from '../../src/ingest/words-file.js'
import {
  cosineOf,
  directionOf,
  likenessOf,
  NO_WORD_VECTORS,
  parseWordVectors,
} from '../../src/retrieval/word-vectors.js'
import { wordsOf } from '../../src/retrieval/words.js'

describe('parseWordVectors', () => {
  const vectors = parseWordVectors('# a remark\nday AQL/\nshort AQI=\nbroken ***\nbare\n')

  it.each([
    ['day', [1, 2, -1]],
    ['short', null],
    ['broken', null],
    ['bare', null],
    ['#', null],
    ['herring', null],
  ])('%s', (stem, vector) => {
    const found = vectors.of(stem)
    expect(found && Array.from(found)).toEqual(vector)
  })

  it('knows no word of an empty file', () => {
    expect(parseWordVectors('')).toMatchObject({ dimensions: 0 })
    expect(parseWordVectors('').of('day')).toBeNull()
  })
})

it.each([
  [[1, 0], [2, 0], 1],
  [[1, 0], [0, 3], 0],
  [[1, 1], [-1, -1], -1],
  [[3, 4], [4, 3], 0.96],
  [[0, 0], [1, 0], 0],
])('the cosine of %j and %j is %d', (a, b, cosine) => {
  expect(cosineOf(a, b)).toBeCloseTo(cosine, 10)
})

describe('the meaning of words as a whole', () => {
  const directionIn = (text: string) => directionOf(wordsOf(text), loadWordVectors(), () => 1)
  const likeness = (a: string, b: string) => likenessOf(directionIn(a), directionIn(b))

  it.each([
    ['the cops obeyed', 'police complied with orders', 'the harvest was good'],
    ['taxes are going up', 'a rise in the levy', 'he sang in the choir'],
    ['she is scared of dogs', 'the puppy frightened her', 'the budget has a deficit'],
  ])('“%s” is more like “%s” than “%s”', (asked, near, far) => {
    expect(likeness(asked, near)).toBeGreaterThan(likeness(asked, far) + 0.1)
  })

  it.each([
    ['', 'taxes'],
    ['the of and', 'taxes'],
    ['xqzzyv', 'taxes'],
  ])('“%s” is like nothing', (asked, other) => {
    expect(likeness(asked, other)).toBe(0)
  })

  it('is none where no word has a vector', () => {
    const none = directionOf(wordsOf('taxes'), NO_WORD_VECTORS, () => 1)
    expect(likenessOf(none, none)).toBe(0)
  })
})
