/** The library: what other programs may build upon. */
export {
  buildPassageIndex,
  type Hit,
  type Passage,
  type PassageId,
  PassageIndex,
  type SearchOptions,
} from './retrieval/passages/passage-index.js'
export { type Token, terms, tokenize } from './retrieval/passages/terms.js'
