import type { Invocation, Reply } from '../reply.js'
import type { Answer, AnsweredQuote, SpeakerCount } from '../retrieval/answer.js'
import { renderAbstention } from './abstention.js'
import { countOf } from './count.js'
import { denialOf } from './denial.js'
import { pageOf } from './pages.js'
import { renderQuote } from './quote.js'

const quotesOnPage = 5
const speakersOnPage = 15

const nothing: Invocation = { command: '', options: {} }

/**
 * `invocation`: the command that was answered, which the buttons of a long answer run again for another page.
 * `heading`: what to say of a list in place of its length.
 */
export function renderAnswer(answer: Answer, invocation: Invocation = nothing, heading?: string): Reply {
  if (answer.type === 'quotes') return renderQuotes(answer, invocation)
  if (answer.type === 'speakers') return renderSpeakers(answer.speakers, invocation, heading)
  return textReply(renderAbstention(answer), {
    quotes: answer.closest.map(quote => renderQuote(quote, true)),
  })
}

export function textReply(text: string, rest: Partial<Reply> = {}): Reply {
  return { text, quotes: [], fields: [], buttons: [], ephemeral: false, ...rest }
}

type Quotes = Extract<Answer, { type: 'quotes' }>

function renderQuotes({ quotes, notSaidBy }: Quotes, invocation: Invocation): Reply {
  const { items, page, label, buttons } = pageOf(quotes, quotesOnPage, invocation)
  const found = label && `${countOf(quotes.length, 'quotation')}, ${label}.`
  const warnings = page === 0 ? warningsOf(quotes[0], notSaidBy) : []
  const text = [found, ...warnings].filter(Boolean).join(' ')
  return textReply(text, { quotes: items.map(quote => renderQuote(quote, false)), buttons })
}

function warningsOf(first: AnsweredQuote | undefined, notSaidBy: string | undefined): string[] {
  if (!first) return []
  const denial = denialOf(first)
  const isInexact = !first.exact && first.differences.length > 0
  const closest = isInexact ? 'the closest is, not word for word:' : 'the words stand here:'
  if (notSaidBy !== undefined)
    return [denial, `Not on record as said by ${notSaidBy}; ${closest}`].filter(text => text !== null)
  const inexact = isInexact ? 'Not word for word on the record; the closest is:' : null
  return [denial, inexact].filter(text => text !== null)
}

function renderSpeakers(speakers: readonly SpeakerCount[], invocation: Invocation, heading?: string): Reply {
  const { items, label, buttons } = pageOf(speakers, speakersOnPage, invocation)
  const fields = items.map(({ name, quotations, articles }) => ({
    name,
    value: `${countOf(quotations, 'quotation')} in ${countOf(articles, 'article')}`,
  }))
  const found =
    heading ?? (speakers.length === 1 ? '1 speaker is quoted.' : `${speakers.length} speakers are quoted.`)
  return textReply([found, label && `(${label})`].filter(Boolean).join(' '), { fields, buttons })
}
