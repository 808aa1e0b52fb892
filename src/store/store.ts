import type { Article } from '../article.js'
import type { AnalyzedArticle } from '../language/analysis.js'

/** How an article came: with the program, from a path on disk, or attached to a command. */
export type Origin = 'seed' | 'path' | 'attachment'

/** Where an article comes from and how its last reading went. */
export interface StoredSource {
  /** The article's id. */
  id: string
  /** The Discord server it belongs to; null: everyone's. */
  guildId: string | null
  origin: Origin
  /** The file's path, or the attachment's name. */
  location: string
  /** SHA-256 of the bytes and of the description last read well. */
  hash: string
  /** ISO 8601. */
  addedAt: string
  /** Why the last reading failed, or null; the stored article is then the last good version. */
  failure: string | null
}

export interface ListedSource extends StoredSource {
  /** The article's. */
  file: string
  title: string
  /** Whether an older version of the program analysed it. */
  isStale: boolean
}

export interface StoredArticle {
  source: StoredSource
  analyzed: AnalyzedArticle
}

export type StoreChange =
  /** `bytes`: the file as it came, kept for attachments so that they can be read again. */
  | { type: 'put'; article: StoredArticle; bytes: Uint8Array | null }
  /** A new analysis of the same article; left out where the article is gone or another since. */
  | { type: 'analyze'; id: string; hash: string; analyzed: AnalyzedArticle }
  | { type: 'failed'; id: string; failure: string }
  /** Taken out of every answer, but kept until purged, so that it can be restored. */
  | { type: 'remove'; id: string }
  | { type: 'restore'; id: string }

/** What changed after a revision. */
export interface StoreDelta {
  revision: number
  put: readonly StoredArticle[]
  removed: readonly string[]
  /** Whose stored analysis cannot be read; they are in neither list. */
  unreadable: readonly string[]
}

/**
 * Everything that outlives the process. Every write is one transaction: after a crash the store is as before or after it.
 * Several processes may hold one store; each sees the others' writes by `changesSince`.
 */
export interface Store {
  /** Applies all of `changes` or none; returns the new revision. */
  apply(changes: readonly StoreChange[]): Promise<number>
  /** What differs from `revision`; 0 asks for everything. Cheap when nothing changed. */
  changesSince(revision: number): Promise<StoreDelta>
  /** In the order they were first added. */
  listSources(): Promise<readonly ListedSource[]>
  findSource(id: string): Promise<StoredSource | null>
  /** A source that was removed and can be restored. */
  findRemoved(id: string): Promise<StoredSource | null>
  /** The article alone, even where its analysis cannot be read; null where it cannot be read either. */
  findArticle(id: string): Promise<Article | null>
  /** The bytes an attachment came with. */
  findBytes(id: string): Promise<Uint8Array | null>
  /** Keeps what a button stands for and returns a short key for it; the same value has the same key. */
  saveButton(value: string): Promise<string>
  findButton(key: string): Promise<string | null>
  close(): Promise<void>
}
