import { quotesBy } from '../src/retrieval/quotes-by.js'
import { defineQuery } from './define.js'
import { inArticle } from './in-article.js'
import { articleOption, optionalText, requiredText } from './options.js'

export const quotes = defineQuery({
  name: 'quotes',
  description: 'What somebody said, optionally about something',
  options: {
    speaker: requiredText('Who: a name, a family name or a role', 100, 'speaker'),
    about: optionalText('Only what was said about this', 200),
    article: articleOption,
  },
  answer({ options, asker, library }) {
    return inArticle(options.article, asker, library, scope =>
      quotesBy(options.speaker, options.about ?? null, library, scope),
    )
  },
  heading: (answer, { speaker }) =>
    answer.type === 'speakers' ? `“${speaker}” may be any of these; say which.` : undefined,
})
