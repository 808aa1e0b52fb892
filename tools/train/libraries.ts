import { z } from 'zod'
import { type Article, splitParagraphs } from '../../src/article.js'
import { shortTitle } from '../../src/ingest/title.js'
import { loadRelatedWords, loadWordVectors } from '../../src/ingest/words-file.js'
import type { AnalyzedArticle } from '../../src/language/analysis.js'
import { Library } from '../../src/retrieval/library.js'
import { textOf } from '../../src/span.js'

export const EVERYONE = { guildId: null }

/** squad-open.json: sentences of encyclopaedia articles with their paragraphs, and real questions about them. */
export const squadSchema = z.object({
  passages: z.array(z.object({ id: z.number(), text: z.string(), context: z.string(), title: z.string() })),
  questions: z.array(z.object({ text: z.string(), gold: z.array(z.number()) })),
})

/** Named by its id; without a title, the beginning of the text is one. */
export function articleOf(id: string, text: string, title?: string): Article {
  const paragraphs = splitParagraphs(text)
  const [first = [0, 0] as const] = paragraphs
  return { id, file: id, title: title ?? shortTitle(textOf(text, first)), text, paragraphs }
}

/** With all that is known of words, as a server's. */
export function libraryOf(articles: readonly AnalyzedArticle[]): Library {
  const library = new Library(loadRelatedWords(), loadWordVectors())
  for (const analyzed of articles) library.put({ analyzed, guildId: null })
  return library
}
