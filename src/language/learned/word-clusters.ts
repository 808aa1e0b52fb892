import { HashIndex } from './hash-index.js'

/** Words that keep the same company, in narrow clusters ("spokesman", "spokeswoman") and in broad ones. */
export interface WordClusters {
  /** Keyed by `WordForm.word`; 0 for a word that is in none. */
  lookUp(word: number): number
}

/** `narrow` from 1 to 65,535, `broad` from 1 to 255. */
export const clusterEntry = (narrow: number, broad: number): number => narrow | (broad << 16)

export const narrowCluster = (entry: number): number => entry & 0xffff
export const broadCluster = (entry: number): number => entry >>> 16

/** The clusters of the words with these hashes. */
export function wordClusters(keys: Uint32Array, entries: Uint32Array): WordClusters {
  const words = new HashIndex(keys)
  return { lookUp: word => entries[words.indexOf(word)] ?? 0 }
}
