import { describe, expect, it } from 'vitest'
import { tokenize } from '../../src/language/tokens.js'

const tokensOf = (text: string) => tokenize(text, [[0, text.length]])

describe('tokenize', () => {
  it.each([
    ['She’s “in”.', ['She', '’s', '“', 'in', '”', '.']],
    ['They won’t pay $1,200.50', ['They', 'wo', 'n’t', 'pay', '$', '1,200.50']],
    ['Dr. O’Hara of the U.S. -- no', ['Dr.', 'O’Hara', 'of', 'the', 'U.S.', '--', 'no']],
    ['', []],
    [' \n ', []],
  ])('%j', (text, tokens) => {
    expect(tokensOf(text).map(token => token.text)).toEqual(tokens)
  })

  it.each(['1.1.', 'a.b.', 'x-', 'said', 'é́'])('reads “%s” over and over, 10 MB without a space', part => {
    const text = part.repeat(10_000_000 / part.length)
    const tokens = tokensOf(text)
    expect(tokens[0]?.start).toBe(0)
    expect(tokens.at(-1)?.end).toBe(text.length)
    expect(tokens.every(({ start, end }, i) => start < end && start === (tokens[i - 1]?.end ?? 0))).toBe(true)
  })
})
