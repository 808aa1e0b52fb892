import { describe, expect, it } from 'vitest'
import type { Answer, AnsweredQuote } from '../../src/retrieval/answer.js'
import { Library } from '../../src/retrieval/library.js'
import { type SummaryLength, summarize } from '../../src/retrieval/summary.js'
import { textOf } from '../../src/span.js'
import { libraryOf, markedArticle } from '../support/articles.js'
import { harbourArticles } from '../support/harbour-articles.js'

const library = libraryOf(...harbourArticles)
const everyone = { guildId: null }
const quotesOf = (answer: Answer): readonly AnsweredQuote[] => (answer.type === 'quotes' ? answer.quotes : [])

describe('summarize', () => {
  it.each<[SummaryLength, number]>([
    ['short', 3],
    ['medium', 5],
    ['long', 8],
  ])('%s: at most %d whole sentences in the article’s order', (length, most) => {
    const quotes = quotesOf(summarize(library, everyone, { articleId: 'harbour', length }))
    expect(quotes.length).toBeGreaterThan(0)
    expect(quotes.length).toBeLessThanOrEqual(most)
    expect(quotes.map(({ span }) => span[0])).toEqual(
      quotes.map(({ span }) => span[0]).toSorted((a, b) => a - b),
    )
    const sentences = harbourArticles[0]!.sentences
    for (const { span } of quotes) expect(sentences).toContainEqual(span)
  })

  it('hears every main speaker before anyone twice', () => {
    const quotes = quotesOf(summarize(library, everyone, { articleId: 'harbour', length: 'medium' }))
    const speakers = quotes.map(({ speaker }) => speaker).filter(speaker => speaker !== null)
    expect(new Set(speakers)).toEqual(new Set(['Maren Holt', 'Tomas Reyes', 'Ingrid Solberg']))
  })

  it('does not say the same twice', () => {
    const sentence = 'The bridge over the Arn will be closed for nine weeks from Monday, the county said.'
    const repeated = libraryOf(
      markedArticle('bridge', {
        title: 'Bridge',
        text: `${sentence}\nDrivers must go round by Lund, which takes forty minutes longer.\n${sentence}`,
      }),
    )
    const texts = quotesOf(summarize(repeated, everyone, { length: 'long' })).map(({ article, span }) =>
      textOf(article.text, span),
    )
    expect(texts.filter(text => text === sentence)).toHaveLength(1)
  })

  it('begins no sentence with “But” or “He” without what stands before', () => {
    const quotes = quotesOf(summarize(library, everyone, { articleId: 'harbour', length: 'long' }))
    for (const { article, span, before, kind } of quotes) {
      if (/^(?:But|He|She|They)\b/.test(textOf(article.text, span)) && kind === null)
        expect(before).not.toBeNull()
    }
  })

  it('gathers what several articles say on a topic', () => {
    const quotes = quotesOf(summarize(library, everyone, { topic: 'the ferry', length: 'medium' }))
    expect(new Set(quotes.map(({ article }) => article.id))).toEqual(new Set(['harbour', 'ferry']))
    for (const { article, span } of quotes)
      expect(textOf(article.text, span).toLowerCase()).toContain('ferry')
  })

  it('keeps to what is about the whole topic, where there is any', () => {
    const strike = 'The ferry pilots of the county will strike for nine days before Easter, the union said.'
    const ferries = 'The ferry to Lund was repaired by forty workers of the county in nine weeks.'
    const airport = 'A strike of airport porters cost the county forty million crowns in a single year.'
    const about = libraryOf(
      markedArticle('strike', { title: 'Easter', text: strike }),
      markedArticle('repair', { title: 'Repair', text: ferries }),
      markedArticle('airport', { title: 'Airport', text: airport }),
    )
    const said = (topic: string) =>
      quotesOf(summarize(about, everyone, { topic, length: 'long' })).map(({ article, span }) =>
        textOf(article.text, span),
      )
    expect(said('ferry strike')).toEqual([strike])
    expect(new Set(said('strike'))).toEqual(new Set([strike, airport]))
    expect(said('ferry to Lund')).toEqual([ferries])
  })

  it.each([
    [{ articleId: 'nowhere', length: 'short' as const }, 'no-such-article', 'nowhere'],
    [{ topic: 'submarines', length: 'short' as const }, 'no-such-topic', 'submarines'],
  ])('%o: %s', (request, reason, asked) => {
    expect(summarize(library, everyone, request)).toMatchObject({ type: 'abstention', reason, asked })
  })

  it('says so when there are no articles', () => {
    expect(summarize(new Library(), everyone, { length: 'short' })).toMatchObject({ reason: 'no-articles' })
  })

  it('groups what several articles say on a topic by who says it', () => {
    const quotes = quotesOf(summarize(library, everyone, { topic: 'ferry', length: 'long' }))
    const speakers = quotes.map(({ speaker }) => speaker)
    const changes = speakers.filter((speaker, i) => i === 0 || speaker !== speakers[i - 1])
    expect(changes).toHaveLength(new Set(speakers).size)
    expect(speakers.includes(null)).toBe(true)
    expect(speakers.slice(speakers.indexOf(null)).every(speaker => speaker === null)).toBe(true)
  })

  it.each([
    ['a question', 'Will the old county ferry to Lund sail again before the winter storms come?'],
    ['a heading', 'County Ferry To Lund Sails Before The Winter Storms'],
    ['an invitation', 'Follow the county ferry to Lund and its winter storms on our morning page.'],
    ['the title', 'The county ferry to Lund sails before the winter storms.'],
  ])('leaves out %s', (_, line) => {
    const article = markedArticle('lund', {
      title: 'The county ferry to Lund sails before the winter storms',
      text: `${line}\nThe ferry to Lund was repaired by forty workers of the county in nine weeks.`,
    })
    const texts = quotesOf(summarize(libraryOf(article), everyone, { length: 'long' })).map(
      ({ article, span }) => textOf(article.text, span),
    )
    expect(texts).toEqual(['The ferry to Lund was repaired by forty workers of the county in nine weeks.'])
  })

  it('names who says most of a sentence, not who is asked about in it', () => {
    const text = 'Asked about ‹a report›the figure‹/›, Lauge said: “‹Lauge›I have read it twice‹/›.”'
    const article = markedArticle('toll', { title: 'Toll', text })
    const quotes = quotesOf(summarize(libraryOf(article), everyone, { length: 'short' }))
    expect(quotes.map(({ speaker }) => speaker)).toEqual(['Lauge'])
  })

  it.each([
    ['nothing longer', '', ['The hospital must stay open.']],
    [
      'something longer',
      '\nThe hospital of the county will treat forty patients more every week from Monday.',
      ['The hospital of the county will treat forty patients more every week from Monday.'],
    ],
  ])('has a short sentence on the topic only where there is %s', (_, rest, expected) => {
    const text = `The hospital must stay open.${rest}`
    const said = summarize(libraryOf(markedArticle('debate', { title: 'Debate', text })), everyone, {
      topic: 'hospital',
      length: 'long',
    })
    const texts = quotesOf(said).map(({ article, span }) => textOf(article.text, span))
    expect(texts).toEqual(expected)
  })

  it('names beside the words whom a pronoun means', () => {
    const text =
      'Maren Holt leads the harbour. It was a storm. She opened the new harbour bridge to every driver of Lund.'
    const analyzed = markedArticle('holt', { title: 'Harbour', text })
    const at = text.indexOf('She')
    const speaker = { name: 'Maren Holt', kind: 'person', named: true, aliases: [], mentions: [[0, 10], [at, at + 3]] } as const // biome-ignore format: one thing
    const [quote] = quotesOf(
      summarize(libraryOf({ ...analyzed, speakers: [speaker] }), everyone, { length: 'short' }),
    )
    expect(quote).toMatchObject({ antecedent: { name: 'Maren Holt', words: [at, at + 3] }, before: null })
  })
})
