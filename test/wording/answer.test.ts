import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article.js'
import type { AbstentionReason, Answer, AnsweredQuote } from '../../src/retrieval/answer.js'
import { renderAnswer } from '../../src/wording/answer.js'

const text = 'Ms Ode hopes the bridge will hold. “We built it twice,” Ode said.'
const article: Article = {
  id: 'bridge',
  file: 'bridge.txt',
  title: 'The bridge',
  text,
  url: 'https://example.org/bridge',
  publisher: 'The Ferryman',
  paragraphs: [[0, text.length]],
}

function quoteOf(change: Partial<AnsweredQuote> = {}): AnsweredQuote {
  const start = text.indexOf('“')
  return {
    article,
    span: [start, text.length],
    before: null,
    content: [[start, text.indexOf('”') + 1]],
    cue: [[text.indexOf('said'), text.indexOf('said') + 4]],
    kind: 'direct',
    type: 'speech',
    speaker: 'Ann Ode',
    via: [],
    chain: null,
    exact: false,
    differences: [],
    confidence: 1,
    ...change,
  }
}

const quotesOf = (...quotes: AnsweredQuote[]): Answer => ({ type: 'quotes', quotes })
const hopes = text.indexOf('hopes')

describe('the attribution', () => {
  it('names whom a pronoun means beside the words', () => {
    const quote = quoteOf({ kind: null, antecedent: { words: [0, 2], name: 'Ann Ode' } })
    expect(renderAnswer(quotesOf(quote)).quotes[0]?.attribution).toBe('the article’s own words [Ms: Ann Ode]')
  })

  it.each<[Partial<AnsweredQuote>, string]>([
    [{}, 'Ann Ode'],
    [{ speaker: null }, 'speaker unknown'],
    [{ kind: null, type: null, speaker: null }, 'the article’s own words'],
    [
      { speaker: 'President Ghani', chain: 'sources to TOLOnews', via: ['sources', 'TOLOnews'] },
      'President Ghani, via sources to TOLOnews',
    ],
    [{ speaker: null, chain: 'an aide' }, 'speaker unknown, via an aide'],
    [{ type: 'document', speaker: 'The Ferryman' }, 'The Ferryman'],
    [
      { type: 'thought', cue: [[hopes, hopes + 5]] },
      'according to the article, Ann Ode hopes this; it is no quotation',
    ],
    [
      { type: 'thought', cue: [], chain: 'an aide' },
      'according to the article, Ann Ode, via an aide; it is no quotation',
    ],
    [
      { type: 'thought', cue: [[hopes, hopes + 5]], speaker: null },
      'according to the article, somebody hopes this; it is no quotation',
    ],
    [
      { type: 'thought', cue: [[hopes, hopes + 9]] },
      'according to the article, Ann Ode (“hopes the”); it is no quotation',
    ],
    [{ type: 'other', cue: [] }, 'according to the article, Ann Ode; it is no quotation'],
  ])('of %j is %j', (change, attribution) => {
    expect(renderAnswer(quotesOf(quoteOf(change))).quotes[0]?.attribution).toBe(attribution)
  })
})

describe('a warning', () => {
  const built = text.indexOf('built')
  const inexact = {
    differences: [{ op: 'changed', remembered: 'sold', recorded: [built, built + 5] }],
  } as const

  it.each<[string, Answer, string]>([
    ['nothing to warn of', quotesOf(quoteOf({ exact: true })), ''],
    [
      'a denial on record',
      quotesOf(quoteOf({ denial: { by: 'record', words: [built, built + 5] } })),
      'Careful: “built” stands on the record and not in your words, so it may say the opposite.',
    ],
    [
      'a denial in the question',
      quotesOf(quoteOf({ ...inexact, denial: { by: 'asked', words: 'never' } })),
      'Careful: “never” stands in your words and not on the record, so it may say the opposite. Not word for word on the record; the closest is:',
    ],
    [
      'another speaker',
      { type: 'quotes', quotes: [quoteOf({ exact: true })], notSaidBy: 'Bo Fenn' },
      'Not on record as said by Bo Fenn; the words stand here:',
    ],
    [
      'another speaker of other words',
      { type: 'quotes', quotes: [quoteOf(inexact)], notSaidBy: 'Bo Fenn' },
      'Not on record as said by Bo Fenn; the closest is, not word for word:',
    ],
  ])('of %s', (_, answer, warning) => {
    expect(renderAnswer(answer).text).toBe(warning)
  })
})

describe('a quote', () => {
  it('is a verbatim slice with its content, its article and a link', () => {
    const [quote] = renderAnswer(quotesOf(quoteOf({ exact: true, before: [0, text.indexOf(' “')] }))).quotes
    expect(quote).toMatchObject({
      text: '“We built it twice,” Ode said.',
      before: 'Ms Ode hopes the bridge will hold.',
      content: [[0, 20]],
      note: 'word for word',
      article: { title: 'The bridge', file: 'bridge.txt', publisher: 'The Ferryman' },
      link: 'https://example.org/bridge#:~:text=%E2%80%9CWe%20built%20it%20twice%2C%E2%80%9D%20Ode%20said.',
    })
  })

  it('keeps its content within what is shown', () => {
    const span = [text.indexOf('built'), text.indexOf('twice')] as const
    const [quote] = renderAnswer(
      quotesOf(
        quoteOf({
          span,
          content: [
            [0, text.length],
            [0, 3],
          ],
        }),
      ),
    ).quotes
    expect(quote?.content).toEqual([[0, 'built it '.length]])
  })

  it('has no note where nothing was remembered', () => {
    expect(renderAnswer(quotesOf(quoteOf())).quotes[0]?.note).toBeNull()
  })
})

