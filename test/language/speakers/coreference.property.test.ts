import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Quotation } from '../../../src/language/quotation.js'
import { splitSentences } from '../../../src/language/sentences.js'
import { resolveSpeakers } from '../../../src/language/speakers/coreference.js'
import { tagTokens } from '../../../src/language/tagger.js'
import { tokenize } from '../../../src/language/tokens.js'
import type { Span } from '../../../src/span.js'

const WORDS = [
  'Mr.', 'Anna', 'Petrov', 'PETROV:', 'he', 'she', 'They', 'who', 'said', '“', '”', '"', "'s", '’s', ',', '.', ':', 'the',
  'The', 'chief', 'of', 'NATO', 'President', 'Gov.', 'J.', 'Jr.', 'and', 'University', '(', ')', 'a', 'spokeswoman',
  'for', 'their', 'it', '\n', 'de', 'II', 'I', 'constructor', '__proto__', '\u{1F600}', 'É', '-', '—', "''",
] // biome-ignore format: a table

const newsy = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map(words => words.join(' '))
const texts = fc.oneof(newsy, fc.string({ maxLength: 80 }), fc.string({ unit: 'binary', maxLength: 80 }))

const share = fc.double({ min: 0, max: 1, noNaN: true })
const quotations = fc.array(
  fc.record({
    source: fc.option(fc.tuple(share, share)),
    content: fc.array(fc.tuple(share, share), { maxLength: 3 }),
    outer: share,
  }),
  { maxLength: 6 },
)

test('any text with any quotations resolves to mentions within the text', () => {
  fc.assert(
    fc.property(texts, quotations, (text, wanted) => {
      const spanAt = ([a, b]: [number, number]): Span => {
        const [start, end] = [a, b].map(at => Math.floor(at * text.length)).sort((x, y) => x - y)
        return [start!, end!]
      }
      const found = wanted.map(
        ({ source, content, outer }, index): Quotation => ({
          kind: 'direct',
          type: 'speech',
          content: content.map(spanAt),
          cue: [],
          source: source && spanAt(source),
          outer: index === 0 || outer < 0.5 ? null : Math.floor(outer * index),
          addressee: null,
        }),
      )
      const paragraphs = [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(
        (line): Span => [line.index, line.index + line[0].length],
      )
      const tokens = tokenize(text, paragraphs)
      const resolved = resolveSpeakers({
        text,
        paragraphs,
        title: '',
        sentences: splitSentences(text, paragraphs),
        tokens,
        tags: tagTokens(text, paragraphs, tokens),
        quotations: found,
      })
      expect(resolved.speakerOf).toHaveLength(found.length)
      expect(resolved.confidence.every(chance => chance >= 0 && chance <= 1)).toBe(true)
      for (const index of resolved.speakerOf)
        if (index !== null) expect(resolved.speakers[index]).toBeDefined()
      for (const { name, mentions } of resolved.speakers) {
        expect(name).not.toBe('')
        for (const [start, end] of mentions) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }
    }),
    { numRuns: 300 },
  )
})
