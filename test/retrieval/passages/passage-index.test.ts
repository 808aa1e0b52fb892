import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contextWeight,
  inverseFrequency,
  saturate,
  sentenceWeight,
  titleWeight,
} from '../../../src/retrieval/passages/bm25f.js'
import type { Passage } from '../../../src/retrieval/passages/passage.js'
import { buildPassageIndex } from '../../../src/retrieval/passages/passage-index.js'
import { terms, tokenize } from '../../../src/retrieval/passages/terms.js'

type NumberedPassage = Passage<number>

const count = (list: readonly string[], term: string): number => list.filter(other => other === term).length
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** BM25F by its definition, over every passage. */
function bruteForce(passages: readonly NumberedPassage[], query: string): { id: number; score: number }[] {
  const fields = passages.map(({ id, text, context = '', title = '' }) => ({
    id,
    text: terms(text),
    context: terms(context),
    title: terms(title),
    titleLength: tokenize(title).length,
  }))
  const average = {
    text: mean(fields.map(({ text }) => text.length)),
    context: mean(fields.map(({ context }) => context.length)),
    title: mean(fields.map(({ titleLength }) => titleLength)),
  }
  const score = ({ text, context, title, titleLength }: (typeof fields)[number], term: string) => {
    const frequency = fields.filter(field => field.text.includes(term)).length
    const weighted =
      sentenceWeight(text.length, average.text) * count(text, term) +
      contextWeight(context.length, average.context) * count(context, term) +
      titleWeight(titleLength, average.title) * count(title, term)
    return inverseFrequency(fields.length, frequency) * saturate(weighted)
  }
  return fields
    .map(field => ({
      id: field.id,
      score: [...new Set(terms(query))].reduce((sum, term) => sum + score(field, term), 0),
    }))
    .filter(hit => hit.score > 0)
    .sort((a, b) => b.score - a.score)
}

// few words, so that they meet; some of them stop words, names of members of every object, or close to each other
const WORDS =
  'vote votes voter mayor levy levies budget the of constructor __proto__ toString 4 four 1,200 Ghent 東京 🙂 it'.split(
    ' ',
  )
const sentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 7 }).map(words => words.join(' '))
const paragraph = fc
  .record({
    sentences: fc.array(sentence, { minLength: 1, maxLength: 4 }),
    title: fc.option(sentence, { nil: undefined }),
    context: fc.constantFrom('tiled', 'wider', 'none'),
  })
  .map(({ sentences, title, context }) =>
    sentences.map(text => ({
      text,
      title,
      context:
        context === 'none' ? undefined : sentences.join(' ') + (context === 'wider' ? ' mayor levy' : ''),
    })),
  )
const articles = fc
  .array(paragraph, { minLength: 1, maxLength: 12 })
  .map(paragraphs => paragraphs.flat().map((passage, id): NumberedPassage => ({ ...passage, id })))

const rounded = (hits: readonly { score: number }[]): number[] =>
  hits.map(({ score }) => Number(score.toFixed(9)))

