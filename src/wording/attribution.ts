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
  const via = quote.chain ? `, via ${quote.chain}` : ''
  if (quote.type === 'thought' || quote.type === 'other') return toldOf(quote)
  return `${quote.speaker ?? 'speaker unknown'}${via}`
}

/** What the article tells of somebody who did not say it. */
function toldOf(quote: AnsweredQuote): string {
  const speaker = quote.speaker ?? 'somebody'
  const cue = cueOf(quote)
  const via = quote.chain ? `, via ${quote.chain}` : ''
  const what = THINKING.test(cue) ? `${speaker} ${cue} this` : `${speaker}${cue && ` (“${cue}”)`}`
  return `according to the article, ${what}${via}; it is no quotation`
}

/** Verbs of thinking in a form that goes between "she" and "this". */
const THINKING =
  /^(?:believe|hope|intend|want|expect|fear|plan|consider|assume|imagine|prefer|need|desire|favou?r|anticipate|suspect|like|mind)(?:e?d|s)?$|^(?:think|know|feel|wish|see|understand)s?$|^(?:wish(?:es|ed)|planned|preferred|thought|knew|felt|saw|understood|wondered|worries)$/

function cueOf({ article, cue }: AnsweredQuote): string {
  const words = cue.map(span => textOf(article.text, span).trim()).join(' … ')
  return /\p{L}/u.test(words) && words.length <= longestCue ? words : ''
}
