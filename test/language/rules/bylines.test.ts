import { describe, expect, test } from 'vitest'
import { splitParagraphs } from '../../../src/article.js'
import { findMarked } from '../../../src/language/quotation-marks.js'
import { bylinedQuotations, readBylines } from '../../../src/language/rules/bylines.js'
import type { Draft } from '../../../src/language/rules/find-quotations.js'

/** Contents stand between braces, the cue between angle brackets. */
function draftOf(marked: string): { text: string; draft: Draft } {
  const draft: Draft = { type: 'speech', content: [], cue: [], source: null, addressee: null }
  const spans: [number, number][] = []
  const cues: [number, number][] = []
  let text = ''
  for (const part of marked.split(/([{}<>])/)) {
    if (part === '{') spans.push([text.length, 0])
    else if (part === '}') spans.at(-1)![1] = text.length
    else if (part === '<') cues.push([text.length, 0])
    else if (part === '>') cues.at(-1)![1] = text.length
    else text += part
  }
  return { text, draft: { ...draft, content: spans, cue: cues } }
}

describe('bylines', () => {
  test.each<[string, (string | null)[][]]>([
    ['{“It is over.”} — Ann Lee', [['“It is over.”', '—', 'Ann Lee']]],
    ['{“It is over.”}\n― Ann Lee\nMore.', [['“It is over.”', '―', 'Ann Lee']]],
    ['{“It is over.”} - Ann Lee', [['“It is over.”', '-', 'Ann Lee']]],
    ['{“It is over.”} and more', [['“It is over.”', null, null]]],
    ['{“It is over.”}-Ann Lee', [['“It is over.”', null, null]]],
    ['{“It is over,”} she <said>. {“Go.”} — Ann Lee', [['“It is over,” “Go.”', 'said', null]]],
    [
      '{“It is over.”}\n― Ann Lee\n{“It is not.”}\n<―> Tom Reed\n',
      [
        ['“It is over.”', '―', 'Ann Lee'],
        ['“It is not.”', '―', 'Tom Reed'],
      ],
    ],
    [
      '{“It is over.”}\n― Ann Lee\n{“It is not.”}\n― Tom Reed\nHe <said> {it was}.',
      [
        ['“It is over.”', '―', 'Ann Lee'],
        ['“It is not.”', '―', 'Tom Reed'],
        ['it was', 'said', null],
      ],
    ],
  ])('%j', (marked, expected) => {
    const { text, draft } = draftOf(marked)
    const cut = (spans: Draft['content']) => spans.map(span => text.slice(...span)).join(' ')
    const read = readBylines(text, draft).map(({ content, cue, source }) => [
      cut(content),
      cut(cue) || null,
      source && text.slice(...source),
    ])
    expect(read).toEqual(expected)
  })

  test.each<[string, string[][]]>([
    ['“It is “over” now.” ― Ann Lee', [['“It is “over” now.”', 'Ann Lee']]],
    ['It rained.\n“It is over!” - Ann Lee\n', [['“It is over!”', 'Ann Lee']]],
    [
      '“Yes.” — Ann Lee\n“No.” — Tom Reed',
      [
        ['“Yes.”', 'Ann Lee'],
        ['“No.”', 'Tom Reed'],
      ],
    ],
    ['“The Long Quay” - Ann Lee', []],
    ['“The quay is full!” - Read more', []],
    ['“The quay is full!” — Updated on Monday', []],
    ['“It is over.” — Ann de Lee, a teacher', [['“It is over.”', 'Ann de Lee, a teacher']]],
    ['“It is over.” — @ann_lee', []],
    ['She read “It is over.” — Ann Lee', []],
    ['“It is over.” — and so it was', []],
    ['“It is over.”', []],
    ['', []],
  ])('credit a quotation that fills its line: %j', (text, expected) => {
    const marked = findMarked(text, splitParagraphs(text))
    const found = bylinedQuotations(text, marked).map(({ content, source }) =>
      [...content, source!].map(span => text.slice(...span)),
    )
    expect(found).toEqual(expected)
  })
})
