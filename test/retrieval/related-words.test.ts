import { describe, expect, it } from 'vitest'
import { loadRelatedWords } from '../../src/ingest/words-file.js'
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

/** By stems. */
const likelihood = (word: string, other: string): number => loadRelatedWords().of(word).get(other) ?? 0

describe('the related words that come with the program', () => {
  it.each([
    ['finish', 'complet', 'paint'],
    ['villain', 'evil', 'part'],
    ['enemi', 'foe', 'oppos'],
    ['cop', 'policeman', 'clutch'],
  ])('%s is more likely %s than %s', (word, likelier, other) => {
    expect(likelihood(word, likelier)).toBeGreaterThan(likelihood(word, other))
    expect(likelihood(word, other)).toBeGreaterThan(0)
  })

  it.each([
    ['hispan', 'latino'],
    ['mishap', 'accid'],
    ['earn', 'gain'],
    // one of the two has a vector
    ['aunt', 'aunti'],
    ['ammunit', 'ammo'],
  ])('%s may be %s, and the other way about', (word, other) => {
    expect(likelihood(word, other)).toBeGreaterThan(0.5)
    expect(likelihood(other, word)).toBeGreaterThan(0)
  })

  it.each(['paul', 'mari', 'jordan', 'charl', 'elizabeth'])('%s, a given name, stands for no other', name => {
    expect([...loadRelatedWords().of(name)]).toEqual([])
  })
})
