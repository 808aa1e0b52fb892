import { summarize } from '../src/retrieval/summary.js'
import { defineQuery } from './define.js'
import { inArticle } from './in-article.js'
import { articleOption, oneOf, optionalText } from './options.js'

export const summary = defineQuery({
  name: 'summary',
  description: 'The sentences that say most, word for word, with who said them',
  options: {
    article: articleOption,
    length: oneOf('How much (medium where nothing is chosen)', ['short', 'medium', 'long']),
    topic: optionalText('Only what is about this', 200),
  },
  answer({ options, asker, library }) {
    const { article, topic, length = 'medium' } = options
    return inArticle(article, asker, library, scope => summarize(library, scope, { topic, length }))
  },
})
