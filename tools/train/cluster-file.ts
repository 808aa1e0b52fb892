import { readFileSync } from 'node:fs'
import { broadCluster, clusterEntry, narrowCluster } from '../../src/language/learned/word-clusters.js'
import { hashText } from '../../src/language/word-shapes.js'

export const CLUSTER_FILE = 'tools/train/word-clusters.txt'

/** The clusters of words as columns of the model: the hash of each word, and its clusters. Throws on a broken line. */
export function readClusters(file = CLUSTER_FILE): { keys: Uint32Array; entries: Uint32Array } {
  const clusters = new Map<number, number>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [word = '', narrow, broad] = line.split(' ')
    if (line === '' || line.startsWith('#')) continue
    const entry = clusterEntry(Number(narrow), Number(broad))
    if (!(narrowCluster(entry) > 0 && broadCluster(entry) > 0))
      throw new Error(`${file} has no two clusters in “${line}”; write it anew with word-clusters.js.`)
    const key = hashText(word)
    if (!clusters.has(key)) clusters.set(key, entry)
  }
  return { keys: Uint32Array.from(clusters.keys()), entries: Uint32Array.from(clusters.values()) }
}
