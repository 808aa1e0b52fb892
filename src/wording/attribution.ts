import type { AnsweredQuote } from '../retrieval/answer.js'
import { textOf } from '../span.js'

const longestCue = 60

/** Who said it, in words, without claiming that what was thought was said. */
export function attributionOf(quote: AnsweredQuote): string {
  const { article, antecedent } = quote
  const meant = antecedent ? ` [${textOf(article.text, antecedent.words)}: ${antecedent.name}]` : ''
  return `${speakerOf(quote)}${meant}`
}

function speakerOf(quote: AnsweredQuote): string {
  if (quote.kind === null) return 'the article’s own words'
  const speaker = quote.speaker ?? (quote.type === 'thought' ? 'somebody' : 'speaker unknown')
  const via = quote.chain ? `, via ${quote.chain}` : ''
  if (quote.type === 'thought')
    return `according to the article, ${speaker} believes this${cueOf(quote)}${via}`
  if (quote.type === 'other') return `according to the article, ${speaker}${cueOf(quote)}${via}`
  return `${speaker}${via}`
}

function cueOf({ article, cue }: AnsweredQuote): string {
  const words = cue.map(span => textOf(article.text, span).trim()).join(' … ')
  return /\p{L}/u.test(words) && words.length <= longestCue ? ` (“${words}”)` : ''
}
