import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitParagraphs } from '../src/article.js'
import { textOf } from '../src/span.js'

const split = (text: string) => splitParagraphs(text).map(span => textOf(text, span))

const wrapped = `The harbour authority of Lindholm said on Monday that the new quay
would open in the spring, two years later than the council had been
promised.

"We have learned a great deal about mud," said Marta Ekberg, who leads
the works and has done so since the first contractor went bankrupt in
2019.`

describe('splitParagraphs', () => {
  const table: readonly [name: string, text: string, paragraphs: readonly string[]][] = [
    ['nothing', '', []],
    ['white space only', ' \n\t\n\u00a0\n', []],
    ['one line', 'The mayor resigned.', ['The mayor resigned.']],
    [
      'a line a paragraph',
      'The mayor resigned.\nHer deputy did not.\n',
      ['The mayor resigned.', 'Her deputy did not.'],
    ],
    ['blank lines between', 'A headline\n\nThe mayor resigned.\n', ['A headline', 'The mayor resigned.']],
    ['white space around lines', '  One. \n \t \n\u00a0Two.\u00a0', ['One.', 'Two.']],
    ['wrapped lines', wrapped, wrapped.split('\n\n')],
    [
      'short lines that end anywhere',
      'Roses\nare red,\nviolets are\nblue',
      ['Roses', 'are red,', 'violets are', 'blue'],
    ],
    [
      'lines of like length that are whole sentences',
      'The council met in the old town hall.\nIt rose again after only two hours.\nNobody could say what was decided.',
      [
        'The council met in the old town hall.',
        'It rose again after only two hours.',
        'Nobody could say what was decided.',
      ],
    ],
    [
      'a headline and long lines',
      `Quay to open late\n${'The works have taken longer than planned and '.repeat(5)}`,
      ['Quay to open late', 'The works have taken longer than planned and '.repeat(5).trim()],
    ],
  ]
  it.each(table)('%s', (_, text, paragraphs) => {
    expect(split(text)).toEqual(paragraphs)
  })

  it('gives disjoint, trimmed, non-empty spans in order that hold everything but white space', () => {
    const piece = fc.oneof(
      fc.constantFrom('\n', '\n\n', ' ', '\t', 'said', 'the mayor. ', '“We', 'will,” ', '\u00a0'),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const text = pieces.join('')
        const spans = splitParagraphs(text)
        let rest = ''
        let at = 0
        for (const [start, end] of spans) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
          rest += text.slice(at, start)
          at = end
        }
        expect((rest + text.slice(at)).trim()).toBe('')
      }),
    )
  })
})
