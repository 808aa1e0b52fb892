import { answerQuestion } from '../src/retrieval/question.js'
import { renderAnswer } from '../src/wording/answer.js'
import { defineCommand } from './define.js'
import { inArticle } from './in-article.js'
import { articleOption, requiredText } from './options.js'

export const ask = defineCommand({
  name: 'ask',
  description: 'Ask a question; the answer is quoted word for word',
  options: { question: requiredText('The question', 1000), article: articleOption },
  answer({ options, invocation, asker, library, answerThreshold }) {
    const answer = inArticle(options.article, asker, library, scope =>
      answerQuestion(options.question, library, scope, answerThreshold),
    )
    return renderAnswer(answer, invocation)
  },
})
