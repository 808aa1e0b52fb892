import { matchQuote } from '../src/retrieval/quote-match.js'
import { renderAnswer } from '../src/wording/answer.js'
import { defineCommand } from './define.js'
import { inArticle } from './in-article.js'
import { articleOption, requiredText } from './options.js'

export const whoSaid = defineCommand({
  name: 'who-said',
  description: 'Who said these words? Remembered roughly is enough',
  options: { words: requiredText('The words as you remember them', 1000), article: articleOption },
  answer({ options, invocation, asker, library }) {
    const answer = inArticle(options.article, asker, library, scope =>
      matchQuote(options.words, library, scope),
    )
    return renderAnswer(answer, invocation)
  },
})
