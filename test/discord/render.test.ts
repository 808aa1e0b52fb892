import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawPassage } from '../../src/discord/passage.js'
import { renderReply } from '../../src/discord/render.js'
import type { Reply, ReplyQuote } from '../../src/reply.js'
import type { Span } from '../../src/span.js'
import { readMessage } from '../support/fake-discord/message-rules.js'
import { displayed } from './displayed.js'
import { reply } from './sample-bot.js'

const quoteOf = (text: string, more: Partial<ReplyQuote> = {}): ReplyQuote => ({
  text,
  before: null,
  content: [],
  attribution: 'Mara Lindqvist',
  note: null,
  differences: [],
  article: { title: 'Harbour to close in June', file: 'harbour.txt' },
  link: null,
  ...more,
})

const draw = (given: Partial<Reply>, ids: (string | null)[] = []) => renderReply(reply('', given), ids)

/** What Discord has against the message. */
const faultsOf = ({ allowedMentions, ...message }: ReturnType<typeof draw>): string[] =>
  readMessage({ ...message, allowed_mentions: allowedMentions }).faults

describe('a quotation', () => {
  const text = '"The harbour closes in *June*," Lindqvist said.'

  test('is shown with its speaker and article', () => {
    const article = {
      title: 'Harbour *news*',
      file: 'harbour.txt',
      url: 'https://example.org/harbour',
      publisher: 'The Pier',
      author: 'Jo Berg',
      publishedAt: '2024-03-05',
    }
    const link = 'https://example.org/harbour#:~:text=The%20harbour'
    const quote = quoteOf(text, { article, link, content: [[0, 31]], note: 'word for word' })
    expect(draw({ quotes: [quote] }).embeds).toEqual([
      {
        author: { name: 'Mara Lindqvist' },
        title: 'Harbour \\*news\\*',
        url: link,
        description: '> **"The harbour closes in \\*June\\*,"** Lindqvist said.',
        footer: { text: 'word for word · by Jo Berg · The Pier · 5 March 2024' },
        fields: [],
      },
    ])
  })

  test.each([
    ['javascript:alert(1)', undefined],
    ['nowhere', undefined],
    [`https://example.org/${'x'.repeat(2100)}`, undefined],
    ['https://example.org/a b', 'https://example.org/a%20b'],
  ])('is linked only where %j is a link', (link, expected) => {
    expect(draw({ quotes: [quoteOf(text, { link })] }).embeds[0]?.url).toBe(expected)
  })

  test('falls back on the address of the article where the link is too long', () => {
    const article = { title: 'Harbour', file: 'h.txt', url: 'https://example.org/h' }
    const link = `https://example.org/h#:~:text=${'x'.repeat(2100)}`
    expect(draw({ quotes: [quoteOf(text, { article, link })] }).embeds[0]?.url).toBe(article.url)
  })

  test('comes with the sentence before where that is needed', () => {
    const quote = quoteOf('"It closes," she said.', {
      before: 'Lindqvist spoke in Oslo.',
      content: [[0, 12]],
    })
    expect(draw({ quotes: [quote] }).embeds[0]?.description).toBe(
      '> Lindqvist spoke in Oslo. **"It closes,"** she said.',
    )
  })

  test('is compared with what was remembered', () => {
    const differences = [
      { op: 'same', remembered: 'the harbour', recorded: 'The harbour' },
      { op: 'changed', remembered: 'shuts', recorded: 'closes' },
      { op: 'missing', remembered: '', recorded: 'in' },
      { op: 'added', remembered: 'late_', recorded: '' },
      { op: 'same', remembered: 'June', recorded: 'June' },
    ] as const
    expect(draw({ quotes: [quoteOf(text, { differences })] }).embeds[0]?.fields).toEqual([
      {
        name: 'Your words against the record',
        value: 'The harbour ~~shuts~~ **closes** **in** ~~late\\_~~ June',
      },
    ])
  })
})

