import { matchQuote } from '../src/retrieval/quote-match.js'
import { defineQuery } from './define.js'
import { inArticle } from './in-article.js'
import { articleOption, requiredText } from './options.js'

export const whoSaid = defineQuery({
  name: 'who-said',
  description: 'Who said these words? Remembered roughly is enough',
  options: { words: requiredText('The words as you remember them', 2000), article: articleOption },
  answer({ options, asker, library, answerThreshold }) {
    return inArticle(options.article, asker, library, scope =>
      matchQuote(options.words, library, scope, answerThreshold),
    )
  },
})
