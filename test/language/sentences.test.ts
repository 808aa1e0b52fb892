import { describe, expect, test } from 'vitest'
import { splitParagraphs } from '../../src/article.js'
import { splitSentences } from '../../src/language/sentences.js'
import { textOf } from '../../src/span.js'

const sentencesOf = (text: string) =>
  splitSentences(text, splitParagraphs(text)).map(span => textOf(text, span))

describe('splitSentences', () => {
  test.each([
    ['two sentences', 'The dam broke. Nobody was hurt.', ['The dam broke.', 'Nobody was hurt.']],
    ['a title', 'Gov. Ann Lee met Dr. Omar. They spoke.', ['Gov. Ann Lee met Dr. Omar.', 'They spoke.']],
    ['initials', 'It was signed by J. K. Moss. He left.', ['It was signed by J. K. Moss.', 'He left.']],
    ['an abbreviation within', 'The U.S. Senate voted.', ['The U.S. Senate voted.']],
    [
      'an abbreviation at the end',
      'They came from the U.S. The rest stayed.',
      ['They came from the U.S.', 'The rest stayed.'],
    ],
    ['a state in brackets', 'Lee (D-Mass.) won. Moss lost.', ['Lee (D-Mass.) won.', 'Moss lost.']],
    [
      'a question that its cue follows',
      '“Why?” he asked. Nobody knew.',
      ['“Why?” he asked.', 'Nobody knew.'],
    ],
    ['a full stop within marks', 'She said “no.” Then she left.', ['She said “no.”', 'Then she left.']],
    ['decimals', 'Prices rose 3.5 percent. Wages fell.', ['Prices rose 3.5 percent.', 'Wages fell.']],
    ['a break of paragraphs without a full stop', 'A headline\n\nThe story.', ['A headline', 'The story.']],
    ['white space only', ' \n\n\t ', []],
  ])('%s', (_, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected)
  })

  test.each([
    [
      'many sentences',
      ['“Why?” he asked.', 'Prices rose 3.5 percent.', 'It was signed by J. K. Moss of the U.S. Senate.'],
    ],
    [
      'a sentence longer than what is looked at at once',
      [`The list has ${'one more, '.repeat(900)}and ends.`, 'Nobody read it.'],
    ],
  ])('splits a very long paragraph as its parts: %s', (_, sentences) => {
    const many = Array.from({ length: 300 }, () => sentences).flat()
    expect(sentencesOf(many.join(' '))).toEqual(many)
  })
})
