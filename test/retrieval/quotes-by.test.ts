import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/retrieval/answer.js'
import { Library } from '../../src/retrieval/library.js'
import { listSpeakers } from '../../src/retrieval/list-speakers.js'
import { quotesBy } from '../../src/retrieval/quotes-by.js'
import { textOf } from '../../src/span.js'
import { libraryOf } from '../support/articles.js'
import { harbourArticles } from '../support/harbour-articles.js'

const library = libraryOf(...harbourArticles)
const everyone = { guildId: null }
const textsOf = (answer: Answer) =>
  answer.type === 'quotes' ? answer.quotes.map(({ article, span }) => textOf(article.text, span)) : answer

describe('quotesBy', () => {
  it.each(['Tomas Reyes', 'Reyes', 'councillor reyes'])(
    'gives all that %s said, in order, each sentence once',
    name => {
      expect(textsOf(quotesBy(name, null, library, everyone))).toEqual([
        'Councillor Tomas Reyes said the decision would cost 340 jobs and break a promise made to the fishing families.',
        'He called the vote “a betrayal in broad daylight.”',
        expect.stringContaining('We will stand by this city'),
      ])
    },
  )

  it('goes through all articles, second-hand words too', () => {
    const answer = quotesBy('Maren Holt', null, library, everyone)
    expect(
      answer.type === 'quotes' && answer.quotes.map(({ article, chain }) => [article.id, chain]),
    ).toEqual([
      ['harbour', null],
      ['harbour', null],
      ['ferry', 'two officials'],
      ['ferry', null],
    ])
  })

  it('keeps to a topic', () => {
    expect(textsOf(quotesBy('Holt', 'schools', library, everyone))).toEqual([
      '“The money belongs in schools.”',
    ])
  })

  it.each([
    ['Zanzibar Jones', null, 'no-such-speaker', 'Zanzibar Jones'],
    ['', null, 'no-such-speaker', ''],
    ['Holt', 'submarines', 'not-about-this', 'Maren Holt'],
  ])('%s about %s: %s', (name, about, reason, asked) => {
    expect(quotesBy(name, about, library, everyone)).toMatchObject({ type: 'abstention', reason, asked })
  })

  it('lists whom a name may mean', () => {
    const answer = quotesBy('Solberg', null, library, everyone)
    expect(answer.type === 'speakers' && answer.speakers.map(({ name }) => name).sort()).toEqual([
      'Ingrid Solberg',
      'Peter Solberg',
    ])
  })
})

describe('listSpeakers', () => {
  it('counts quotations and articles, most quoted first', () => {
    const answer = listSpeakers(library, everyone)
    expect(answer.type === 'speakers' && answer.speakers.slice(0, 2)).toEqual([
      { name: 'Maren Holt', quotations: 4, articles: 2 },
      { name: 'Tomas Reyes', quotations: 3, articles: 1 },
    ])
  })

  it('leaves out who only passed words on', () => {
    const answer = listSpeakers(library, everyone)
    expect(answer.type === 'speakers' && answer.speakers.map(({ name }) => name)).not.toContain(
      'two officials',
    )
  })

  it('says so when there are no articles', () => {
    expect(listSpeakers(new Library(), everyone)).toMatchObject({ reason: 'no-articles' })
  })
})