describe('a passage', () => {
  test.each<[string, string, Span[], number, string]>([
    ['plain', 'She said so.', [], 100, '> She said so.'],
    ['content', '"Yes," she said.', [[0, 6]], 100, '> **"Yes,"** she said.'],
    ['all of it content', '"Yes."', [[0, 6]], 100, '> "Yes."'],
    [
      'in two parts',
      '"Yes," she said, "no."',
      [
        [0, 6],
        [17, 22],
      ],
      100,
      '> **"Yes,"** she said, **"no."**',
    ],
    [
      'nested',
      '"He said \'no\'," she said.',
      [
        [0, 15],
        [9, 13],
      ],
      100,
      '> **"He said \'no\',"** she said.',
    ],
    ['paragraphs', '"One.\n\n"Two," he said.', [[0, 13]], 100, '> **"One.**\n> **"Two,"** he said.'],
    ['a heading inside', 'One.\n# Two', [], 100, '> One.\n> \\# Two'],
    ['cut outside the marks', 'She said so in the end.', [], 15, '> She said so …'],
    ['cut inside straight marks', '"We went in together," he said.', [[0, 22]], 20, '> "We went in" …'],
    ['cut inside curly marks', '“We went in together,” he said.', [[0, 22]], 20, '> “We went in” …'],
    ['cut after the marks', '"We went," he said to them all.', [[0, 10]], 26, '> **"We went,"** he said …'],
    ['cut in indirect speech', 'He said that they went in.', [[8, 25]], 25, '> He said **that they** …'],
  ])('%s', (_, text, content, limit, expected) => {
    expect(drawPassage(text, content, limit)).toBe(expected)
  })

  test('shows a beginning of the text and nothing else, whatever its limit', () => {
    const word = fc.constantFrom('word', '*', '"', '_a_', '\n', '1.', '😀', '“', 'said,')
    const words = fc.array(word, { maxLength: 30 })
    const squeezed = (given: string) => given.replace(/\s+/g, '')
    fc.assert(
      fc.property(words, words, words, fc.integer({ min: 40, max: 400 }), (before, said, after, limit) => {
        const text = `x ${[...before, ...said, ...after].join(' ')}`
        const start = `x ${before.map(each => `${each} `).join('')}`.length
        const drawn = drawPassage(text, [[start, start + said.join(' ').length]], limit)
        const shown = squeezed(displayed(drawn))
        const [beginning = '', rest] = shown.split('…')
        expect(drawn.length).toBeLessThanOrEqual(limit)
        // A mark that was still open may have been closed before the ellipsis.
        const kept = [beginning, beginning.replace(/["”]$/, '')]
        expect(kept.some(part => squeezed(text).startsWith(part))).toBe(true)
        if (rest === undefined) expect(shown).toBe(squeezed(text))
      }),
    )
  })
})

describe('a message', () => {
  test('keeps its text and escapes it', () => {
    expect(draw({ text: 'Nobody said "*so*".' }).content).toBe('Nobody said "\\*so\\*".')
  })

  test.each(['', ' \n', '\u0000', '\u0007 \u007f'])('is never empty, as for %j', text => {
    expect(renderReply(reply(text), []).content).toBe('There is nothing to show.')
  })

  test('says how much did not fit', () => {
    const quotes = Array.from({ length: 12 }, (_, index) => quoteOf(`Number ${index}.`))
    const message = draw({ text: 'Many.', quotes })
    expect(message.embeds).toHaveLength(10)
    expect(message.content).toBe('Many.\n(2 more did not fit here.)')
  })

  test('shows a long list of fields in several embeds', () => {
    const fields = Array.from({ length: 30 }, (_, index) => ({
      name: `Speaker ${index}`,
      value: `${index} quotations`,
    }))
    const message = draw({ fields })
    expect(message.embeds.map(embed => embed.fields?.length)).toEqual([25, 5])
    expect(faultsOf(message)).toEqual([])
  })

  test('draws buttons in rows of five, those without a command disabled', () => {
    const buttons = Array.from({ length: 7 }, (_, index) => ({ label: `Page ${index}`, invocation: null }))
    const message = draw({ text: 'Pages', buttons }, ['run:a', null, 'run:b', null, null, null, 'run:c'])
    expect(message.components.map(row => row.components.length)).toEqual([5, 2])
    expect(message.components[0]?.components[1]).toMatchObject({ disabled: true, custom_id: 'off:1' })
    expect(faultsOf(message)).toEqual([])
  })

  const text = (maxLength: number) =>
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(fc.constantFrom('word ', '*', '_', '"', '\n', '😀', '@everyone ', 'x'.repeat(50)), {
          maxLength,
        })
        .map(parts => parts.join('')),
    )
  const difference = fc.record({
    op: fc.constantFrom('same', 'changed', 'missing', 'added'),
    remembered: text(10),
    recorded: text(10),
  }) as fc.Arbitrary<ReplyQuote['differences'][number]>
  const quote: fc.Arbitrary<ReplyQuote> = fc.record({
    text: text(600),
    before: fc.option(text(100)),
    content: fc.array(fc.tuple(fc.nat({ max: 50 }), fc.integer({ min: 50, max: 300 })), { maxLength: 3 }),
    attribution: text(100).map(name => `a ${name}`),
    note: fc.option(text(10)),
    differences: fc.array(difference, { maxLength: 60 }),
    article: fc.record({
      title: text(100).map(title => `a ${title}`),
      file: fc.constant('a.txt'),
      publisher: text(50),
    }),
    link: fc.option(fc.webUrl()),
  })
  const anyReply: fc.Arbitrary<Reply> = fc.record({
    text: text(600),
    quotes: fc.array(quote, { maxLength: 12 }),
    fields: fc.array(fc.record({ name: text(20), value: text(200) }), { maxLength: 60 }),
    buttons: fc.array(
      fc.record({ label: text(30).map(label => `a ${label}`), invocation: fc.constant(null) }),
      { maxLength: 30 },
    ),
    ephemeral: fc.boolean(),
  })

  test('keeps every limit of Discord, whatever the reply', () => {
    fc.assert(
      fc.property(anyReply, given => {
        expect(faultsOf(renderReply(given, []))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