describe('misremembered words', () => {
  const at = (words: string) => [text.indexOf(words), text.indexOf(words) + words.length] as const
  const differences: AnsweredQuote['differences'] = [
    { op: 'same', recorded: at('We') },
    { op: 'changed', remembered: 'made', recorded: at('built') },
    { op: 'added', remembered: 'all', at: at('it')[0] },
    { op: 'same', recorded: at('it') },
    { op: 'missing', recorded: at('twice') },
  ]

  it('are said to be so, stretch by stretch', () => {
    const reply = renderAnswer(quotesOf(quoteOf({ differences })))
    expect(reply.text).toBe('Not word for word on the record; the closest is:')
    expect(reply.quotes[0]).toMatchObject({
      note: 'not word for word',
      differences: [
        { op: 'same', remembered: '', recorded: 'We' },
        { op: 'changed', remembered: 'made all', recorded: 'built' },
        { op: 'same', remembered: '', recorded: 'it' },
        { op: 'missing', remembered: '', recorded: 'twice' },
      ],
    })
  })

  it('join words to a slice of the record', () => {
    const same = ['We', 'built'].map(words => ({ op: 'same' as const, recorded: at(words) }))
    expect(renderAnswer(quotesOf(quoteOf({ differences: same }))).quotes[0]?.differences).toEqual([
      { op: 'same', remembered: '', recorded: 'We built' },
    ])
  })
})

describe('an abstention', () => {
  it.each<[AbstentionReason, string, RegExp]>([
    ['no-articles', '', /no article to look in yet/],
    ['no-match', 'ask not', /^Not on the record: .*“ask not”/],
    ['no-words', 'who said it', /^“who said it” holds no words to look for\. Give /],
    ['no-words', '', /^There are no words to look for\. Give /],
    ['no-such-speaker', 'Bo Peep', /^Nobody called “Bo Peep” is quoted here/],
    ['no-such-article', 'The Sun', /no article called “The Sun”/],
    ['no-such-topic', 'unicorns', /^Not on the record: nothing here is about “unicorns”\.$/],
    ['not-about-this', 'Ann Ode', /^Not on the record: .*“Ann Ode”/],
    ['not-about-this', '', /^Not on the record: nothing here is about that\.$/],
    ['nothing-quoted', '', /^Nobody is quoted here\.$/],
    ['nothing-quoted', 'Ann Ode', /“Ann Ode”/],
  ])('%s (%j) is a sentence', (reason, asked, sentence) => {
    const reply = renderAnswer({ type: 'abstention', reason, asked, closest: [] })
    expect(reply.text).toMatch(sentence)
    expect(reply.quotes).toEqual([])
  })

  it('offers the closest, marked as such', () => {
    const reply = renderAnswer({ type: 'abstention', reason: 'no-match', asked: 'x', closest: [quoteOf()] })
    expect(reply.text).toContain('closest on record, though not an answer')
    expect(reply.quotes).toMatchObject([{ note: 'closest' }])
  })

  it('shortens what was asked', () => {
    const reply = renderAnswer({
      type: 'abstention',
      reason: 'no-match',
      asked: 'word '.repeat(500),
      closest: [],
    })
    expect(reply.text.length).toBeLessThan(300)
  })
})

describe('long answers', () => {
  const invocation = { command: 'quotes', options: { speaker: 'Ode' } }
  const twelve = quotesOf(...Array.from({ length: 12 }, () => quoteOf()))

  it.each([
    [undefined, 5, 'page 1 of 3', null, 1],
    [1, 5, 'page 2 of 3', 0, 2],
    [2, 2, 'page 3 of 3', 1, null],
    [99, 2, 'page 3 of 3', 1, null],
    [-4, 5, 'page 1 of 3', null, 1],
  ])('show page %s', (page, count, label, previous, next) => {
    const asked = page === undefined ? invocation : { ...invocation, page }
    const reply = renderAnswer(twelve, asked)
    expect(reply.quotes).toHaveLength(count)
    expect(reply.text).toContain(`12 quotations, ${label}`)
    const turned = (to: number | null) => (to === null ? null : { ...invocation, page: to })
    expect(reply.buttons).toEqual([
      { label: 'Previous', invocation: turned(previous) },
      { label: 'Next', invocation: turned(next) },
    ])
  })

  it('have no buttons where they fit', () => {
    expect(renderAnswer(quotesOf(quoteOf()), invocation)).toMatchObject({ text: '', buttons: [] })
  })

  it('list speakers fifteen at a time', () => {
    const speakers = Array.from({ length: 16 }, (_, i) => ({ name: `N${i}`, quotations: 1, articles: i + 1 }))
    const reply = renderAnswer({ type: 'speakers', speakers }, { command: 'speakers', options: {} })
    expect(reply.text).toBe('16 speakers are quoted. (page 1 of 2)')
    expect(reply.fields).toHaveLength(15)
    expect(reply.fields[1]).toEqual({ name: 'N1', value: '1 quotation in 2 articles' })
  })
})
