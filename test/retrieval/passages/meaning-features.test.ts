import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MEANING_FEATURES } from '../../../src/retrieval/passages/meaning-features.js'
import { buildPassageIndex } from '../../../src/retrieval/passages/passage-index.js'
import { QUESTION_TREES } from '../../../src/retrieval/passages/question-trees.js'
import { RANKING_FEATURES } from '../../../src/retrieval/passages/ranking-features.js'
import { STATEMENT_TREES } from '../../../src/retrieval/passages/statement-trees.js'
import { parseRelatedWords } from '../../../src/retrieval/related-words.js'
import { parseWordVectors } from '../../../src/retrieval/word-vectors.js'

const vector = (...bytes: number[]): string => Buffer.from(Int8Array.from(bytes)).toString('base64')

/** Taxes and levies point nearly the same way, as do ferries and boats; "cut" may stand for "lower". */
const meanings = {
  vectors: parseWordVectors(
    `tax ${vector(127, 0)}\nlevi ${vector(120, 41)}\nferri ${vector(0, 127)}\nboat ${vector(25, 124)}\n`,
  ),
  related: parseRelatedWords('lower cut9 drop4\n'),
}

const index = buildPassageIndex(
  [
    { id: 'levy', text: 'The governor cut the levy.' },
    { id: 'boat', text: 'The governor sold 14 boats.' },
    { id: 'other', text: 'Nobody answered.' },
  ],
  () => meanings,
)

function meaningOf(statement: string, id: string): Record<string, number> {
  const row = index.explain(statement, 10).find(found => found.id === id)?.features ?? []
  expect(row).toHaveLength(RANKING_FEATURES.length + MEANING_FEATURES.length)
  return Object.fromEntries(MEANING_FEATURES.map((name, at) => [name, row[RANKING_FEATURES.length + at]!]))
}

describe('meaningFeatures', () => {
  test.each([
    ['The governor cut the levy.', 'levy', { recall: 1, precision: 1, F1: 1, 'recall of missing': 1 }],
    ['The governor lowered taxes.', 'levy', { related: 0.4, 'F1 to best': 0 }],
    ['The governor dropped taxes.', 'levy', { related: 0 }],
    ['The governor raised taxes.', 'levy', { cosine: 0.95, 'recall of missing': 0.47 }],
    ['The governor raised taxes.', 'boat', { cosine: 0.2, 'recall of missing': 0.1 }],
    ['The governor has 14 ferries.', 'boat', { numbers: 1, 'recall of missing': 0.98 }],
    ['The governor has 12 ferries.', 'boat', { numbers: 0 }],
    ['The governor has ferries.', 'boat', { numbers: 0.5 }],
  ])('%s · %s', (statement, id, expected) => {
    const features = meaningOf(statement, id)
    for (const [name, value] of Object.entries(expected)) expect(features[name], name).toBeCloseTo(value, 1)
  })

  test('are not made for what asks', () => {
    expect(index.explain('Who lowered the levy?', 1)[0]?.features).toHaveLength(RANKING_FEATURES.length)
  })

  test('are what the trees for statements may ask for, and no more', () => {
    const most = (trees: { features: ArrayLike<number> }) => Math.max(...Array.from(trees.features))
    expect(most(QUESTION_TREES)).toBeLessThan(RANKING_FEATURES.length)
    expect(most(STATEMENT_TREES)).toBeLessThan(RANKING_FEATURES.length + MEANING_FEATURES.length)
    expect(most(STATEMENT_TREES)).toBeGreaterThanOrEqual(RANKING_FEATURES.length)
  })

  test.each([
    ['an empty index', [], 'The governor cut the levy.', 10],
    ['nobody who wants a hit', ['The governor cut the levy.'], 'The governor cut the levy.', 0],
    ['words that only carry grammar', ['The governor cut the levy.'], 'That was it.', 10],
    ['a question', ['The governor cut the levy.'], 'Who cut the levy?', 10],
  ])('are not read for %s', (_, texts, text, limit) => {
    const unread = buildPassageIndex(
      texts.map(each => ({ id: each, text: each })),
      () => {
        throw new Error('read')
      },
    )
    expect(() => unread.search(text, { limit })).not.toThrow()
    expect(() =>
      buildPassageIndex([{ id: 1, text: 'levy' }], () => {
        throw new Error('read')
      }).search('The levy.'),
    ).toThrow('read')
  })

  test('leave the order of BM25F where no word has a vector', () => {
    const bare = buildPassageIndex(
      ['The levy.', 'The governor cut the levy.', 'Governor!'].map(text => ({ id: text, text })),
    )
    const hits = bare.search('The governor cut the levy.')
    expect(hits.map(({ id }) => id)).toEqual(
      bare.search('The governor cut the levy.', { rerank: false }).map(({ id }) => id),
    )
    const all = hits.reduce((sum, { relevance }) => sum + relevance, 0)
    for (const { score, relevance } of hits) expect(score).toBeCloseTo(relevance / all, 9)
  })

  test('stay in bounds for any text', () => {
    const words = fc.constantFrom(
      'governor',
      'levy',
      'taxes',
      'ferries',
      'boat',
      '14',
      'lower',
      'cut',
      'unheard',
    )
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), texts => {
        for (const { features } of index.explain(`${texts.join(' ')}.`, 10))
          for (const value of features.slice(RANKING_FEATURES.length, -1)) {
            expect(value).toBeGreaterThanOrEqual(-1.0001)
            expect(value).toBeLessThanOrEqual(1.0001)
          }
      }),
    )
  })
})
