import { describe, expect, it } from 'vitest'
import { createLibrary } from '../../src/ingest/create-library.js'
import type { Answer } from '../../src/retrieval/answer.js'
import { Library } from '../../src/retrieval/library.js'
import { answerQuestion } from '../../src/retrieval/question.js'
import { textOf } from '../../src/span.js'
import { libraryOf } from '../support/articles.js'
import { harbourArticles } from '../support/harbour-articles.js'

const library = libraryOf(...harbourArticles)
const everyone = { guildId: null }
const first = (answer: Answer) => {
  const quote = answer.type === 'quotes' ? answer.quotes[0] : undefined
  return quote ? { speaker: quote.speaker, text: textOf(quote.article.text, quote.span) } : answer
}

describe('answerQuestion', () => {
  it.each([
    ['what did Holt say about schools?', 'Maren Holt', 'The money belongs in schools'],
    ['what did the mayor say about dredging the basin', 'Maren Holt', 'cannot keep dredging'],
    ['what did Reyes say about jobs', 'Tomas Reyes', '340 jobs'],
    ['what did the harbour master warn about the ferry?', 'Ingrid Solberg', 'nowhere else to land'],
    ['what did lucia brandt say about prices', 'Lucia Brandt', 'doubled'],
    ['reyes on jobs', 'Tomas Reyes', '340 jobs'],
    ['what did Thomas Reyes say about jobs', 'Tomas Reyes', '340 jobs'],
    ['what did maryn holt say about schools?', 'Maren Holt', 'The money belongs in schools'],
    ['did Reyes say it would cost jobs', 'Tomas Reyes', '340 jobs'],
    ['does Holt want to stand by the islanders', 'Maren Holt', 'its islands'],
    ['did Holt say anything about schools', 'Maren Holt', 'The money belongs in schools'],
    ['did Reyes say "the money belongs in schools"?', 'Maren Holt', 'The money belongs in schools'],
    ['was it Holt who said "a betrayal in broad daylight"', 'Tomas Reyes', 'betrayal'],
    ['what did city mayor Holt say about schools', 'Maren Holt', 'The money belongs in schools'],
    ['how much does the dredging cost the city', null, '$2.4 million'],
    ['how many tonnes of herring did the fish market sell', null, '5,200 tonnes'],
    ['how many crossings did the ferry make last year', null, '1,460'],
    ['where did the residents of the islands gather', null, 'Skarne'],
    ['when will the old harbour close', null, 'March 2027'],
  ])('%s', (asked, speaker, words) => {
    const answered = first(answerQuestion(asked, library, everyone))
    expect(answered).toMatchObject({ speaker, text: expect.stringContaining(words) })
  })

  it.each([
    ['what is the price of oil', 'no-match'],
    ['what did Zanzibar Jones say about the harbour', 'no-such-speaker'],
    ['what did Peter Solberg say about nuclear submarines', 'not-about-this'],
    ['peter solberg on nuclear submarines', 'not-about-this'],
    ['what did Petra Holt say about schools?', 'no-such-speaker'],
    ['what did Ingrid Holt say about schools?', 'no-such-speaker'],
    ['did Lucia Brandt say herring should be banned', 'not-about-this'],
    ['did Holt say the schools are corrupt', 'not-about-this'],
    ['does Brandt want to sue the council', 'not-about-this'],
    ['did Reyes promise to flood the harbour', 'not-about-this'],
    ['did Holt say "ask not what your country can do for you"', 'no-match'],
    ['', 'no-words'],
    ['?', 'no-words'],
    ['not sure who said it', 'no-words'],
    ['hello', 'no-words'],
  ])('%s is not on the record: %s', (asked, reason) => {
    expect(answerQuestion(asked, library, everyone)).toMatchObject({ type: 'abstention', reason })
  })

  it.each([
    ['what did Peter Solberg say about nuclear submarines', 0],
    ['what did Peter Solberg say about schools in Ghent', 1],
    ['who is it', 0],
    ['what was that about then', 0],
    ['what is the price of oil', 1],
  ])('%s: shows as closest only what has a word of it (%d)', (asked, count) => {
    expect(answerQuestion(asked, library, everyone, 1)).toMatchObject({ closest: { length: count } })
  })

  it('names the speaker asked for in an abstention', () => {
    expect(
      answerQuestion('what did Peter Solberg say about nuclear submarines', library, everyone),
    ).toMatchObject({
      asked: 'Peter Solberg',
    })
  })

  it('says so when there are no articles', () => {
    expect(answerQuestion('who?', new Library(), everyone)).toMatchObject({ reason: 'no-articles' })
  })

  it.each(['what did Holt say about schools?', 'how much does the dredging cost the city', 'reyes on jobs'])(
    'shows what may be meant, the likeliest first: %s',
    asked => {
      const answer = answerQuestion(asked, library, everyone)
      const likely = answer.type === 'quotes' ? answer.quotes.map(({ confidence }) => confidence) : []
      expect(likely.length).toBeGreaterThan(0)
      expect(likely).toEqual(likely.filter(each => each >= 0.01).sort((a, b) => b - a))
    },
  )

  it('obeys the threshold', () => {
    expect(answerQuestion('what did Holt say about schools?', library, everyone, 1).type).toBe('abstention')
    expect(answerQuestion('what is the price of herring at sea', library, everyone, 0).type).toBe('quotes')
  })

  it('shows the sentence before one that leans on it', () => {
    const answer = answerQuestion('why does the ferry have nowhere else to land', library, everyone)
    const quote = answer.type === 'quotes' ? answer.quotes[0] : undefined
    expect(quote?.before && textOf(quote.article.text, quote.before)).toContain('dredging costs the city')
  })
})

