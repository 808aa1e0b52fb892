import { listSpeakers } from '../src/retrieval/list-speakers.js'
import { renderAnswer } from '../src/wording/answer.js'
import { defineCommand } from './define.js'
import { inArticle } from './in-article.js'
import { articleOption } from './options.js'

export const speakers = defineCommand({
  name: 'speakers',
  description: 'Who is quoted, how often and in how many articles',
  options: { article: articleOption },
  answer({ options, invocation, asker, library }) {
    const answer = inArticle(options.article, asker, library, scope => listSpeakers(library, scope))
    return renderAnswer(answer, invocation)
  },
})
