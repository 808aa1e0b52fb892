import type { Generated } from './kysely.js'
import type { Origin } from './store.js'

/** The tables as the newest migration leaves them. */
export interface Schema {
  /** One row. */
  state: { revision: number; purged_at: string }
  sources: {
    /** Counts up in the order of first adding. */
    position: Generated<number>
    id: string
    guild_id: string | null
    origin: Origin
    location: string
    hash: string
    file: string
    title: string
    added_at: string
    failure: string | null
    /** The revision of the last change that answers can see. */
    revision: number
    analysis_version: number
    removed_at: string | null
  }
  /** Apart from `sources`, whose rows are read and written often. Gone once a removed source is purged. */
  articles: { id: string; analysis: string; bytes: Uint8Array | null }
  buttons: { key: string; value: string; used_at: string }
}
