import type { Asker } from '../src/command.js'
import { OnRecordError } from '../src/errors.js'
import type { Answer } from '../src/retrieval/answer.js'
import type { Library, Scope } from '../src/retrieval/library.js'
import { shorten } from '../src/wording/shorten.js'

const mostNamed = 5

/** Answers within the article that `words` name, or within all that the asker may see where there are none. */
export function inArticle(
  words: string | undefined,
  asker: Asker,
  library: Library,
  answer: (scope: Scope) => Answer,
): Answer {
  const everything: Scope = { guildId: asker.guildId }
  if (words === undefined) return answer(everything)
  const found = library.findArticle(words, everything)
  if (found.type === 'one') return answer({ ...everything, articleId: found.value.article.id })
  if (found.type === 'none')
    return { type: 'abstention', reason: 'no-such-article', asked: words, closest: [] }
  throw ambiguous(
    words,
    found.candidates.map(({ article }) => article.title),
  )
}

export function ambiguous(words: string, titles: readonly string[]): OnRecordError {
  const named = titles.slice(0, mostNamed).map(title => `“${shorten(title, 80)}”`)
  const more = titles.length > mostNamed ? ` and ${titles.length - mostNamed} more` : ''
  const sentence = `“${shorten(words, 80)}” fits ${titles.length} articles: ${named.join(', ')}${more}. Give more of the title.`
  return new OnRecordError('bad-input', sentence)
}
