import { describe, expect, test } from 'vitest'
import { inverseFrequency } from '../../../src/retrieval/passages/bm25f.js'
import { buildPassageIndex } from '../../../src/retrieval/passages/passage-index.js'
import { weighTerms } from '../../../src/retrieval/passages/search-terms.js'
import { Vocabulary } from '../../../src/retrieval/passages/vocabulary.js'
import { NO_RELATED_WORDS, parseRelatedWords } from '../../../src/retrieval/related-words.js'
import { NO_WORD_VECTORS } from '../../../src/retrieval/word-vectors.js'

const related = parseRelatedWords('lower cut9 drop8 reduc7\nhospit clinic6 the9\nclinic hospit3 hospic9\n')

/** In how many of 100 passages each term stands; all others stand in none. */
const FREQUENCIES: Readonly<Record<string, number>> = {
  cut: 10,
  drop: 1,
  reduc: 5,
  clinic: 2,
  hospit: 50,
  tax: 30,
}
const vocabulary = new Vocabulary()
vocabulary.read(`${Object.keys(FREQUENCIES).join(' ')} the`)

function weights(searched: string, words = related): Record<string, number> {
  const frequencyOf = (term: number) => FREQUENCIES[vocabulary.textOf(term)] ?? 0
  const found = weighTerms(searched.split(' '), words, vocabulary, 100, frequencyOf)
  return Object.fromEntries([...found].map(([term, weight]) => [vocabulary.textOf(term), weight]))
}
const idf = (term: string): number => inverseFrequency(100, FREQUENCIES[term] ?? 0)

describe('weighTerms', () => {
  test.each<[what: string, searched: string, expected: Record<string, number>]>([
    ['a term by its idf', 'tax', { tax: idf('tax') }],
    ['nothing that no passage has', 'ferri', {}],
    ['the two likeliest relatives, of one that no passage has too', 'lower', { cut: 0.5 * idf('cut'), drop: (4 / 9) * idf('drop') }],
    ['no relative for more than what it stands for', 'hospit', { hospit: idf('hospit'), clinic: (3 / 9) * idf('hospit') }],
    ['what is searched for as such, also where it is related', 'hospit clinic', { hospit: idf('hospit'), clinic: idf('clinic') }],
  ])('finds %s', (_, searched, expected) => {
    const found = weights(searched)
    expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort())
    for (const [term, weight] of Object.entries(expected)) expect(found[term], term).toBeCloseTo(weight, 9)
  }) // biome-ignore format: a table

  test('finds the words themselves where none are related', () => {
    expect(weights('lower tax', NO_RELATED_WORDS)).toEqual({ tax: idf('tax') })
  })
})

describe('a search by related words', () => {
  const meanings = () => ({ related, vectors: NO_WORD_VECTORS })

  test('passes over words whose passages were removed', () => {
    const grown = buildPassageIndex(
      ['cut', 'dropped', 'reduced'].map(word => ({ id: word, text: `The governor ${word} it.` })),
      meanings,
    )
    grown.remove(['cut', 'dropped'])
    expect(grown.search('It was lowered.').map(({ id }) => id)).toEqual(['reduced'])
  })

  const index = buildPassageIndex(
    [
      { id: 'cut', text: 'The governor cut the levy.' },
      { id: 'other', text: 'Nobody answered.' },
    ],
    meanings,
  )
  test.each([
    ['what is stated', 'It was lowered.', undefined, ['cut']],
    ['not what is asked', 'Was it lowered?', undefined, []],
    ['nothing by BM25F alone', 'It was lowered.', false, []],
  ])('finds %s', (_, text, rerank, expected) => {
    expect(index.search(text, { rerank }).map(({ id }) => id)).toEqual(expected)
  })
})
