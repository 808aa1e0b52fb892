import type { Span } from '../../span.js'
import type { Marked } from '../quotation-marks.js'
import type { Token } from '../tokens.js'
import { SHAPE, wordForm } from '../word-shapes.js'
import {
  classOf,
  contentLevel,
  cueLevel,
  type Gazetteer,
  isVerbClass,
  pairKey,
  STRONG_CUE,
  sourceLevel,
  WORD_CLASS,
} from './gazetteer.js'
import { QUOTE_STATE, quoteStates } from './quote-state.js'
import { broadCluster, narrowCluster, type WordClusters } from './word-clusters.js'

/** An article's tokens as columns of numbers: what the features are made from. One row a token. */
export interface TokenTable {
  size: number
  /** First and last-but-one token of each paragraph that has any. */
  paragraphs: readonly (readonly [first: number, end: number])[]
  word: Uint32Array
  stem: Uint32Array
  suffix: Uint32Array
  ending: Uint32Array
  shape: Uint8Array
  wordClass: Uint8Array
  /** Clusters of the word; 0: in none. */
  narrow: Uint32Array
  broad: Uint8Array
  cue: Uint8Array
  source: Uint8Array
  content: Uint8Array
  /** Cue level of the token with the one after it. */
  pair: Uint8Array
  quote: Uint8Array
  quoteLength: Uint16Array
  /** First token of the sentence, and the token after its last. */
  sentenceStart: Uint32Array
  sentenceEnd: Uint32Array
  /** Running counts before each row (one row more than there are tokens). */
  verbsBefore: Uint32Array
  commasBefore: Uint32Array
  quotedBefore: Uint32Array
  /** Nearest strong cue of the sentence before and after the token; -1: none. */
  cueLeft: Int32Array
  cueRight: Int32Array
  /** The same within the paragraph, among cues outside quotation marks. */
  plainCueLeft: Int32Array
  plainCueRight: Int32Array
  /** Nearest clause marker (that, if, comma, …) before and after the token in its sentence; -1: none. */
  clauseLeft: Int32Array
  clauseRight: Int32Array
}

/** What is known of words. */
export interface WordKnowledge {
  gazetteer: Gazetteer
  clusters: WordClusters
}

const CLAUSE_WORDS = new Set(
  'that if whether because but and or while although though which who whom when where how why what as to than'.split(
    ' ',
  ),
)

export function tokenTable(
  tokens: readonly Token[],
  sentences: readonly Span[],
  marked: readonly Marked[],
  words: WordKnowledge,
): TokenTable {
  const size = tokens.length
  const table: TokenTable = {
    size,
    paragraphs: paragraphsOf(tokens),
    word: new Uint32Array(size),
    stem: new Uint32Array(size),
    suffix: new Uint32Array(size),
    ending: new Uint32Array(size),
    shape: new Uint8Array(size),
    wordClass: new Uint8Array(size),
    narrow: new Uint32Array(size),
    broad: new Uint8Array(size),
    cue: new Uint8Array(size),
    source: new Uint8Array(size),
    content: new Uint8Array(size),
    pair: new Uint8Array(size),
    ...quoteColumns(tokens, marked),
    sentenceStart: new Uint32Array(size),
    sentenceEnd: new Uint32Array(size),
    verbsBefore: new Uint32Array(size + 1),
    commasBefore: new Uint32Array(size + 1),
    quotedBefore: new Uint32Array(size + 1),
    cueLeft: new Int32Array(size).fill(-1),
    cueRight: new Int32Array(size).fill(-1),
    plainCueLeft: new Int32Array(size).fill(-1),
    plainCueRight: new Int32Array(size).fill(-1),
    clauseLeft: new Int32Array(size).fill(-1),
    clauseRight: new Int32Array(size).fill(-1),
  }
  fillWords(table, tokens, words)
  fillSentences(table, tokens, sentences)
  fillCounts(table)
  fillNeighbours(table, tokens)
  return table
}

function paragraphsOf(tokens: readonly Token[]): [number, number][] {
  const paragraphs: [number, number][] = []
  let paragraph = -1
  for (const [index, token] of tokens.entries()) {
    if (token.paragraph !== paragraph) paragraphs.push([index, index])
    paragraphs.at(-1)![1] = index + 1
    paragraph = token.paragraph
  }
  return paragraphs
}

function quoteColumns(tokens: readonly Token[], marked: readonly Marked[]) {
  const { state, length } = quoteStates(tokens, marked)
  return { quote: state, quoteLength: length }
}

