import { quotesBy } from '../src/retrieval/quotes-by.js'
import { renderAnswer } from '../src/wording/answer.js'
import { defineCommand } from './define.js'
import { inArticle } from './in-article.js'
import { articleOption, optionalText, requiredText } from './options.js'

export const quotes = defineCommand({
  name: 'quotes',
  description: 'What somebody said, optionally about something',
  options: {
    speaker: requiredText('Who: a name, a family name or a role', 100, 'speaker'),
    about: optionalText('Only what was said about this', 200),
    article: articleOption,
  },
  answer({ options, invocation, asker, library }) {
    const answer = inArticle(options.article, asker, library, scope =>
      quotesBy(options.speaker, options.about ?? null, library, scope),
    )
    const several =
      answer.type === 'speakers' ? `“${options.speaker}” may be any of these; say which.` : undefined
    return renderAnswer(answer, invocation, several)
  },
})
