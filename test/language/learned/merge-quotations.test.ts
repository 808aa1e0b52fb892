import { describe, expect, test } from 'vitest'
import { mergeQuotations } from '../../../src/language/learned/merge-quotations.js'
import type { Quotation } from '../../../src/language/quotation.js'
import type { Span } from '../../../src/span.js'

/** The source of “no”, where the model and the rules take these words for it. */
function sourceIn(text: string, learned: string, ruled: string): string {
  const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length]
  const draft = { type: 'speech' as const, content: [spanOf('no')], cue: [spanOf('said')], addressee: null }
  const byRule: Quotation = { ...draft, source: spanOf(ruled), kind: 'indirect', outer: null }
  const [merged] = mergeQuotations(text, [{ ...draft, source: spanOf(learned) }], [byRule])
  return text.slice(...merged!.source!)
}

describe('a source that holds another name than the one before its cue', () => {
  test.each([
    ['after a preposition', 'After talks with Pia Lunde, Mayor Maren Holt said no.', 'Mayor Maren Holt'],
    ['in an opening', 'Ships sank. On behalf of the late Pia Lunde, Mayor Maren Holt said no.', 'Mayor Maren Holt'],
    ['a new line', 'A headline\nIn front of the late Pia Lunde, Mayor Maren Holt said no.', 'Mayor Maren Holt'],
    ['the subject itself', 'Yesterday the late Pia Lunde, Mayor Maren Holt said no.', 'Pia Lunde, Mayor Maren Holt'],
    ['past a comma', 'In Vell, the late Pia Lunde, Mayor Maren Holt said no.', 'Pia Lunde, Mayor Maren Holt'],
  ])('%s', (_, text, expected) => {
    expect(sourceIn(text, 'Pia Lunde, Mayor Maren Holt', 'Mayor Maren Holt')).toBe(expected)
  }) // biome-ignore format: a table

  test('is no opening because it is far from the beginning of a long sentence', () => {
    const sources = Array.from({ length: 10 }, (_, at) => {
      const text = `${'x'.repeat(at)} waited ${'for a day '.repeat(40)}and the late Pia Lunde, Mayor Maren Holt said no.`
      return sourceIn(text, 'Pia Lunde, Mayor Maren Holt', 'Mayor Maren Holt')
    })
    expect(new Set(sources)).toEqual(new Set(['Pia Lunde, Mayor Maren Holt']))
  })
})
