import type { SourceDocument } from '../article.js'
import { Library } from '../retrieval/library.js'
import { loadAnalyzer } from './model-file.js'
import { parseArticle } from './parse-article.js'
import { loadRelatedWords, loadWordVectors } from './words-file.js'

/**
 * A library of `documents`, in memory and everyone's, ready to be asked. Each is read and analysed here, about 100 kB of
 * text a second; an article's id is its file's name, and of two of one name the last counts. Throws `OnRecordError` for
 * a document that holds no text.
 */
export function createLibrary(documents: readonly SourceDocument[]): Library {
  const library = new Library(loadRelatedWords(), loadWordVectors())
  for (const document of documents)
    library.put({ analyzed: loadAnalyzer()(parseArticle(document, document.file)), guildId: null })
  return library
}
