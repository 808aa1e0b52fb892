import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { OnRecordError } from '../errors.js'
import { parseRelatedWords, type RelatedWords } from '../retrieval/related-words.js'

/** Compiled files lie one folder deeper in the package than their source. */
const PLACES = ['../../models/related-words.txt', '../../../models/related-words.txt']

let loaded: RelatedWords | null = null

/** The related words that come with the program; read once. Throws `OnRecordError` where they are not there. */
export function loadRelatedWords(): RelatedWords {
  loaded ??= parseRelatedWords(readFileSync(relatedWordsFile(), 'utf8'))
  return loaded
}

function relatedWordsFile(): string {
  const paths = PLACES.map(place => fileURLToPath(new URL(place, import.meta.url)))
  const path = paths.find(existsSync)
  if (path !== undefined) return path
  throw new OnRecordError(
    'unreadable',
    `The related words ${paths.at(-1)} are not there. Install the program again, or make them as tools/README.md says.`,
  )
}
