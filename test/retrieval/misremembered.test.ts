import { describe, expect, it } from 'vitest'
import { loadRelatedWords, loadWordVectors } from '../../src/ingest/words-file.js'
import type { AnsweredQuote } from '../../src/retrieval/answer.js'
import { Library } from '../../src/retrieval/library.js'
import { matchQuote } from '../../src/retrieval/quote-match.js'
import { textOf } from '../../src/span.js'
import { quarryArticles } from '../support/quarry-articles.js'

const library = new Library(loadRelatedWords(), loadWordVectors())
for (const analyzed of quarryArticles) library.put({ analyzed, guildId: null })

const ask = (words: string) => matchQuote(words, library, { guildId: null })
const quotesOf = (words: string): readonly AnsweredQuote[] => {
  const answer = ask(words)
  return answer.type === 'quotes' ? answer.quotes : []
}

/** "remembered → recorded", "+remembered", "−recorded". */
const changesIn = ({ article: { text }, differences }: AnsweredQuote): string[] =>
  differences.flatMap(difference => {
    if (difference.op === 'same') return []
    if (difference.op === 'added') return [`+${difference.remembered}`]
    const recorded = textOf(text, difference.recorded)
    return difference.op === 'missing' ? [`−${recorded}`] : [`${difference.remembered} → ${recorded}`]
  })

describe('what is remembered word for word', () => {
  it.each([
    ['we will not sell the valley for a handful of jobs', 'Dora Quill'],
    ['WE WILL NOT SELL THE VALLEY!!', 'Dora Quill'],
    ['who said medicine is not a business?', 'Leo Farrow'],
    ['theres no evidence that the dust harms anyone', 'Aron Pell'],
    ['“Taxes will rise before Christmas”', 'Sofia Lund'],
    ['never trust a man who counts trees', 'Dora Quill'],
    ['I don’t negotiate at four in the morning', 'Ilya Brandt'],
    ['nobody knows how the water moves, nobody has looked, and that is reckless', 'Mira Stenholm'],
    ['now the work begins 🎉', 'Hanna Weiss'],
    ['n\u200bever tr\u00adust a man who\u2060 counts\u200d trees\ufeff', 'Dora Quill'],
    ['wh\u200bo said the w\u00adork begins', 'Hanna Weiss'],
    ['a well organised timetable', 'Omar Reed'],
  ])('%s', (words, speaker) => {
    const [quote] = quotesOf(words)
    expect(quote?.speaker).toBe(speaker)
    expect(quote?.exact).toBe(true)
    expect(quote?.confidence).toBe(1)
  })
})

describe('what is remembered in other words', () => {
  it.each([
    ['who said no kid should need to go 200 miles to get a vaccination', 'Hanna Weiss'],
    ['tired drivers cause accidents, we are exhausted', 'Petra Voss'],
    ['they cancelled our pensions, our breaks, even our vacations', 'Petra Voss'],
    ['the blasts might drain the villages wells', 'Mira Stenholm'],
    ['there isnt any proof the dust hurts anybody', 'Aron Pell'],
    ['he walked 11 miles to the hospital since there was no bus', 'Jon Ames'],
    ['the city cant afford a 9% raise', 'Ilya Brandt'],
    ['the quarry will make 120 jobs', 'Aron Pell'],
    ['a man who counts trees should never be trusted', 'Dora Quill'],
    ['said they measured the dust for 25 years', 'Aron Pell'],
    ['taxs wil rise befor christmas', 'Sofia Lund'],
    ['he favored the program since 1998', 'Leo Farrow'],
    ['Dora Quill said the valley isnt for sale for a handful of jobs', 'Dora Quill'],
    ['drivers deserve respect and a properly organized timetable', 'Omar Reed'],
    ['nobody has looked at how water moves, which is reckless - about the quarry', 'Mira Stenholm'],
  ])('%s', (words, speaker) => {
    const [quote] = quotesOf(words)
    expect(quote?.speaker).toBe(speaker)
    expect(quote?.exact).toBe(false)
    expect(quote?.differences.some(({ op }) => op !== 'same')).toBe(true)
  })
})

describe('what was said nearly so, and the difference', () => {
  it.each([
    ['we will sell the valley for a handful of jobs', ['will → will not']],
    ['medicine is a business', ['is → is not']],
    ['the quarry would create 210 jobs', ['210 → 120']],
    ['taxes will rise before Easter', ['Easter → Christmas']],
    ['taxes will not rise before Christmas', ['will not → will']],
    ['taxes will fall before Christmas', ['fall → rise']],
    ['I negotiate at four in the morning', ['−don’t']],
    ['it is not finished', ['is not → is']],
    ['the city could afford a raise of nine per cent', ['could → could not']],
    ['he had walked seven miles to the hospital', ['seven → eleven']],
    ['he had favored the program since 1998', ['favored → favoured', 'program → programme']],
    ['pay 1.5 million dollars in taxes', ['1.5 million dollars → $1.5 million']],
    ['We have measured it for 25 years', ['25 → twenty-five']],
  ])('%s', (words, changes) => {
    const [quote] = quotesOf(words)
    expect(quote && { exact: quote.exact, changes: changesIn(quote) }).toEqual({ exact: false, changes })
  })
})

describe('what differs only by contractions', () => {
  it.each([
    'Medicine isn’t a business',
    'medicine isnt a business',
    'there is no evidence that the dust harms anyone',
  ])('%s', words => {
    const [quote] = quotesOf(words)
    expect(quote && { exact: quote.exact, changes: changesIn(quote) }).toEqual({ exact: true, changes: [] })
  })
})

describe('what nobody said', () => {
  it.each([
    'hello darkness my old friend i have come to talk with you again',
    'is this the real life is this just fantasy',
    'the striker missed a penalty in the last minute of the final',
    'el tren sale a las ocho de la mañana',
    'das ist nicht mein Problem, sagte der Koch',
    '😂😂😂',
    '<@123456789> <#42> @here',
    'the and of to',
    'who said that',
    'recipe for lemon cake without eggs',
    'my phone battery dies so fast these days',
    'https://example.org/some/page?x=1',
    'asdf qwer zxcv',
    'the treasurer resigned after an audit of the archive',
    'interest rates were left unchanged by the central bank',
  ])('%s', words => {
    expect(ask(words).type).toBe('abstention')
  })
})

describe('one statement by several people', () => {
  it('is one group with all its speakers', () => {
    const quotes = quotesOf('public transport is the backbone of this town')
    expect(quotes.map(({ speaker }) => speaker).sort()).toEqual(['Ilya Brandt', 'Omar Reed'])
    expect(quotes.every(({ exact }) => exact)).toBe(true)
  })

  it('is one group, too, when remembered badly', () => {
    const quotes = quotesOf('public transportation is this towns backbone')
    expect(quotes.map(({ speaker }) => speaker).sort()).toEqual(['Ilya Brandt', 'Omar Reed'])
  })

  it('begins with the one whose name was typed', () => {
    const [first] = quotesOf('Omar Reed said public transportation is the backbone of the town')
    expect(first?.speaker).toBe('Omar Reed')
  })
})
