import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stem } from '../../../src/retrieval/passages/stemmer.js'
import { scanWords, termOf, terms, tokenize } from '../../../src/retrieval/passages/terms.js'

describe('stem', () => {
  test.each([
    ['consistently', 'consist'],
    ['consolations', 'consol'],
    ['conspiracy', 'conspiraci'],
    ['knightly', 'knight'],
    ['generously', 'generous'],
    ['hopping', 'hop'],
    ['hoping', 'hope'],
    ['cried', 'cri'],
    ['ties', 'tie'],
    ['gas', 'gas'],
    ['kiwis', 'kiwi'],
    ['dying', 'die'],
    ['sensational', 'sensat'],
    ['apology', 'apolog'],
    ['agreed', 'agre'],
    ['bleed', 'bleed'],
    ['youth', 'youth'],
    ['news', 'news'],
    ['by', 'by'],
    ['a1b', 'a1b'],
    ['ärger', 'ärger'],
  ])('%s → %s', (word, expected) => {
    expect(stem(word)).toBe(expected)
  })
})

describe('termOf', () => {
  test.each([
    [['markets', 'Market', 'MARKET’S', "markets'", 'ｍａｒｋｅｔ']],
    [['1,200', '1200', '$1,200', '1200%']],
    [['four', '4', 'Four', '4th']],
    [['harbour', 'har\u00adbour', 'Har\u200bbou\u200dr', 'harbour\ufeff']],
    [['Temüjin', 'temujin', 'TEMU\u0308JIN']],
    [['U.S', 'US']],
    [['u.n', 'UN']],
    [['won', 'winning', 'wins']],
    [['children', 'child’s']],
    [['1990s', '1990']],
    [['don’t', "don't", 'dont']],
    [['O’Brien', 'obrien']],
  ])('%j count as the same', words => {
    expect(new Set(words.map(termOf)).size).toBe(1)
  })

  test.each([
    ['policy', 'police'],
    ['US', 'us'],
    ['1.5', '15'],
    ['4', '40'],
    ['united', 'unit-'],
    ['its', 'it’d'],
  ])('%s and %s differ', (one, other) => {
    expect(termOf(one)).not.toBe(termOf(other))
  })

  test('cuts what is nobody’s word', () => {
    expect(termOf('z'.repeat(1_000_000)).length).toBeLessThanOrEqual(64)
  })
})

describe('tokenize', () => {
  test('has what nobody sees part words no more than it joins them', () => {
    expect(tokenize('old\u200b har\u00adbour \u200b wall').map(({ term }) => term)).toEqual([
      'old',
      'harbour',
      'wall',
    ])
  })

  test.each([
    ['Ms. Okafor’s “no-fly” list', ['ms', 'okafor', 'no', 'fli', 'list']],
    ['The U.S. paid $3.5 million (up 12%).', ['the', 'usa', 'pay', '3.5', 'million', 'up', '12']],
    ['from 9 to 5,000, then 6.', ['from', '9', 'to', '5000', 'then', '6']],
    ["rock 'n' roll", ['rock', 'n', 'roll']],
    ['end.Start again', ['end', 'start', 'again']],
    ['東京 2020', ['東', '京', '2020']],
    ['🙂🙂 fine 👍🏽', ['fine']],
    ['... — !?', []],
    ['', []],
    ['\ud800 lone \udc00', ['lone']],
    ['__proto__ constructor', ['proto', 'constructor']],
  ])('%j', (text, expected) => {
    expect(tokenize(text).map(({ term }) => term)).toEqual(expected)
  })

  test('tells where each word stands and whether it only carries grammar', () => {
    const text = 'He won’t pay $20.'
    expect(tokenize(text).map(({ start, end, stop }) => [text.slice(start, end), stop])).toEqual([
      ['He', true],
      ['won’t', true],
      ['pay', false],
      ['$20', false],
    ])
  })

  test('finds words in order, apart and within the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        let before = 0
        scanWords(text, (start, end) => {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          before = end
        })
        expect(before).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  test('gives for a term’s spelling without marks the same words in upper case', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{4,9}$/), { maxLength: 8 }), words => {
        expect(terms(words.join(' '))).toEqual(terms(words.join(', ').toUpperCase()))
      }),
    )
  })
})
