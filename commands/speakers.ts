import { listSpeakers } from '../src/retrieval/list-speakers.js'
import { defineQuery } from './define.js'
import { inArticle } from './in-article.js'
import { articleOption } from './options.js'

export const speakers = defineQuery({
  name: 'speakers',
  description: 'Who is quoted, how often and in how many articles',
  options: { article: articleOption },
  answer({ options, asker, library }) {
    return inArticle(options.article, asker, library, scope => listSpeakers(library, scope))
  },
})
