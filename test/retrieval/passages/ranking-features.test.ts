import { describe, expect, test } from 'vitest'
import { type AnswerType, answerType, isQuestion } from '../../../src/retrieval/passages/answer-type.js'
import { buildPassageIndex } from '../../../src/retrieval/passages/passage-index.js'
import { RANKING_FEATURES } from '../../../src/retrieval/passages/ranking-features.js'

describe('isQuestion', () => {
  test.each([
    ['Which NFL team represented the AFC at Super Bowl 50?', true],
    ['what share of donors give 200 bucks or less', true],
    ['in which year was the bridge built', true],
    ['and at what time', true],
    ['did Merkel criticise the deal', true],
    ['isn’t it over', true],
    ['When they go low, we go high.', false],
    ['The bridge was built when?', true],
    ['“Who asked for this?”', true],
    ['The United States has the highest business tax in the world.', false],
    ['Says the deal cost 60,000 jobs, who knows why.', false],
    ['there isnt any enemy you cannot beat, who said that', false],
    ['', false],
    ['?', true],
    ['…', false],
  ])('%j: %s', (text, expected) => {
    expect(isQuestion(text)).toBe(expected)
  })
})

describe('answerType', () => {
  const cases: readonly (readonly [question: string, type: AnswerType])[] = [
    ['who led the strike', 'who'],
    ['by whom was it signed', 'who'],
    ['when did talks fail', 'when'],
    ['in what year did talks fail', 'when'],
    ['what was the date of the vote', 'when'],
    ['where was the vote held', 'where'],
    ['which city passed the levy', 'where'],
    ['what player broke his arm', 'who'],
    ['why did talks fail', 'why'],
    ['how did talks end', 'how'],
    ['how many dockworkers walked out', 'number'],
    ['what percentage voted for it', 'number'],
    ['how much does a permit cost', 'measure'],
    ['how long did it last', 'measure'],
    ['what does the levy pay for', 'thing'],
    ['what did the city decide', 'thing'],
    ['did talks fail', 'other'],
    ['', 'other'],
  ]
  test.each(cases)('%s → %s', (question, type) => {
    expect(answerType(question.split(' '))).toBe(type)
  })
})

const FIRST = 'Ghent passed the transit levy on Tuesday.'
const SECOND = 'It adds 4 euros to each parking permit, said Marta Devos.'
const index = buildPassageIndex([
  { id: 'first', text: FIRST, context: `${FIRST} ${SECOND}`, title: 'Ghent budget' },
  { id: 'second', text: SECOND, context: `${FIRST} ${SECOND}`, title: 'Ghent budget' },
  { id: 'other', text: 'Harbour traffic fell again.' },
])

function featuresOf(question: string, id: string): Record<string, number> {
  const row = index.explain(question, 10).find(found => found.id === id)?.features ?? []
  const features = row.slice(0, RANKING_FEATURES.length)
  expect(features).toHaveLength(RANKING_FEATURES.length)
  return Object.fromEntries(RANKING_FEATURES.map((name, at) => [name, features[at] ?? Number.NaN]))
}

describe('rankingFeatures', () => {
  test('have a name each, and none twice', () => {
    expect(new Set(RANKING_FEATURES).size).toBe(RANKING_FEATURES.length)
  })

  test.each([
    ['transit levy', 'first', { coverage: 1, 'share of terms': 1, density: 1, 'longest run': 1, pairs: 1 }],
    ['levy transit', 'first', { coverage: 1, density: 1, 'longest run': 0.5, pairs: 0 }],
    ['parking levy', 'second', { 'share of terms': 0.5, 'coverage with before': 1, 'second found': 2 }],
    ['levy parking', 'first', { 'coverage with after': 1, 'coverage with before': 0.5 }],
    ['permit submarine', 'second', { 'third found': -1, 'number of terms': 2 }],
    [
      'Who said it about the permit?',
      'second',
      { 'asks who': 1, 'asks when': 0, 'new capital': 2, 'new number': 1 },
    ],
    ['how many euros for 4 permits', 'second', { 'asks number': 1, 'new number': 0 }],
    ['When was the levy passed?', 'first', { 'asks when': 1, 'answer words': 1, 'new date': 1 }],
    ['what does the levy add', 'second', { 'starts with pronoun': 1, position: 1, siblings: 2 }],
    ['which parking levy', 'first', { focus: 0.5, 'focus around': 1, 'focus distance': 2 }],
    ['how many permits', 'second', { focus: 1, 'focus around': 1, 'focus distance': 5 }],
    ['which submarines did the levy buy', 'first', { focus: 0, 'focus around': 0, 'focus distance': 30 }],
    ['from Ghent: who', 'first', { focus: -1, plain: -1, untitled: -1, heading: 1 }],
    ['levy Ghent', 'first', { 'stretch 6': 1, 'stretch 12': 1, chain: 0.5, heading: 0.5, plain: 1 }],
    ['Who said adds euros permit?', 'second', { 'stretch 6': 0.75, 'stretch 12': 1, 'stretch 20': 1 }],
    ['passed the transit levy', 'first', { neighbours: 3, chain: 1 }],
    ['levy the transit passed', 'first', { neighbours: 1, chain: 0.33 }],
    ['transit levy', 'first', { own: 1, 'above siblings': 1 }],
    ['transit levy', 'second', { own: 0, 'above siblings': -1, 'coverage to best': -1, 'coverage rank': 1 }],
    [
      'transit permit',
      'second',
      { own: 0.5, 'above siblings': 0, 'coverage to best': 0, 'coverage rank': 0 },
    ],
    [
      'did Berlin pass the levy',
      'first',
      { 'names nowhere': 0.5, plain: 1, 'coverage with title to best': 0 },
    ],
    ['Ghent levy', 'second', { 'names nowhere': 0, untitled: 0 }],
    ['Harbour traffic levy', 'first', { 'coverage with title to best': -0.33 }],
    ['Harbour traffic', 'other', { fresh: 2 }],
    ['Harbour traffic', 'other', { coverage: 1, 'relevance before': 0, siblings: 1, rank: 0 }],
  ])('%s · %s', (question, id, expected) => {
    const features = featuresOf(question, id)
    for (const [name, value] of Object.entries(expected)) expect(features[name], name).toBeCloseTo(value, 1)
  })
})