function fillWords(
  table: TokenTable,
  tokens: readonly Token[],
  { gazetteer, clusters }: WordKnowledge,
): void {
  for (let i = 0; i < tokens.length; i++) {
    const form = wordForm(tokens[i]!)
    const entry = gazetteer.lookUp(form.word)
    table.word[i] = form.word
    table.stem[i] = form.stem
    table.suffix[i] = form.suffix
    table.ending[i] = form.ending
    table.shape[i] = form.shape
    table.wordClass[i] = classIn(table, i, classOf(entry))
    const cluster = clusters.lookUp(form.word)
    table.narrow[i] = narrowCluster(cluster)
    table.broad[i] = broadCluster(cluster)
    table.cue[i] = cueLevel(entry)
    table.source[i] = sourceLevel(entry)
    table.content[i] = contentLevel(entry)
    if (i > 0) table.pair[i - 1] = cueLevel(gazetteer.lookUp(pairKey(table.word[i - 1]!, form.word)))
  }
}

/** A capitalised word that is not known, or known as a noun within a sentence, is taken for a name. */
function classIn(table: TokenTable, i: number, wordClass: number): number {
  const capital =
    table.shape[i] === SHAPE.capital || table.shape[i] === SHAPE.capitals || table.shape[i] === SHAPE.mixed
  if (capital && wordClass === WORD_CLASS.unknown) return WORD_CLASS.proper
  return wordClass
}

function fillSentences(table: TokenTable, tokens: readonly Token[], sentences: readonly Span[]): void {
  let first = 0
  let index = 0
  while (first < tokens.length) {
    const at = tokens[first]!.start
    while (index + 1 < sentences.length && sentences[index + 1]![0] <= at) index++
    const limit = sentences[index + 1]?.[0] ?? Number.POSITIVE_INFINITY
    const paragraph = tokens[first]!.paragraph
    let end = first + 1
    while (end < tokens.length && tokens[end]!.start < limit && tokens[end]!.paragraph === paragraph) end++
    table.sentenceStart.fill(first, first, end)
    table.sentenceEnd.fill(end, first, end)
    first = end
  }
}

function fillCounts(table: TokenTable): void {
  for (let i = 0; i < table.size; i++) {
    table.verbsBefore[i + 1] = table.verbsBefore[i]! + (isVerbClass(table.wordClass[i]!) ? 1 : 0)
    table.commasBefore[i + 1] = table.commasBefore[i]! + (table.shape[i] === SHAPE.comma ? 1 : 0)
    table.quotedBefore[i + 1] = table.quotedBefore[i]! + (isQuoted(table, i) ? 1 : 0)
  }
}

/** Inside quotation marks that may hold speech; the words of a short stretch may be the article's own. */
export const isQuoted = (table: TokenTable, i: number): boolean =>
  table.quote[i] === QUOTE_STATE.inside || table.quote[i] === QUOTE_STATE.unclosed

function fillNeighbours(table: TokenTable, tokens: readonly Token[]): void {
  for (const [first, end] of table.paragraphs) {
    let cue = -1
    let plain = -1
    let clause = -1
    for (let i = first; i < end; i++) {
      if (table.sentenceStart[i] === i) cue = clause = -1
      table.cueLeft[i] = cue
      table.plainCueLeft[i] = plain
      table.clauseLeft[i] = clause
      if (table.cue[i]! >= STRONG_CUE) cue = i
      if (table.cue[i]! >= STRONG_CUE && !isQuoted(table, i)) plain = i
      if (isClauseMarker(table, tokens, i)) clause = i
    }
    cue = plain = clause = -1
    for (let i = end - 1; i >= first; i--) {
      if (table.sentenceEnd[i] === i + 1) cue = clause = -1
      table.cueRight[i] = cue
      table.plainCueRight[i] = plain
      table.clauseRight[i] = clause
      if (table.cue[i]! >= STRONG_CUE) cue = i
      if (table.cue[i]! >= STRONG_CUE && !isQuoted(table, i)) plain = i
      if (isClauseMarker(table, tokens, i)) clause = i
    }
  }
}

function isClauseMarker(table: TokenTable, tokens: readonly Token[], i: number): boolean {
  const shape = table.shape[i]!
  if (shape >= SHAPE.comma) return true
  return shape <= SHAPE.capital && CLAUSE_WORDS.has(tokens[i]!.lower)
}
