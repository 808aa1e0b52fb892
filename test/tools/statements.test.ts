import { describe, expect, it } from 'vitest'
import { Random } from '../../tools/train/random.js'
import { statementOf } from '../../tools/train/statements.js'

/** Every statement that chance makes of a question. */
const statements = (question: string, sentence: string): string[] => {
  const random = new Random(1)
  return [...new Set(Array.from({ length: 60 }, () => statementOf(question, sentence, random)))].sort()
}

describe('statementOf', () => {
  it.each([
    [
      'When did the bridge of Skarne open?',
      'The bridge of Skarne opened on 4 May 1999 after 11 years.',
      [
        'The bridge of Skarne open 11.',
        'The bridge of Skarne open 1999.',
        'The bridge of Skarne open 4 May.',
        'The bridge of Skarne open.',
      ],
    ],
    [
      'Which team won the cup?',
      'The cup was won by the Carolina Panthers.',
      ['Team won the cup Carolina Panthers.', 'Team won the cup.'],
    ],
    ['What is the name of the river?', 'It is the Rhine.', ['The river Rhine.', 'The river.']],
    ['Nobody asks here', '', ['Nobody asks here.']],
    ['', '', ['.']],
  ])('makes of %j and %j %j', (question, sentence, expected) => {
    expect(statements(question, sentence)).toEqual(expected)
  })
})
