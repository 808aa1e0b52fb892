import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadAnalyzer } from '../../src/ingest/model-file.js'
import { parseArticle } from '../../src/ingest/parse-article.js'
import type { Answer } from '../../src/retrieval/answer.js'
import { answerQuestion } from '../../src/retrieval/question.js'
import { matchQuote } from '../../src/retrieval/quote-match.js'
import { quotesBy } from '../../src/retrieval/quotes-by.js'
import { summarize } from '../../src/retrieval/summary.js'
import { textOf } from '../../src/span.js'
import { libraryOf } from '../support/articles.js'

const file = 'blinken-nato-afghanistan.txt'
const content = readFileSync(join(import.meta.dirname, '../../seeds', file), 'utf8')
const article = parseArticle({ file, mediaType: 'text', content, description: {} }, 'seed')
const library = libraryOf(loadAnalyzer()(article))
const everyone = { guildId: null }

const quotesOf = (answer: Answer) => (answer.type === 'quotes' ? answer.quotes : [])
const textsOf = (answer: Answer) => quotesOf(answer).map(({ span }) => textOf(article.text, span))

/** The speaker as the table of the brief names them: family names do. */
const speakersOf = (answer: Answer) => quotesOf(answer).map(({ speaker }) => speaker)

describe('the article that the bot starts with', () => {
  it.each([
    ['we went in together', [/Antony Blinken/, /Stoltenberg/]],
    ['rebuild and revitalize', [/Antony Blinken/]],
    ['never again becomes a safe haven for terrorists', [/Antony Blinken/]],
    ['excellent opportunity to sit with their 30 allies', [/Stoltenberg/]],
    ['a reduction in violence', [/Stoltenberg/]],
    ['tough to meet the May 1 deadline', [/Biden/]],
    ['presidential election to be held in September', [/Ghani/]],
  ])('/who-said %s', (words, speakers) => {
    const answer = matchQuote(words, library, everyone)
    expect(speakersOf(answer)).toEqual(speakers.map(name => expect.stringMatching(name)))
    expect(quotesOf(answer).every(({ exact }) => exact)).toBe(true)
  })

  it.each([
    ['tough to meet the May 1 deadline', ['Antony Blinken'], 'Antony Blinken'],
    ['presidential election to be held in September', ['sources', 'TOLOnews'], 'sources to TOLOnews'],
    ['rebuild and revitalize', [], null],
  ])('/who-said %s: passed on by %j', (words, via, chain) => {
    const [quote] = quotesOf(matchQuote(words, library, everyone))
    expect(quote).toMatchObject({ via, chain })
  })

  it('compares a wrong memory with the record', () => {
    const answer = matchQuote('we went in together and we will come home together', library, everyone)
    expect(speakersOf(answer)).toHaveLength(2)
    expect(speakersOf(answer)).toEqual(
      expect.arrayContaining([expect.stringMatching(/Antony Blinken/), expect.stringMatching(/Stoltenberg/)]),
    )
    for (const { exact, differences } of quotesOf(answer)) {
      expect(exact).toBe(false)
      expect(differences).toContainEqual(expect.objectContaining({ op: 'changed', remembered: 'come' }))
    }
  })

  it.each([
    ['where was the press conference', 'Brussels'],
    ['what is the deadline for the withdrawal', 'May 1'],
    ['what does Ghani want', 'presidential election to be held in September'],
    ['what did Stoltenberg say about violence', 'a reduction in violence'],
    ['did Blinken say "a reduction in violence"', 'a reduction in violence'],
  ])('/ask %s', (question, words) => {
    expect(textsOf(answerQuestion(question, library, everyone))[0]).toContain(words)
  })

  it('finds nothing that is not on the record', () => {
    expect(matchQuote('ask not what your country can do for you', library, everyone).type).toBe('abstention')
    expect(answerQuestion('what is the price of oil', library, everyone).type).toBe('abstention')
  })

  it('/quotes Stoltenberg gives all of his and none of Blinken’s', () => {
    const texts = textsOf(quotesBy('Stoltenberg', null, library, everyone)).join('\n')
    for (const words of [
      'excellent opportunity',
      'We went in together, we have adjusted together and we will leave together when the time is right',
      'therefore, we need to consult',
      'reduction in violence',
    ])
      expect(texts).toContain(words)
    for (const words of ['rebuild', 'safe haven', 'There is a common theme'])
      expect(texts).not.toContain(words)
  })

  it('/summary hears both', () => {
    const answer = summarize(library, everyone, { length: 'medium' })
    const quotes = quotesOf(answer)
    expect(quotes.length).toBeLessThanOrEqual(5)
    expect(quotes.map(({ span }) => span[0])).toEqual(
      quotes.map(({ span }) => span[0]).toSorted((a, b) => a - b),
    )
    expect(speakersOf(answer).join()).toMatch(/Antony Blinken/)
    expect(speakersOf(answer).join()).toMatch(/Stoltenberg/)
  })
})
