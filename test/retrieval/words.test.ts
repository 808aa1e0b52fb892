import { describe, expect, it } from 'vitest'
import { keyOf, lowerInPlace, stemSetOf, withoutUnseen, wordsOf } from '../../src/retrieval/words.js'

describe('wordsOf', () => {
  it.each([
    ['Don’t pay 65,000, or 2.3!', ['dont', 'pay', '65000', 'or', '23']],
    ['the U.S. economy', ['the', 'us', 'economy']],
    ['eco\u00adno\u200bmy \u200b grows', ['economy', 'grows']],
    ['', []],
  ])('%j', (text, keys) => {
    expect(wordsOf(text).map(word => word.key)).toEqual(keys)
  })

  it.each(['1.1.', 'a.', 'said', 'é\u0301', 'o’'])(
    'reads “%s” over and over, 10 MB without a space',
    part => {
      const words = wordsOf(part.repeat(10_000_000 / part.length))
      expect(words.length).toBeGreaterThan(0)
      expect(words.every(({ text }) => text.length < 10_000_000)).toBe(true)
    },
  )
})

describe('what nobody sees', () => {
  it.each([
    ['eco\u00adnomy', 'economy'],
    ['\ufeffmayor\u2060', 'mayor'],
    ['a b', 'a b'],
  ])('%j reads %j', (text, plain) => {
    expect(withoutUnseen(text)).toBe(plain)
    expect(keyOf(text)).toBe(plain)
  })
})

describe('stemSetOf', () => {
  it.each([
    ['Markets fell, and the market’s fall went on.', ['market', 'fall', 'and', 'the', 'go', 'on']],
    ['… — “ ”', []],
    ['', []],
  ])('%j has %j', (text, stems) => {
    expect([...stemSetOf(text)]).toEqual(stems)
    expect(stems).toEqual([...new Set(wordsOf(text).map(({ stem }) => stem))])
  })
})

describe('lowerInPlace', () => {
  it.each([
    ['Did Holt SAY so?', 'did holt say so?'],
    ['İzmir and Ägypten', 'İzmir and ägypten'],
    ['\u{10400} Deseret', '\u{10428} deseret'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(lowerInPlace(text)).toBe(expected)
    expect(lowerInPlace(text)).toHaveLength(text.length)
  })
})