describe('search without the learned order', () => {
  test('finds what scoring every passage finds', () => {
    fc.assert(
      fc.property(articles, sentence, fc.integer({ min: 1, max: 12 }), (passages, query, limit) => {
        const hits = buildPassageIndex(passages).search(query, { limit, rerank: false })
        const expected = bruteForce(passages, query)
        expect(rounded(hits)).toEqual(rounded(expected.slice(0, limit)))
        const scoreOf = new Map(expected.map(({ id, score }) => [id, score]))
        for (const { id, score } of hits) expect(score).toBeCloseTo(scoreOf.get(id) ?? -1, 9)
      }),
      { numRuns: 300 },
    )
  })

  test('finds the same after adding and removing as when built from what is left', () => {
    fc.assert(
      fc.property(articles, sentence, fc.infiniteStream(fc.boolean()), (passages, query, coins) => {
        const removed = new Set(passages.filter(() => coins.next().value).map(({ id }) => id))
        const grown = buildPassageIndex<number>([])
        grown.add(passages)
        grown.remove(removed)
        const fresh = buildPassageIndex(passages.filter(({ id }) => !removed.has(id)))
        expect(grown.size).toBe(fresh.size)
        expect(rounded(grown.search(query, { limit: 50, rerank: false }))).toEqual(
          rounded(fresh.search(query, { limit: 50, rerank: false })),
        )
      }),
      { numRuns: 200 },
    )
  })

  test('lets no refused passage take the place of another', () => {
    fc.assert(
      fc.property(articles, sentence, fc.integer({ min: 1, max: 5 }), (passages, query, limit) => {
        const filter = (id: number) => id % 3 === 0
        const index = buildPassageIndex(passages)
        const all = index.search(query, { limit: passages.length, rerank: false })
        const hits = index.search(query, { limit, filter, rerank: false })
        expect(hits).toEqual(all.filter(({ id }) => filter(id)).slice(0, limit))
      }),
    )
  })

  test('finds with a set of ids what it finds with a function, few ids or many', () => {
    const many = articles.map(passages =>
      Array.from({ length: 20 }, (_, copy) =>
        passages.map(passage => ({ ...passage, id: passage.id + copy * 100 })),
      ).flat(),
    )
    const chosen = fc.uniqueArray(fc.integer({ min: 0, max: 2100 }), { maxLength: 40 })
    fc.assert(
      fc.property(many, sentence, chosen, fc.boolean(), (passages, query, ids, isMany) => {
        const set = new Set(isMany ? passages.map(({ id }) => id).filter(id => id % 2 === 0) : ids)
        const index = buildPassageIndex(passages)
        for (const rerank of [false, true])
          expect(index.search(query, { limit: 7, filter: set, rerank })).toEqual(
            index.search(query, { limit: 7, filter: id => set.has(id), rerank }),
          )
      }),
      { numRuns: 50 },
    )
  })

  test('finds after every step of adding, replacing and removing what scoring every passage finds', () => {
    const id = fc.integer({ min: 0, max: 15 })
    const step = fc.oneof(
      fc.record({ add: fc.array(fc.record({ id, text: sentence, title: sentence }), { maxLength: 6 }) }),
      fc.record({ remove: fc.array(id, { maxLength: 6 }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), sentence, (steps, query) => {
        const index = buildPassageIndex<number>([])
        const there = new Map<number, NumberedPassage>()
        for (const change of steps) {
          if ('add' in change) {
            index.add(change.add)
            for (const passage of change.add) there.set(passage.id, passage)
          } else {
            index.remove(change.remove)
            for (const gone of change.remove) there.delete(gone)
          }
          const hits = index.search(query, { limit: 50, rerank: false })
          expect(index.size).toBe(there.size)
          expect(rounded(hits)).toEqual(rounded(bruteForce([...there.values()], query)))
        }
      }),
      { numRuns: 200 },
    )
  })
})

const LEVY = 'Councillors in Ghent passed the transit levy on Tuesday. It adds 4 euros to each permit.'
const STRIKE = 'Dockworkers walked out in March 2019 after talks failed. Marta Devos led the strike.'

const news = (): Passage[] =>
  [
    { article: 'levy', title: 'Ghent passes levy', context: LEVY },
    { article: 'strike', title: 'Port strike', context: STRIKE },
  ].flatMap(({ article, title, context }) =>
    context.split(/(?<=\.) /).map((text, at) => ({ id: `${article}#${at}`, text, context, title })),
  )

describe('search', () => {
  test.each([
    ['Who led the dockworkers’ strike?', 'strike#1'],
    ['when did dockworkers walk out', 'strike#0'],
    ['How much does the levy add to a permit?', 'levy#1'],
    ['who passed the levy in ghent', 'levy#0'],
  ])('%s', (question, expected) => {
    expect(buildPassageIndex(news()).search(question)[0]?.id).toBe(expected)
  })

  test.each([
    '',
    '?!',
    'who was it',
    'the of and',
    'Was it that they had been there?',
    'submarine',
    '🙂',
    '\ud800',
    '__proto__',
    'hasOwnProperty',
  ])('finds nothing for %j', question => {
    expect(buildPassageIndex(news()).search(question)).toEqual([])
    expect(buildPassageIndex(news()).search(question, { rerank: false })).toEqual([])
  })

  test('tells without the learned order nothing that would have to be read up', () => {
    const [hit] = buildPassageIndex(news()).search('levy', { rerank: false })
    expect(Object.keys(hit ?? {})).toEqual(['id', 'score', 'relevance'])
  })

  test('scores fall, add up to 1 over few candidates, and coverage is a share', () => {
    const hits = buildPassageIndex(news()).search('levy strike Ghent submarine')
    const scores = hits.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 9)
    for (const { coverage, contextCoverage } of hits) {
      expect(coverage).toBeLessThanOrEqual(contextCoverage)
      expect(contextCoverage).toBeLessThan(1)
    }
  })

  test('keeps scores falling below the candidates that are put in order anew', () => {
    const many = Array.from({ length: 90 }, (_, id) => ({ id, text: `levy ${'budget '.repeat(id % 7)}` }))
    const scores = buildPassageIndex(many)
      .search('levy', { limit: 80 })
      .map(({ score }) => score)
    expect(scores).toHaveLength(80)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  })

  test('returns none for a limit of 0', () => {
    expect(buildPassageIndex(news()).search('levy', { limit: 0 })).toEqual([])
  })
})

