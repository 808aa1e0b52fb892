import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Article, splitParagraphs } from '../../src/article.js'
import type { AnalyzedArticle, Attribution } from '../../src/language/analysis.js'
import { type AnalyzeArticle, analyzeArticle, createAnalyzer } from '../../src/language/analyze.js'
import { parseModel } from '../../src/language/learned/attribution-model.js'
import { parseTagModel } from '../../src/language/tagging/tag-model.js'
import { contains, hull, overlaps, type Span } from '../../src/span.js'

const SEED = readFileSync('seeds/blinken-nato-afghanistan.txt', 'utf8')
const MARKS = ['“', '”', '"', '‘', '’', "'", '«', '»', "''", '„', '']

const articleOf = (text: string): Article => ({
  id: 'a',
  file: 'a.txt',
  title: '',
  text,
  paragraphs: splitParagraphs(text),
})

const spansOf = ({ content, cue, source }: Attribution): Span[] =>
  source === null ? [...content, ...cue] : [...content, ...cue, source]

/** Disjoint, or one attribution's content within one span of the other's. */
function disjointOrNested(a: readonly Span[], b: readonly Span[]): boolean {
  if (!a.some(span => b.some(other => overlaps(span, other)))) return true
  const within = (inner: readonly Span[], outer: readonly Span[]) =>
    outer.some(holder => inner.every(span => contains(holder, span)))
  return within(a, b) || within(b, a)
}

function check({ article: { text, paragraphs }, attributions, sentences, speakers }: AnalyzedArticle): void {
  const whole: Span = [0, text.length]
  for (const sentence of sentences) {
    expect(paragraphs.some(paragraph => contains(paragraph, sentence))).toBe(true)
    expect(sentence[1]).toBeGreaterThan(sentence[0])
  }
  for (const [index, attribution] of attributions.entries()) {
    expect(attribution.content.length).toBeGreaterThan(0)
    for (const span of spansOf(attribution)) {
      expect(contains(whole, span)).toBe(true)
      expect(span[1]).toBeGreaterThan(span[0])
    }
    const ordered = attribution.content.every(
      (span, at) => at === 0 || attribution.content[at - 1]![1] <= span[0],
    )
    expect(ordered).toBe(true)
    const end = hull(attribution.content)[1]
    for (let at = index + 1; at < attributions.length; at++) {
      const other = attributions[at]!
      if (other.content[0]![0] >= end) break
      expect(disjointOrNested(attribution.content, other.content)).toBe(true)
      expect(other.content[0]![0]).toBeGreaterThanOrEqual(attribution.content[0]![0])
    }
    for (const speaker of [attribution.speaker, ...attribution.via.map(via => via.speaker)]) {
      if (speaker !== null) expect(speakers[speaker]).toBeDefined()
    }
  }
}

/** The seed with quotation marks put in, put out or exchanged, and its paragraphs joined or cut. */
const mutated = fc
  .array(
    fc.record({
      at: fc.nat(SEED.length - 1),
      cut: fc.integer({ min: 0, max: 40 }),
      put: fc.oneof(
        fc.constantFrom(...MARKS),
        fc.constantFrom('\n', '\n\n', ' ', ', he said, ', ': ', ' said '),
        fc.string({ unit: 'grapheme', maxLength: 5 }),
      ),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map(changes =>
    changes.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), SEED),
  )

const shuffledMarks = fc.array(fc.constantFrom(...MARKS), { minLength: 40, maxLength: 40 }).map(marks => {
  let next = 0
  return SEED.replace(/[“”‘’"]/g, () => marks[next++ % marks.length] ?? '')
})

const newsWords = fc
  .array(
    fc.constantFrom(
      ...MARKS, 'said', 'Ann', 'Lee', 'he', 'that', ',', '.', ':', '?', 'who', 'told', 'reporters', 'and', 'added', 'the',
      'plan', 'was', 'according', 'to', 'adding', 'by', '\n', 'quoted', 'as', 'is', 'expected', '(', ')', '—', 'wants',
    ), // biome-ignore format: a table
    { maxLength: 80 },
  )
  .map(words => words.join(' '))

const ANALYZERS: readonly (readonly [string, AnalyzeArticle])[] = [
  ['by rules alone', article => analyzeArticle(article)],
  [
    'with the learned models',
    createAnalyzer(
      parseModel(readFileSync('models/attribution.bin')),
      parseTagModel(readFileSync('models/tags.bin')),
    ),
  ],
]

describe.each(ANALYZERS)('the analysis %s keeps its promises', (_, analyze) => {
  test('for any Unicode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => check(analyze(articleOf(text)))),
    )
  })

  test('for an article whose marks and paragraphs were damaged', () => {
    fc.assert(
      fc.property(mutated, text => check(analyze(articleOf(text)))),
      { numRuns: 40 },
    )
  }, 60_000)

  test('for an article whose quotation marks were exchanged', () => {
    fc.assert(
      fc.property(shuffledMarks, text => check(analyze(articleOf(text)))),
      { numRuns: 25 },
    )
  }, 60_000)

  test('for heaps of reporting words and marks', () => {
    fc.assert(
      fc.property(newsWords, text => check(analyze(articleOf(text)))),
      { numRuns: 300 },
    )
  }, 60_000)
})

describe.each(ANALYZERS)('the analysis %s takes hostile text', (_, analyze) => {
  const kilobytes = (unit: string, size: number) => unit.repeat(Math.ceil((size * 1024) / unit.length))
  test.each([
    ['quotation marks only', kilobytes('“', 1024)],
    ['straight quotation marks only', kilobytes('"', 1024)],
    ['alternating marks', kilobytes('“‘', 1024)],
    ['apostrophes', kilobytes("s' ", 256)],
    ['commas', kilobytes(', ', 256)],
    ['one endless word', kilobytes('a', 1024)],
    ['one endless cue', kilobytes('said ', 100)],
    ['no full stop', kilobytes('he said that she thinks, ', 100)],
  ])(
    '%s',
    (_name, text) => {
      check(analyze(articleOf(text)))
    },
    120_000,
  )
})
