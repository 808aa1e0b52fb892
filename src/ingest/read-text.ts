import type { ArticleDescription } from '../article.js'

/** What a marked-up document comes to: its paragraphs, and what it says of itself. */
export interface ReadText {
  paragraphs: readonly string[]
  description: ArticleDescription
}
