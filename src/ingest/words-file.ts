import { parseRelatedWords, type RelatedWords } from '../retrieval/related-words.js'
import { parseWordVectors, type WordVectors } from '../retrieval/word-vectors.js'
import { readModel } from './read-model.js'

let related: RelatedWords | null = null
let vectors: WordVectors | null = null

/** The related words that come with the program; read once. Throws `OnRecordError` where they are not there. */
export function loadRelatedWords(): RelatedWords {
  related ??= parseRelatedWords(readText('related-words.txt'))
  return related
}

/** The word vectors that come with the program; read once. Throws `OnRecordError` where they are not there. */
export function loadWordVectors(): WordVectors {
  vectors ??= parseWordVectors(readText('word-vectors.txt'))
  return vectors
}

const readText = (file: string): string => new TextDecoder().decode(readModel(file))
