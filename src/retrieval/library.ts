import type { AnalyzedArticle } from '../language/analysis.js'

/** Which articles a question may look at: everyone's and those of one server, or a single one of these. */
export interface Scope {
  /** The Discord server; null in the terminal, where only everyone's articles are. */
  guildId: string | null
  articleId?: string | undefined
}

/** An article with the server it belongs to; `guildId` null: everyone's. */
export interface LibraryEntry {
  analyzed: AnalyzedArticle
  guildId: string | null
}
