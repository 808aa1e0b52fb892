import type { Reply, ReplyArticle, ReplyDifference, ReplyQuote } from '../reply.js'
import type { Span } from '../span.js'
import { neutralise, type Style } from './style.js'

/** A reply as lines for a terminal or a pipe; whatever an article holds, nothing in them controls the terminal. */
export function renderReply(reply: Reply, style: Style): string {
  const blocks = [
    neutralise(reply.text),
    ...reply.quotes.map(quote => renderQuote(quote, style)),
    reply.fields.map(field => renderField(field, style)).join('\n'),
    renderButtons(reply, style),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function renderQuote(quote: ReplyQuote, style: Style): string {
  const said = [quote.attribution, quote.note].filter(part => part !== null).join(' · ')
  const lines = [
    quote.before && style.faint(`(before: ${neutralise(quote.before)})`),
    emphasise(quote.text, quote.content, style),
    `— ${style.strong(neutralise(said))}`,
    quote.differences.length > 0 && renderDifferences(quote.differences, style),
    style.faint(renderArticle(quote.article)),
    quote.link && style.faint(neutralise(quote.link)),
  ]
  return indent(lines.filter(line => typeof line === 'string').join('\n'))
}

/** Cut before it is neutralised, which may change lengths. */
function emphasise(text: string, content: readonly Span[], style: Style): string {
  let drawn = ''
  let at = 0
  for (const [start, end] of [...content].sort((a, b) => a[0] - b[0])) {
    if (start < at) continue
    drawn += neutralise(text.slice(at, start)) + style.strong(neutralise(text.slice(start, end)))
    at = end
  }
  return drawn + neutralise(text.slice(at))
}

/** As wdiff writes it: [-remembered-] {+on record+}. */
function renderDifferences(differences: readonly ReplyDifference[], style: Style): string {
  const words = differences.map(({ op, remembered, recorded }) => {
    const wrong = remembered && style.bad(`[-${neutralise(remembered)}-]`)
    const right = op === 'same' ? neutralise(recorded) : recorded && style.good(`{+${neutralise(recorded)}+}`)
    return [op === 'same' ? '' : wrong, right].filter(Boolean).join(' ')
  })
  return `[-remembered-] {+on record+}: ${words.join(' ')}`
}

function renderArticle({ title, file, publisher, author, publishedAt }: ReplyArticle): string {
  const known = [title, publisher, author, publishedAt?.slice(0, 10), file].filter(part => part !== undefined)
  return neutralise(known.join(' · '))
}

function renderField({ name, value }: { name: string; value: string }, style: Style): string {
  return `  ${style.strong(neutralise(name))}: ${neutralise(value).replaceAll('\n', '\n  ')}`
}

function renderButtons({ buttons }: Reply, style: Style): string {
  const labels = buttons.map(({ label, invocation }, i) =>
    invocation ? `/${i + 1} ${neutralise(label)}` : '',
  )
  return style.faint(labels.filter(Boolean).join('   '))
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
