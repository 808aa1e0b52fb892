import { describe, expect, it } from 'vitest'
import { seatAfter, stateOf } from '../../src/retrieval/seats.js'

describe('seatAfter', () => {
  it.each([
    [' (R-TX), who left', 'Republican texas'],
    [' (D-Wash.) said', 'Democrat washington'],
    [' (D-N.Y.)', 'Democrat new york'],
    [' (I-Vt.)', 'independent vermont'],
    [' (R., Ohio)', 'Republican Ohio'],
    [' (R-Atlantis)', 'Republican Atlantis'],
    [' of New York, who left', 'of New York'],
    [' of course', ''],
    [' (right)', ''],
    [', R-TX', ''],
    ['', ''],
  ])('%j: %j', (after, seat) => {
    expect(seatAfter(after)).toBe(seat)
  })
})

describe('stateOf', () => {
  it.each([
    ['ny', 'new york'],
    ['tx', 'texas'],
    ['in', null],
    ['me', null],
    ['texas', null],
    ['wash', null],
    ['', null],
  ])('%s: %s', (key, state) => {
    expect(stateOf(key)).toBe(state)
  })
})
