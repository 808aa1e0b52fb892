import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnsweredQuote } from '../../src/retrieval/answer.js'
import { isLeaning } from '../../src/retrieval/answered-quote.js'
import { summarize } from '../../src/retrieval/summary.js'
import { textOf } from '../../src/span.js'
import { libraryOf, markedArticle } from '../support/articles.js'

const VOICES = ['Ada Quill', 'Tom Rourke', 'Wanda Hale', 'Ines Falk']
const WORDS =
  'ferry bridge harbour council pier budget storm engine ticket winter captain island repair sailor lighthouse fog tunnel toll'.split(
    ' ',
  )
const OPENINGS = ['The', 'But the', 'He saw that the', 'It is the', 'This', 'And a', 'Every']

const sentence = fc
  .tuple(fc.constantFrom(...OPENINGS), fc.array(fc.constantFrom(...WORDS), { minLength: 4, maxLength: 14 }))
  .map(([opening, words]) => `${opening} ${words.join(' ')}.`)

const paragraphs = fc.array(fc.tuple(fc.constantFrom(null, ...VOICES), sentence), {
  minLength: 1,
  maxLength: 40,
})

const textOfQuote = ({ article, span }: AnsweredQuote) => textOf(article.text, span)

const summaryOf = (lines: readonly (readonly [string | null, string])[], topic?: string) => {
  const text = lines.map(([voice, words]) => (voice === null ? words : `‹${voice}›${words}‹/›`)).join('\n')
  const answer = summarize(
    libraryOf(markedArticle('a', { title: 'A', text })),
    { guildId: null },
    { length: 'medium', topic },
  )
  return answer.type === 'quotes' ? answer.quotes : []
}

describe('a summary of any article', () => {
  test('has whole sentences, each once, and none that leans on what is not shown', () => {
    fc.assert(
      fc.property(paragraphs, fc.option(fc.constantFrom(...WORDS), { nil: undefined }), (lines, topic) => {
        const quotes = summaryOf(lines, topic)
        expect(new Set(quotes.map(textOfQuote)).size).toBe(quotes.length)
        for (const [i, quote] of quotes.entries()) {
          expect(lines.map(([, words]) => words)).toContain(textOfQuote(quote))
          if (!isLeaning(quote.article.text, quote.span)) continue
          const shown = quote.before ?? quotes[i - 1]?.span
          expect(shown?.[1]).toBe(quote.span[0] - 1)
          if (quote.before) expect(isLeaning(quote.article.text, quote.before)).toBe(false)
        }
      }),
    )
  })

  test('hears nobody twice before everyone who says as much was heard', () => {
    const rounds = fc.array(
      fc.tuple(...VOICES.map(() => fc.shuffledSubarray(WORDS, { minLength: 8, maxLength: 10 }))),
      {
        minLength: 2,
        maxLength: 5,
      },
    )
    fc.assert(
      fc.property(rounds, all => {
        const lines = all.flatMap(said =>
          said.map((words, i): [string, string] => [
            VOICES[i]!,
            `The ${words.join(' ')} of ${VOICES[i]!.toLowerCase()}.`,
          ]),
        )
        const speakers = summaryOf(lines).map(({ speaker }) => speaker)
        if (new Set(speakers).size < speakers.length) expect(new Set(speakers)).toEqual(new Set(VOICES))
      }),
    )
  })
})
