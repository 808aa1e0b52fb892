import { describe, expect, it } from 'vitest'
import type { Reply, ReplyQuote } from '../../src/reply.js'
import { renderReply } from '../../src/terminal/render.js'
import { neutralise, styleFor } from '../../src/terminal/style.js'

const plain = styleFor(false)
const coloured = styleFor(true)

const quote: ReplyQuote = {
  text: '“We built it twice,” Ode said.',
  before: null,
  content: [[0, 20]],
  attribution: 'Ann Ode',
  note: 'word for word',
  differences: [],
  article: {
    title: 'The bridge',
    file: 'bridge.txt',
    publisher: 'The Ferryman',
    publishedAt: '2024-05-06T07:08:09Z',
  },
  link: 'https://example.org/#:~:text=We',
}

const replyOf = (change: Partial<Reply>): Reply => ({
  text: '',
  quotes: [],
  fields: [],
  buttons: [],
  ephemeral: false,
  ...change,
})

describe('renderReply', () => {
  it('shows a quote, who said it, and where it stands', () => {
    expect(renderReply(replyOf({ quotes: [quote] }), plain)).toBe(
      [
        '  “We built it twice,” Ode said.',
        '  — Ann Ode · word for word',
        '  The bridge · The Ferryman · 2024-05-06 · bridge.txt',
        '  https://example.org/#:~:text=We',
        '',
      ].join('\n'),
    )
  })

  it('shows differences as wdiff does', () => {
    const differences: ReplyQuote['differences'] = [
      { op: 'same', remembered: '', recorded: 'We' },
      { op: 'changed', remembered: 'made', recorded: 'built' },
      { op: 'added', remembered: 'all', recorded: '' },
      { op: 'missing', remembered: '', recorded: 'twice' },
    ]
    expect(renderReply(replyOf({ quotes: [{ ...quote, differences }] }), plain)).toContain(
      '  [-remembered-] {+on record+}: We [-made-] {+built+} [-all-] {+twice+}\n',
    )
  })

  it('numbers the buttons that can be pressed', () => {
    const buttons = [
      { label: 'Previous', invocation: null },
      { label: 'Next', invocation: { command: 'quotes', options: {} } },
    ]
    expect(renderReply(replyOf({ text: 'Twelve.', buttons }), plain)).toBe('Twelve.\n\n/2 Next\n')
  })

  it('lists fields', () => {
    const fields = [{ name: 'Ann Ode', value: '2 quotations\nin 1 article' }]
    expect(renderReply(replyOf({ fields }), plain)).toBe('  Ann Ode: 2 quotations\n  in 1 article\n')
  })

  it('draws what was said strongly where there are colours', () => {
    expect(renderReply(replyOf({ quotes: [quote] }), coloured)).toContain(
      '\u001b[1m“We built it twice,”\u001b[22m Ode said.',
    )
    expect(renderReply(replyOf({ quotes: [quote] }), plain)).not.toContain('\u001b')
  })

  it('lets nothing in an article control the terminal', () => {
    const bad = 'a\u001b[2Jb\u0007c\u009bd\u202ee\rf\u2028g\th\u0000'
    const reply = replyOf({
      text: bad,
      quotes: [{ ...quote, text: bad, before: bad, content: [[2, 5]], attribution: bad, link: bad }],
      fields: [{ name: bad, value: bad }],
      buttons: [{ label: bad, invocation: { command: 'x', options: {} } }],
    })
    expect(renderReply(reply, plain)).toMatch(
      /^[^\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028]*$/,
    )
  })
})

it('keeps words when it neutralises', () => {
  expect(neutralise('Zoë “said” 😀\nمرحبا')).toBe('Zoë “said” 😀\nمرحبا')
})
