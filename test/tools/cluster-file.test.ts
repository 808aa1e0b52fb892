import { describe, expect, it } from 'vitest'
import { broadCluster, narrowCluster, wordClusters } from '../../src/language/learned/word-clusters.js'
import { hashText } from '../../src/language/word-shapes.js'
import { readClusters } from '../../tools/train/cluster-file.js'

const { keys, entries } = readClusters()
const clusters = wordClusters(keys, entries)
const narrowOf = (word: string): number => narrowCluster(clusters.lookUp(hashText(word)))
const broadOf = (word: string): number => broadCluster(clusters.lookUp(hashText(word)))

describe('the clusters of words', () => {
  it.each([
    ['spokesman', 'spokeswoman', 'spokesperson'],
    ['january', 'february', 'march'],
    ['johnson', 'jones', 'smith'],
  ])('have %s by its like', (word, ...others) => {
    expect(narrowOf(word)).toBeGreaterThan(0)
    expect(broadOf(word)).toBeGreaterThan(0)
    expect(others.map(other => broadOf(other))).toContain(broadOf(word))
  })

  it.each([
    ['spokesman', 'kitchen'],
    ['said', 'january'],
  ])('tell %s from %s', (word, other) => {
    expect(narrowOf(word)).not.toBe(narrowOf(other))
    expect(broadOf(word)).not.toBe(broadOf(other))
  })

  it('have no word that nobody writes', () => {
    expect(clusters.lookUp(hashText('skarneholmby'))).toBe(0)
  })

  it('are as many as a column holds', () => {
    expect(keys.length).toBe(entries.length)
    expect(Math.max(...Array.from(entries, narrowCluster))).toBeLessThan(2 ** 16)
    expect(Math.max(...Array.from(entries, broadCluster))).toBeLessThan(2 ** 8)
  })
})
