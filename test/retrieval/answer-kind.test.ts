import { describe, expect, it } from 'vitest'
import { holdsAnswer } from '../../src/retrieval/answer-kind.js'

describe('holdsAnswer', () => {
  it.each([
    ['time', 'He was elected on Nov. 8 in Runa.', true],
    ['time', 'He was elected on a Tuesday.', true],
    ['time', 'He was elected in 2014.', true],
    ['time', 'Mar Holt may march with 8 others.', false],
    ['number', 'Thirteen ships sank.', true],
    ['number', 'Every ship sank.', false],
    ['place', 'It sank off Runa, near Vell.', true],
    ['place', 'It sank at noon.', false],
    ['reason', 'It sank because of the storm.', true],
    ['reason', 'It sank.', false],
    ['person', 'It was Holt who sank it.', true],
    ['person', '“who sank it, nobody can tell”', false],
    ['any', '', true],
  ] as const)('%s / %s: %j', (kind, sentence, holds) => {
    expect(holdsAnswer(kind, sentence)).toBe(holds)
  })
})
