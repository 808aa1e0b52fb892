import { describe, expect, it } from 'vitest'
import { spelledTitles } from '../../src/retrieval/spelled-titles.js'

describe('spelledTitles', () => {
  it.each([
    ['the chief executive of Skarne Ferries', 'the ceo of Skarne Ferries'],
    ['Chief Executive Officer Olga Ness', 'ceo Olga Ness'],
    ['the chief financial officer', 'the cfo'],
    ['the chief of staff', 'the chief of staff'],
    ['the police chief', 'the police chief'],
    ['VP Tora Bull', 'vice president Tora Bull'],
    ['the PM', 'the prime minister'],
    ['at 6 PM Ann Lee', 'at 6 PM Ann Lee'],
    ['at 6PM Ann Lee', 'at 6PM Ann Lee'],
    ['', ''],
  ])('%j: %j', (text, spelled) => {
    expect(spelledTitles(text)).toBe(spelled)
  })
})
