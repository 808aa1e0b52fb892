import { describe, expect, it } from 'vitest'
import { createLibrary } from '../../src/ingest/create-library.js'
import { canonicalWords } from '../../src/retrieval/canonical-words.js'
import { matchQuote } from '../../src/retrieval/quote-match.js'
import { Recollection } from '../../src/retrieval/recollection.js'
import { wordsOf } from '../../src/retrieval/words.js'
import { textOf } from '../../src/span.js'

const debate = `MODERATOR: Good evening, and welcome to the second Skarne debate. Mr. Holt, how would you pay for the harbor?

HOLT: Well, look. I created three million jobs when I was governor of this state. My opponent voted against every one of those bills.

VANDERHOLM: That's not right. I never voted against the harbor, and my record is there for everybody to read. We sent 1.5 billion dollars to the islands in 2014.

HOLT: She raised taxes 14 times. I've never raised a tax in my life. In my first year we cut unemployment from 9 percent to 4 percent.

MODERATOR: Ms. Vanderholm, your response?

VANDERHOLM: One in five children in this state goes to bed hungry. I would put a thousand new teachers in our schools. My plan doesn't add a penny to the debt.

HOLT: We have the highest electricity prices in the country. I'm the only candidate on this stage who has run a business.`

const library = createLibrary([{ file: 'debate.txt', content: debate, mediaType: 'text', description: {} }])
const everyone = { guildId: null }

describe('claims about a debate, as fact-checkers word them', () => {
  it.each([
    ['Says he created 3,000,000 jobs as governor.', 'Mr. Holt', 'three million jobs'],
    ['Says he created 3 million jobs as governor.', 'Mr. Holt', 'three million jobs'],
    ['Says that he has never raised a tax in his life', 'Mr. Holt', 'never raised a tax'],
    ['Holt says his opponent raised taxes fourteen times.', 'Mr. Holt', '14 times'],
    ['Says she never voted against the harbor.', 'Ms. Vanderholm', 'never voted against the harbor'],
    ['They sent $1,500,000,000 to the islands in 2014.', 'Ms. Vanderholm', '1.5 billion dollars'],
    ['Says her plan will not add a penny to the debt.', 'Ms. Vanderholm', 'add a penny'],
    ['The state has the highest electricity prices in the nation.', 'Mr. Holt', 'highest electricity prices'],
    ['Says that he is the only candidate who has run a business.', 'Mr. Holt', 'run a business'],
    ['Unemployment fell from 9% to 4% in his first year.', 'Mr. Holt', 'from 9 percent to 4 percent'],
    ['Vanderholm said that she would put 1,000 new teachers in schools', 'Ms. Vanderholm', 'a thousand new'],
  ])('%s: %s', (claim, speaker, words) => {
    const answer = matchQuote(claim, library, everyone)
    const quote = answer.type === 'quotes' ? answer.quotes[0] : undefined
    expect(quote?.speaker).toBe(speaker)
    expect(quote && textOf(quote.article.text, quote.span)).toContain(words)
  })

  it.each([
    'Says Holt closed two hospitals.',
    'Says the islands got 15 million dollars',
    'My opponent wants to abolish the coast guard',
    'Vanderholm says that the bridges of the state are unsafe',
  ])('%s: not on the record, though a word or two of it is', claim => {
    expect(matchQuote(claim, library, everyone).type).toBe('abstention')
  })
})

describe('words of a speaker told again', () => {
  it.each([
    ['he', 'I', 0.6],
    ['she', 'I', 0.6],
    ['his', 'my', 0.6],
    ['I', 'she', 0.6],
    ['their', 'our', 0.6],
    ['they', 'we', 0.6],
    ['he', 'we', undefined],
    ['his', 'her', undefined],
    ['my', 'our', undefined],
  ])('"%s" is like "%s": %d', (remembered, recorded, like) => {
    const recollection = new Recollection(wordsOf(remembered), () => 1)
    expect(recollection.likeness(canonicalWords(wordsOf(recorded))[0]!)?.[0]).toBe(like)
  })
})
