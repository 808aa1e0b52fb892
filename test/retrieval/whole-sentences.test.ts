import { describe, expect, it } from 'vitest'
import type { AnalyzedArticle } from '../../src/language/analysis.js'
import { withContinuation, withWholeContext } from '../../src/retrieval/whole-sentences.js'
import { type Span, textOf } from '../../src/span.js'

/** One quotation of the given parts, in an article whose sentences are these. */
function quoted(sentences: readonly string[], parts: readonly string[]): AnalyzedArticle {
  const text = sentences.join(' ')
  const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length]
  return {
    article: { id: 'a', file: 'a.txt', title: 'A', text, paragraphs: [[0, text.length]] },
    sentences: sentences.map(spanOf),
    speakers: [],
    attributions: [
      {
        kind: 'direct',
        type: 'speech',
        content: parts.map(spanOf),
        cue: [],
        source: null,
        speaker: null,
        via: [],
        confidence: 1,
      },
    ],
  }
}

const shown = (analyzed: AnalyzedArticle, span: Span | null) => span && textOf(analyzed.article.text, span)

describe('withWholeContext', () => {
  it.each<[string, string[], string[], string, string | null]>([
    [
      'a quotation that runs from the context into the sentence',
      ['“We built it.', 'It will stand,” she said.'],
      ['“We built it. It will stand,”'],
      '“We built it. It will stand,” she said.',
      null,
    ],
    [
      'a context that begins inside a quotation',
      ['“We built it.', 'It stands,” she said.', 'They paid.'],
      ['“We built it. It stands,”'],
      'They paid.',
      '“We built it. It stands,” she said.',
    ],
    [
      'a whole context',
      ['“It stands,” she said.', 'They paid.'],
      ['“It stands,”'],
      'They paid.',
      '“It stands,” she said.',
    ],
    [
      'no quotation marks',
      ['We built it.', 'It stands.'],
      ['We built it. It stands.'],
      'It stands.',
      'We built it.',
    ],
    [
      'too long a quotation',
      [`“${'We built it '.repeat(40)}.`, 'It will stand,” she said.'],
      [`“${'We built it '.repeat(40)}. It will stand,”`],
      'It will stand,” she said.',
      null,
    ],
  ])('%s', (_, sentences, parts, span, before) => {
    const analyzed = quoted(sentences, parts)
    const [needed, last] = analyzed.sentences.slice(-2)
    const found = withWholeContext(analyzed, last!, needed!)
    expect([shown(analyzed, found.span), shown(analyzed, found.before)]).toEqual([span, before])
  })
})

describe('withContinuation', () => {
  it.each<[string[], string[], string]>([
    [
      ['“We shall,” he said.', '“and soon.”'],
      ['“We shall,”', '“and soon.”'],
      '“We shall,” he said. “and soon.”',
    ],
    [['“We shall,” he said.', '“Soon.”'], ['“We shall,”', '“Soon.”'], '“We shall,” he said.'],
    [
      ['“We shall,” he said.', 'Rain fell.', '“and soon.”'],
      ['“We shall,”', '“and soon.”'],
      '“We shall,” he said.',
    ],
  ])('%j', (sentences, parts, whole) => {
    const analyzed = quoted(sentences, parts)
    const [attribution] = analyzed.attributions
    expect(shown(analyzed, withContinuation(analyzed, analyzed.sentences[0]!, attribution!))).toBe(whole)
  })
})
