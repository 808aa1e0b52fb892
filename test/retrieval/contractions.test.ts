import { describe, expect, it } from 'vitest'
import { areSameWrittenOut } from '../../src/retrieval/contractions.js'

describe('areSameWrittenOut', () => {
  it.each([
    ["it's", 'it is', true],
    ['It’s', 'it has', true],
    ['its', 'it is', true],
    ["it isn't", "it's not", true],
    ['cannot', "can't", true],
    ['wont', 'will not', true],
    ["we're", 'We are', true],
    ['theyve', 'they have', true],
    ["let's", 'let us', true],
    ["she'd", 'she would', true],
    ["the mayor's gone", 'the mayor is gone', true],
    ["ain't", 'are not', true],
    ["it's", 'it was', false],
    ["won't", 'will', false],
    ["don't", 'did not', false],
    ['is', 'i is', false],
    ['were', 'we are', false],
    ['the mayors', 'the mayor is', false],
    ["we'll", 'well', false],
    ['', 'it', false],
    ['constructor', 'the constructor', false],
    ['toString', 'tostring', true],
  ])('%s and %s: %s', (one, other, same) => {
    expect(areSameWrittenOut(one, other)).toBe(same)
    expect(areSameWrittenOut(other, one)).toBe(same)
  })
})