describe('add and remove', () => {
  test('an id that is there is replaced', () => {
    const index = buildPassageIndex(news())
    index.add([{ id: 'levy#1', text: 'A submarine surfaced off Ostend.' }])
    expect(index.size).toBe(4)
    expect(index.search('submarine')[0]?.id).toBe('levy#1')
    expect(index.search('permit', { rerank: false }).map(({ id }) => id)).not.toContain('levy#1')
  })

  test('a repeated id counts once, the last', () => {
    const index = buildPassageIndex([
      { id: 1, text: 'first' },
      { id: 1, text: 'second wind' },
    ])
    expect([index.size, index.search('wind').length, index.frequency(terms('first')[0] ?? '')]).toEqual([
      1, 1, 0,
    ])
  })

  test('ids that are not there are passed over', () => {
    const index = buildPassageIndex(news())
    index.remove(['nobody', 'levy#0', 'levy#0'])
    expect([index.size, index.has('levy#0'), index.has('levy#1')]).toEqual([3, false, true])
  })

  test('a passage that is none changes nothing', () => {
    const index = buildPassageIndex(news())
    const bad = [{ id: 'new', text: 'fresh' }, JSON.parse('{"id": "bad", "text": 7}')]
    expect(() => index.add(bad)).toThrow(/text must be a string, got number \(id bad\)/)
    expect([index.size, index.has('new')]).toEqual([4, false])
  })

  test('compacting changes no answer', () => {
    const index = buildPassageIndex(news())
    const before = index.search('who led the strike')
    const passing = Array.from({ length: 3000 }, (_, at) => ({
      id: `x${at}`,
      text: `passing trade ${at}`,
      title: 'Passing',
    }))
    for (let at = 0; at < passing.length; at += 100) index.add(passing.slice(at, at + 100))
    index.remove(passing.map(({ id }) => id))
    expect(index.search('who led the strike')).toEqual(before)
    index.remove(['strike#1'])
    index.add([{ id: 'late', text: 'Late news from the port.' }])
    expect(index.search('late news')[0]?.id).toBe('late')
    expect(index.frequency(terms('trade')[0] ?? '')).toBe(0)
  })
})

describe('idf and frequency', () => {
  test('follow what is there', () => {
    const index = buildPassageIndex(news())
    expect([index.frequency('levi'), index.frequency('submarin')]).toEqual([1, 0])
    expect(index.idf('submarin')).toBeGreaterThan(index.idf('levi'))
    index.remove(['levy#0'])
    expect(index.frequency('levi')).toBe(0)
  })

  test('terms are those that are searched for', () => {
    expect(buildPassageIndex([]).terms('Who paid the levies, the levy?')).toEqual(['pay', 'levi', 'levi'])
  })
})

describe('hostile input', () => {
  test.each([
    ['one word of a megabyte', 'z'.repeat(1_000_000)],
    ['a megabyte of one word', 'levy '.repeat(200_000)],
    ['a megabyte of different words', Array.from({ length: 150_000 }, (_, at) => `w${at}`).join(' ')],
    ['a megabyte of marks', '.,;’'.repeat(250_000)],
    ['a megabyte of initials', 'U.S.'.repeat(250_000)],
    ['a megabyte of digits and commas', '1,'.repeat(500_000)],
    ['a megabyte of emoji', '🙂'.repeat(250_000)],
    ['lone surrogates', '\udc00\ud800 '.repeat(100_000)],
    ['combining marks', `e${'\u0301'.repeat(500_000)}`],
  ])('%s', (_, text) => {
    const index = buildPassageIndex([{ id: 'big', text, context: text, title: text }, ...news()])
    expect(index.search('who led the strike')[0]?.id).toBe('strike#1')
    index.search(text)
    index.remove(['big'])
    expect(index.size).toBe(4)
  })

  test('thousands of passages in one paragraph', () => {
    const texts = Array.from({ length: 3000 }, (_, at) => `Item ${at} of the levy.`)
    const index = buildPassageIndex(texts.map((text, id) => ({ id, text, context: texts.join(' ') })))
    expect(index.search('item 2718 of the levy')[0]?.id).toBe(2718)
  })
})
