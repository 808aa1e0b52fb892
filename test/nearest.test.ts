import { expect, it } from 'vitest'
import { nearest } from '../src/nearest.js'

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
