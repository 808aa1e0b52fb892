import { FeatureWriter } from '../../src/language/learned/token-features.js'
import { kindOf } from '../../src/language/learned/token-kinds.js'
import { tokenTable, type WordKnowledge } from '../../src/language/learned/token-table.js'
import type { Annotated } from './annotated.js'

/** Sequences (paragraphs) as the trainer reads them: rows of features, all in a few long arrays. */
export interface Examples {
  /** First token of each sequence, and one more: the number of tokens. */
  sequences: Uint32Array
  /** Where a token's features begin, and one more: the number of features. */
  offsets: Uint32Array
  rows: Int32Array
  labels: Uint8Array
  kinds: Uint8Array
}

/** Features seen in `least` articles or more get a row of their own. */
export class FeatureRows {
  private readonly mask: number
  private readonly keys: Uint32Array
  private readonly values: Int32Array
  size = 0

  constructor(capacityBits: number) {
    this.mask = (1 << capacityBits) - 1
    this.keys = new Uint32Array(1 << capacityBits)
    this.values = new Int32Array(1 << capacityBits)
  }

  private slot(feature: number): number {
    let slot = Math.imul(feature, 0x9e3779b1) & this.mask
    while (this.keys[slot] !== 0 && this.keys[slot] !== feature) slot = (slot + 1) & this.mask
    return slot
  }

  get(feature: number): number {
    const slot = this.slot(feature)
    return this.keys[slot] === 0 ? -1 : this.values[slot]!
  }

  /** Every feature, in the order of the rows. */
  keysInOrder(): Uint32Array {
    const ordered = new Uint32Array(this.size)
    for (const [slot, key] of this.keys.entries()) if (key !== 0) ordered[this.values[slot]!] = key
    return ordered
  }

  /** Adds the feature where it is new; returns its row. */
  add(feature: number): number {
    const slot = this.slot(feature)
    if (this.keys[slot] === 0) {
      if (this.size > this.mask * 0.8) throw new Error('Too many features for the table.')
      this.keys[slot] = feature
      this.values[slot] = this.size++
    }
    return this.values[slot]!
  }
}

export type KnowledgeFor = (article: Annotated) => WordKnowledge

export function frequentFeatures(
  articles: readonly Annotated[],
  words: KnowledgeFor,
  least: number,
): FeatureRows {
  const seen = new FeatureRows(25)
  const documents = new Uint16Array(1 << 25)
  const last = new Uint16Array(1 << 25)
  const kept = new FeatureRows(21)
  for (const [index, article] of articles.entries()) {
    eachToken(article, words(article), (features, count) => {
      for (let f = 0; f < count; f++) {
        const row = seen.add(features[f]!)
        if (last[row] === index + 1) continue
        last[row] = index + 1
        if (++documents[row]! === least) kept.add(features[f]!)
      }
    })
  }
  return kept
}

export function makeExamples(
  articles: readonly Annotated[],
  words: KnowledgeFor,
  features: FeatureRows,
): Examples {
  const size = articles.reduce((sum, article) => sum + article.tokens.length, 0)
  const offsets = new Uint32Array(size + 1)
  const labels = new Uint8Array(size)
  const kinds = new Uint8Array(size)
  const sequences: number[] = []
  let rows = new Int32Array(size * 80)
  let used = 0
  let token = 0
  for (const article of articles) {
    labels.set(article.labels, token)
    eachToken(article, words(article), (hashes, count, kind, first) => {
      if (first) sequences.push(token)
      if (used + count > rows.length) rows = grow(rows)
      for (let f = 0; f < count; f++) {
        const row = features.get(hashes[f]!)
        if (row >= 0) rows[used++] = row
      }
      kinds[token] = kind
      offsets[++token] = used
    })
  }
  sequences.push(token)
  return { sequences: Uint32Array.from(sequences), offsets, rows: rows.subarray(0, used), labels, kinds }
}

function grow(rows: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(rows.length * 1.3)
  larger.set(rows)
  return larger
}

type Visit = (features: Uint32Array, count: number, kind: number, first: boolean) => void

function eachToken({ tokens, sentences, marked }: Annotated, words: WordKnowledge, visit: Visit): void {
  const table = tokenTable(tokens, sentences, marked, words)
  const writer = new FeatureWriter(table)
  for (const [first, end] of table.paragraphs) {
    for (let i = first; i < end; i++)
      visit(writer.out, writer.write(i, first, end), kindOf(table, i), i === first)
  }
}
