import { answerQuestion } from '../src/retrieval/question.js'
import { defineQuery } from './define.js'
import { inArticle } from './in-article.js'
import { articleOption, requiredText } from './options.js'

export const ask = defineQuery({
  name: 'ask',
  description: 'Ask a question; the answer is quoted word for word',
  options: { question: requiredText('The question', 2000), article: articleOption },
  answer({ options, asker, library, answerThreshold }) {
    return inArticle(options.article, asker, library, scope =>
      answerQuestion(options.question, library, scope, answerThreshold),
    )
  },
})