it.each(['businessman', 'boss', 'running mate'])('%s is no given name of a namesake', word => {
  const [harbour] = harbourArticles
  const known = createLibrary([
    { file: 'a.txt', mediaType: 'text', content: harbour!.article.text, description: {} },
  ])
  const answer = answerQuestion(`what did ${word} Holt say about schools?`, known, everyone)
  expect(first(answer)).toMatchObject({ text: expect.stringContaining('The money belongs in schools') })
})

it('what one of the same family name said is no answer, in a library of one article neither', () => {
  const content = `Women wrote to us about the speech on Friday.

“As a young woman I’d rather live in what he calls “hell” than live in a world where he is president.” ― Adriana Rodarte

“I would rather live in hell than here.” ― Maria Lopez

“We will not go back to that place.” — Ann Petrov

"We will never go back to that place." - Joan Kim

A reader of the paper was of another mind: “They are wrong about it.” – Per Dahl, Runa`
  const letters = createLibrary([{ file: 'a.txt', mediaType: 'text', content, description: {} }])
  const asked = (name: string) =>
    answerQuestion(`what did ${name} say about going back to that place`, letters, everyone)
  expect(first(asked('Joan Kim'))).toMatchObject({ speaker: 'Joan Kim' })
  for (const name of ['Robert Kim', 'Mary Kim', 'Paul Kim', 'Jordan Kim'])
    expect(asked(name)).toMatchObject({ type: 'abstention', closest: [{ speaker: 'Joan Kim' }] })
})

describe('a person who is named, but quoted nowhere', () => {
  const content = `Mayor opens the campaign for a new quay

Port Ellery's mayor, Maren Holt, opened her campaign for a new quay on Friday.

At a rally in Port Ellery with the singer Pia Lunde, Holt called the new quay “a gift to the herring fleet.”

“The quay is paid for,” Holt said. “Nobody will lose a house over it.”`
  const rally = createLibrary([{ file: 'rally.txt', mediaType: 'text', content, description: {} }])

  it.each([
    'what did pia lunde say about the new quay at the rally',
    'what did Pia Lunde say about the herring fleet',
  ])('%s: not what another said beside her', asked => {
    expect(answerQuestion(asked, rally, everyone)).toMatchObject({
      type: 'abstention',
      reason: 'not-about-this',
      asked: 'Pia Lunde',
    })
  })

  it('is no matter to whoever is quoted', () => {
    expect(first(answerQuestion('what did holt call the new quay', rally, everyone))).toMatchObject({
      speaker: 'Maren Holt',
      text: expect.stringContaining('a gift to the herring fleet'),
    })
  })
})

describe('what only reports of a speaker', () => {
  const quays = createLibrary([
    {
      file: 'quays.txt',
      mediaType: 'text',
      content:
        'Mayor Maren Holt said on Monday that Runa needs only one of its quays. Fishermen called for a strike.\n\n' +
        'Holt later walked back her comments while speaking to the Runa Herald.\n\n' +
        '“You just can’t close the two of them, and I never meant to close them,” Holt said Wednesday. It rained.',
      description: {},
    },
  ])

  it('is shown with the quotation beside it', () => {
    const asked = 'how did Holt walk back her comments on the quays'
    expect(first(answerQuestion(asked, quays, everyone))).toMatchObject({
      speaker: 'Maren Holt',
      text: expect.stringMatching(/^Holt later walked back .* Herald\.\s+“You .* Holt said Wednesday\.$/s),
    })
  })

  it('is not followed by what hardly anybody can mean', () => {
    const answer = answerQuestion('what did Holt say she never meant to close', quays, everyone)
    expect(answer).toMatchObject({ type: 'quotes', quotes: { length: 1 } })
  })

  it.each(['what did Holt say about needing one quay', 'what did Holt say about how many quays Runa needs'])(
    'stands alone where none is beside it: %s',
    asked => {
      expect(first(answerQuestion(asked, quays, everyone))).toMatchObject({
        speaker: 'Maren Holt',
        text: expect.stringMatching(/^Mayor Maren Holt said on Monday .* quays\.$/),
      })
    },
  )
})
