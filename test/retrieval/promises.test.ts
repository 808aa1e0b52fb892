import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLibrary } from '../../src/ingest/create-library.js'
import type { Answer, AnsweredQuote } from '../../src/retrieval/answer.js'
import { answerQuestion } from '../../src/retrieval/question.js'
import { matchQuote } from '../../src/retrieval/quote-match.js'
import { quotesBy } from '../../src/retrieval/quotes-by.js'
import { summarize } from '../../src/retrieval/summary.js'
import { wordsOf } from '../../src/retrieval/words.js'
import { lengthOf, overlaps, type Span, textOf } from '../../src/span.js'
import { libraryOf } from '../support/articles.js'
import { harbourArticles } from '../support/harbour-articles.js'

const library = libraryOf(...harbourArticles)
const everyone = { guildId: null }

const recordWords = harbourArticles.flatMap(({ article }) => wordsOf(article.text).map(({ text }) => text))
const talk = [
  'who said',
  '"',
  '“',
  '”',
  '-',
  'about',
  'what did',
  'say',
  'Holt',
  'Reyes',
  'according to',
  '?',
  ',',
  "''",
  '(',
  ')',
]
const typed = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...recordWords, ...talk), { maxLength: 25 }).map(words => words.join(' ')),
)

const isInside = ([start, end]: Span, text: string) => start >= 0 && start < end && end <= text.length

function expectSound(answer: Answer): void {
  const quotes = answer.type === 'quotes' ? answer.quotes : answer.type === 'abstention' ? answer.closest : []
  if (answer.type === 'quotes') expect(quotes.length).toBeGreaterThan(0)
  for (const quote of quotes) expectSoundQuote(quote)
}

function expectSoundQuote({
  article,
  span,
  before,
  content,
  cue,
  differences,
  confidence,
  exact,
}: AnsweredQuote): void {
  const recorded = differences.flatMap(difference => ('recorded' in difference ? [difference.recorded] : []))
  for (const place of [span, ...(before ? [before] : []), ...content, ...cue, ...recorded])
    expect(isInside(place, article.text)).toBe(true)
  for (const place of recorded) expect(span[0] <= place[0] && place[1] <= span[1]).toBe(true)
  expect(recorded.map(([start]) => start)).toEqual(recorded.map(([start]) => start).toSorted((a, b) => a - b))
  expect(confidence).toBeGreaterThanOrEqual(0)
  expect(confidence).toBeLessThanOrEqual(1)
  if (exact) expect(differences).toEqual([])
}

describe('whatever is typed', () => {
  it('who-said answers with places in the articles, or abstains', () => {
    fc.assert(fc.property(typed, words => expectSound(matchQuote(words, library, everyone))))
  })

  it('who-said answers a stretch of the record exactly', () => {
    const sentences = harbourArticles.flatMap(({ article, sentences: all }) =>
      all.map(span => ({ article, span })),
    )
    const stretch = fc
      .tuple(fc.constantFrom(...sentences), fc.nat(), fc.integer({ min: 4, max: 12 }))
      .map(([{ article, span }, from, count]) => {
        const words = wordsOf(article.text, span)
        const start = from % Math.max(1, words.length - count)
        return words.slice(start, start + count).map(({ text }) => text)
      })
    fc.assert(
      fc.property(stretch, words => {
        const answer = matchQuote(`"${words.join(' ')}"`, library, everyone)
        const quote = answer.type === 'quotes' ? answer.quotes[0]! : null
        expect(quote?.exact).toBe(true)
        const shown = quote ? wordsOf(quote.article.text, quote.span).map(({ key }) => key) : []
        expect(shown.join(' ')).toContain(
          wordsOf(words.join(' '))
            .map(({ key }) => key)
            .join(' '),
        )
      }),
    )
  })

  it('ask answers with whole sentences, or abstains', () => {
    fc.assert(
      fc.property(typed, fc.double({ min: 0, max: 1, noNaN: true }), (text, threshold) =>
        expectSound(answerQuestion(text, library, everyone, threshold)),
      ),
    )
  })

  it('ask shows no sentence before another that it has shown above', () => {
    const isShown = ({ article, before }: AnsweredQuote, above: readonly AnsweredQuote[]) =>
      above.some(quote => before && quote.article === article && overlaps(quote.span, before))
    fc.assert(
      fc.property(typed, text => {
        const answer = answerQuestion(text, library, everyone, 0)
        const quotes = answer.type === 'quotes' ? answer.quotes : []
        expect(quotes.filter((quote, at) => isShown(quote, quotes.slice(0, at)))).toEqual([])
      }),
    )
  })

  it('quotes and summaries stay within the articles', () => {
    fc.assert(
      fc.property(typed, typed, (name, about) => {
        expectSound(quotesBy(name, about, library, everyone))
        expectSound(summarize(library, everyone, { topic: about, length: 'long' }))
      }),
    )
  })

  it('a very long question is answered too', () => {
    for (const text of [
      'who said '.repeat(2_000),
      `"${'the harbour '.repeat(2_000)}`,
      'a'.repeat(50_000),
      '"'.repeat(20_000),
    ]) {
      expectSound(matchQuote(text, library, everyone))
      expectSound(answerQuestion(text, library, everyone))
    }
  })

  it.each([
    ['where is the quay', 'in Runa '],
    ['when was the quay built', 'Monday '],
    ['how many quays are there', '12 '],
  ])('a sentence of very many words is looked through too: %s / %s', (text, word) => {
    const content = `The quay was built ${word.repeat(130_000)}and stood.`
    const quay = createLibrary([{ file: 'quay.txt', mediaType: 'text', content, description: {} }])
    expect(answerQuestion(text, quay, everyone, 0)).toMatchObject({ type: 'quotes' })
  })

  it('quotes are slices of the article', () => {
    const answer = matchQuote('a betrayal in broad daylight', library, everyone)
    const quote = answer.type === 'quotes' ? answer.quotes[0]! : null
    expect(quote && textOf(quote.article.text, quote.span)).toHaveLength(quote ? lengthOf(quote.span) : -1)
  })
})
