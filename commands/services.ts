import type { Sources } from '../src/ingest/sources.js'
import type { Library } from '../src/retrieval/library.js'

/** What commands are run with, whatever the front end. */
export interface CommandServices {
  library: Library
  sources: Sources
  /** The largest file that /sources add takes. */
  maxFileBytes: number
  /**
   * The least probability, from 0 to 1, that one of the first three answers to a question is right, and that the first match of
   * remembered words is meant; the library's own where it is not set.
   */
  answerThreshold?: number | undefined
}
