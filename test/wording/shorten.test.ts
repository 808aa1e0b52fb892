import { expect, it } from 'vitest'
import { shorten } from '../../src/wording/shorten.js'

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
