import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bold, escapeMarkdown, printable, struck } from '../../src/discord/markdown.js'
import { displayed } from './displayed.js'

describe('escaped text', () => {
  test.each([
    ['A *bold* claim, and _another_', 'A \\*bold\\* claim, and \\_another\\_'],
    ['@everyone and <@123> and <#1>', '\\@everyone and \\<\\@123\\> and \\<\\#1\\>'.replace('\\#', '#')],
    [
      '# no heading\n- no list\n+ no list\n12. no list',
      '\\# no heading\n\\- no list\n\\+ no list\n12\\. no list',
    ],
    ['> no quotation', '\\> no quotation'],
    ['-# no small print', '\\-# no small print'],
    ['||no spoiler||, ~~not struck~~', '\\|\\|no spoiler\\|\\|, \\~\\~not struck\\~\\~'],
    ['`no code`', '\\`no code\\`'],
    ['[no link](https://example.org/a_b)', '\\[no link\\](https\\://example.org/a\\_b)'],
    ['a backslash \\', 'a backslash \\\\'],
    [':smile: at 10:30, she said: yes', '\\:smile: at 10:30, she said: yes'],
    ['$1.5bn-a-year #1 3.5', '$1.5bn-a-year #1 3.5'],
  ])('%j: %j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected)
  })

  const marks = fc.constantFrom(
    ...'*_~`|<>[]@#-+1.:\\/ \n"',
    'a',
    'ß',
    '😀',
    'https://',
    '@everyone',
    ':a:',
    '<t:1>',
    '<@1>',
    '```',
    '-# ',
    '¯\\_(ツ)_/¯',
  )
  const text = fc.array(marks, { maxLength: 40 }).map(parts => parts.join(''))

  test('is displayed as it is, whatever it is', () => {
    fc.assert(
      fc.property(text, given => {
        expect(displayed(escapeMarkdown(given))).toBe(given)
      }),
    )
  })

  test('may be bold or struck', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(bold, struck), (given, draw) => {
        const line = given.replaceAll('\n', ' ')
        expect(displayed(draw(line))).toBe(line)
      }),
      { numRuns: 1000 },
    )
  })
})

test.each([
  [bold, 'words', '**words**'],
  [bold, ' words ', ' **words** '],
  [bold, '  ', '  '],
  [struck, '2*3', '~~2\\*3~~'],
  [struck, 'about 3~', '~~about 3~~\\~'],
])('%O of %j: %j', (draw, text, expected) => {
  expect(draw(text)).toBe(expected)
})

test('what cannot be sent is replaced, unit by unit', () => {
  expect(printable('a\u0000b\ud800c\u007fd\n\te😀')).toBe('a b\ufffdc d\n\te😀')
})
