import type { Passage, PassageId } from '../retrieval/passages/passage.js'
import { buildPassageIndex as buildIndex, type PassageIndex } from '../retrieval/passages/passage-index.js'
import { loadRelatedWords, loadWordVectors } from './words-file.js'

/**
 * An index over the passages, in memory, that knows the words that come with the program: they are read when something is
 * first stated to it, not asked. Adding and removing cost what is added or removed, not the index. Throws `TypeError` for an
 * input that is no passage; a search for what is stated throws `OnRecordError` where the program's files are not there.
 */
export const buildPassageIndex = <Id extends PassageId = string>(
  passages: Iterable<Passage<Id>>,
): PassageIndex<Id> =>
  buildIndex(passages, () => ({ related: loadRelatedWords(), vectors: loadWordVectors() }))
