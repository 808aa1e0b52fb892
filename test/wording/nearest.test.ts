import { expect, it } from 'vitest'
import { nearest } from '../../src/wording/nearest.js'
import { shorten } from '../../src/wording/shorten.js'

const names = ['who-said', 'ask', 'summary', 'quotes', 'speakers']

it.each<[string, string | null]>([
  ['who-sayd', 'who-said'],
  ['whosaid', 'who-said'],
  ['sumary', 'summary'],
  ['quoets', 'quotes'],
  ['ASK', 'ask'],
  ['aks', 'ask'],
  ['weather', null],
  ['', null],
])('%j means %j', (typed, meant) => {
  expect(nearest(typed, names)).toBe(meant)
})

it('does not look far for a long word', () => {
  expect(nearest('x'.repeat(100_000), names)).toBeNull()
})

it.each([
  ['as it is', 20, 'as it is'],
  [' on \n one\tline ', 20, 'on one line'],
  ['cut at the last word', 12, 'cut at the…'],
  ['unbreakable word', 10, 'unbreakab…'],
  ['abc😀def', 5, 'abc…'],
  ['abc😀def', 6, 'abc😀…'],
])('shortens %j to %i', (text, limit, short) => {
  expect(shorten(text, limit)).toBe(short)
})
