import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawWithin, shareOut, shorten } from '../../src/discord/limits.js'

describe('shorten', () => {
  test.each([
    ['short enough', 20, 'short enough'],
    ['exactly here', 12, 'exactly here'],
    ['cut between the words', 14, 'cut between…'],
    ['cut at the end of words', 8, 'cut at…'],
    ['Donaudampfschifffahrt', 6, 'Donau…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 12, '👩‍👩‍👧‍👦…'],
    ['👩‍👩‍👧‍👦 family', 5, '…'],
    ['e\u0301e\u0301e\u0301', 4, 'e\u0301…'],
  ])('%j within %i: %j', (text, limit, expected) => {
    expect(shorten(text, limit)).toBe(expected)
  })

  test('keeps the limit and never halves a character', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 })
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (given, limit) => {
        const drawn = shorten(given, limit)
        expect(drawn.length).toBeLessThanOrEqual(limit)
        expect(drawn).not.toMatch(/\p{Surrogate}/u)
        expect(given.startsWith(drawn.replace(/…$/, ''))).toBe(true)
      }),
    )
  })

  test('takes no longer for a long line than for a short one', () => {
    expect(shorten('x'.repeat(1e6), 10)).toBe(`${'x'.repeat(9)}…`)
  })
})

describe('drawWithin', () => {
  test('counts what is drawn, not what is given', () => {
    const double = (kept: string, cut: boolean) => kept.replace(/./gu, '$&$&') + (cut ? '…' : '')
    expect(drawWithin('ab cd ef', 16, double)).toBe('aabb  ccdd  eeff')
    expect(drawWithin('ab cd ef', 15, double)).toBe('aabb  ccdd…')
    expect(drawWithin('ab cd ef', 4, double)).toBe('aa…')
  })
})

describe('shareOut', () => {
  test.each([
    [[10, 20], 100, [10, 20]],
    [[10, 200], 100, [10, 90]],
    [[300, 10, 200], 100, [45, 10, 45]],
    [[], 100, []],
  ])('%j of %i: %j', (needs, total, expected) => {
    expect(shareOut(needs, total)).toEqual(expected)
  })

  test('gives nobody more than they need and all together no more than there is', () => {
    const needs = fc.array(fc.nat({ max: 8000 }), { maxLength: 12 })
    fc.assert(
      fc.property(needs, fc.nat({ max: 6000 }), (given, total) => {
        const shares = shareOut(given, total)
        const sum = shares.reduce((a, b) => a + b, 0)
        expect(sum).toBeLessThanOrEqual(total)
        expect(shares.every((share, index) => share <= given[index]!)).toBe(true)
        if (given.reduce((a, b) => a + b, 0) > total) expect(sum).toBeGreaterThan(total - given.length)
      }),
    )
  })
})
