import type { ReplyQuote } from '../reply.js'
import type { AnsweredQuote } from '../retrieval/answer.js'
import { overlaps, type Span, textOf } from '../span.js'
import { attributionOf } from './attribution.js'
import { renderDifferences } from './differences.js'
import { textFragmentLink } from './text-fragment.js'

/** `closest`: the quote is no answer, only the nearest to what was asked. */
export function renderQuote(quote: AnsweredQuote, closest: boolean): ReplyQuote {
  const { article, span } = quote
  return {
    text: textOf(article.text, span),
    before: quote.before && textOf(article.text, quote.before),
    content: quote.content.filter(part => overlaps(part, span)).map(part => within(part, span)),
    attribution: attributionOf(quote),
    note: noteOf(quote, closest),
    differences: renderDifferences(article.text, quote.differences),
    article: {
      title: article.title,
      file: article.file,
      url: article.url,
      publisher: article.publisher,
      author: article.author,
      publishedAt: article.publishedAt,
    },
    link: textFragmentLink(article, span),
  }
}

function noteOf(quote: AnsweredQuote, closest: boolean): string | null {
  const inexact = quote.differences.length > 0 ? 'not word for word' : null
  if (closest) return inexact ? `closest, ${inexact}` : 'closest'
  return quote.exact ? 'word for word' : inexact
}

function within([start, end]: Span, [from, to]: Span): Span {
  return [Math.max(start, from) - from, Math.min(end, to) - from]
}
