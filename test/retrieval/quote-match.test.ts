import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/retrieval/answer.js'
import { Library } from '../../src/retrieval/library.js'
import { matchQuote } from '../../src/retrieval/quote-match.js'
import { parseRelatedWords } from '../../src/retrieval/related-words.js'
import { textOf } from '../../src/span.js'
import { libraryOf } from '../support/articles.js'
import { harbourArticles } from '../support/harbour-articles.js'

const library = libraryOf(...harbourArticles)
const everyone = { guildId: null }
const speakersOf = (answer: Answer) =>
  answer.type === 'quotes' ? answer.quotes.map(({ speaker }) => speaker) : [answer.type]

describe('matchQuote', () => {
  it.each([
    ['the money belongs in schools', ['Maren Holt'], true],
    ['“The money belongs in schools.”', ['Maren Holt'], true],
    ['who said the money belongs in schools', ['Maren Holt'], true],
    ['a betrayal in broad daylight', ['Tomas Reyes'], true],
    ['the decision would cost 340 jobs', ['Tomas Reyes'], true],
    ['wants a new landing at cape runa', ['Maren Holt'], true],
    ['the feryr to the outer ilsands has nowhere to land', ['Ingrid Solberg'], false],
    ['without a ferry theres no bread no school and no doctor', ['Peter Solberg'], false],
    ['mony belongs to the schools who said that', ['Maren Holt'], false],
    ['herring pays for everything', [null], true],
    ['voted 14 to 9 on tuesday night', [null], true],
    ['ask not what your country can do for you', 'abstention', false],
    ['the moon is made of green cheese', 'abstention', false],
    ['we will', ['Tomas Reyes', 'Maren Holt'], true],
    ['it is not us', 'abstention', false],
    ['@everyone **never** said <@123>', 'abstention', false],
    ['Says the decision would cost three hundred and forty jobs', ['Tomas Reyes'], false],
    ['Maren Holt claimed that the money belongs in schools', ['Maren Holt'], true],
    ['', 'abstention', false],
    ['?!…', 'abstention', false],
  ])('%s', (words, speakers, exact) => {
    const answer = matchQuote(words, library, everyone)
    if (typeof speakers === 'string') expect(answer.type).toBe(speakers)
    else expect(speakersOf(answer)).toEqual(speakers)
    if (answer.type === 'quotes') expect(answer.quotes[0]?.exact).toBe(exact)
  })

  it.each(['', '?!…', 'not sure who said it', 'hey, can you help me find a quote please'])(
    'says that there are no words in %j to look for',
    words => {
      expect(matchQuote(words, library, everyone)).toMatchObject({ reason: 'no-words', closest: [] })
    },
  )

  it('takes no word for another that only stands near it in meaning', () => {
    const related = new Library(parseRelatedWords('fee cost9'))
    for (const analyzed of harbourArticles) related.put({ analyzed, guildId: null })
    expect(matchQuote('fees', related, everyone).type).toBe('abstention')
    expect(matchQuote('costs', related, everyone).type).toBe('quotes')
  })

  it('gives everybody who said the same words', () => {
    expect(speakersOf(matchQuote('stand by this city', library, everyone)).sort()).toEqual([
      'Maren Holt',
      'Tomas Reyes',
    ])
  })

  it('ranks what somebody said above the article’s own words', () => {
    const answer = matchQuote('the ferry to the islands', library, everyone)
    expect(answer.type === 'quotes' && answer.quotes[0]?.kind).not.toBeNull()
  })

  it('shows whole sentences, the speaker’s chain, and no kind for the article’s own words', () => {
    const passedOn = matchQuote('wants a new landing at cape runa', library, everyone)
    expect(passedOn).toMatchObject({ quotes: [{ via: ['two officials'], chain: 'two officials' }] })
    const own = matchQuote('made 1,460 crossings last year', library, everyone)
    expect(own).toMatchObject({ quotes: [{ kind: null, type: null, speaker: null, chain: null }] })
    const quote = own.type === 'quotes' ? own.quotes[0] : undefined
    expect(quote && textOf(quote.article.text, quote.span)).toBe('The ferry made 1,460 crossings last year.')
  })

  it('runs on over sentences that belong together', () => {
    const answer = matchQuote(
      'no ship has used it in eleven years, the money belongs in schools',
      library,
      everyone,
    )
    const quote = answer.type === 'quotes' ? answer.quotes[0] : undefined
    const shown = quote ? textOf(quote.article.text, quote.span) : ''
    expect(shown).toContain('no ship has used')
    expect(shown).toContain('The money belongs in schools')
  })

  it('tells differences where the words are not exact', () => {
    const answer = matchQuote('the decision would cost 430 jobs', library, everyone)
    const quote = answer.type === 'quotes' ? answer.quotes[0]! : null
    const changed = quote?.differences.find(({ op }) => op === 'changed')
    expect(changed).toMatchObject({ remembered: '430' })
    expect(changed?.op === 'changed' && quote && textOf(quote.article.text, changed.recorded)).toBe('340')
  })

  it('prefers the story that the talk around the words names', () => {
    const answer = matchQuote('"the council" who said that about fish and being afraid', library, everyone)
    expect(answer.type === 'quotes' && answer.quotes.map(({ article }) => article.id)).toContain('market')
  })

  it.each([
    ['we will', 'We will stand by this city'],
    ['it is what it is', null],
    ['for the of and', null],
    ['the', null],
  ])('finds words that carry only grammar where they stand side by side: %s, %s', (words, held) => {
    const answer = matchQuote(words, library, everyone)
    if (held === null) expect(answer).toMatchObject({ type: 'abstention', closest: [] })
    else
      expect(
        answer.type === 'quotes' &&
          answer.quotes.map(({ exact, content, article }) => [exact, textOf(article.text, content[0]!)]),
      ).toContainEqual([true, expect.stringContaining(held)])
  })

  it('says so when there are no articles', () => {
    expect(matchQuote('anything', new Library(), everyone)).toMatchObject({ reason: 'no-articles' })
  })

  it('keeps to the article asked for', () => {
    expect(
      matchQuote('the money belongs in schools', library, { guildId: null, articleId: 'market' }).type,
    ).toBe('abstention')
  })

  it('abstains more under a higher threshold', () => {
    const words = 'some officials think the mayor wants a landing in winter'
    expect(matchQuote(words, library, everyone, 1).type).toBe('abstention')
    expect(matchQuote(words, library, everyone, 0).type).toBe('quotes')
  })
})

describe('words remembered quite otherwise', () => {
  it.each([
    ['with no ferry we have neither doctors nor schools nor bread', 'Peter Solberg'],
    ['somebody said herring is what pays for it all', null],
  ])('%s: %j', (words, speaker) => {
    expect(speakersOf(matchQuote(words, library, everyone))[0]).toBe(speaker)
  })

  it.each([
    'the harbour should become a museum',
    'who said schools are falling apart',
    'the ferry is too expensive to run',
    'the council lied to us about the flood',
  ])('%s: nobody said so', words => {
    expect(matchQuote(words, library, everyone).type).toBe('abstention')
  })
})
