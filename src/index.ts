/** The library: what other programs may build upon. */
export {
  buildPassageIndex,
  type Hit,
  type Passage,
  type PassageId,
  PassageIndex,
  type SearchOptions,
} from './retrieval/passage-index.js'
export { type Token, terms, tokenize } from './retrieval/terms.js'
