import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LABELS } from '../../../src/language/learned/label-set.js'
import { LEAST, likelyPath } from '../../../src/language/learned/likely-spans.js'
import { chainOf, type Label, latticeOf } from '../../../src/language/learned/sequence-model.js'
import { type Chain, chains, isLegal, small, weighted } from './chains.js'

const decode = ({ model, emissions }: Chain): Uint8Array =>
  likelyPath(chainOf(model), emissions, latticeOf(chainOf(model), emissions))

/** The spans of a path, as "role first end". */
function spansOf(labels: readonly Label[], path: ArrayLike<number>): string[] {
  const starts = Array.from(path).flatMap((label, i) => (labels[label]!.begins ? [i] : []))
  return starts.map(first => {
    let end = first + 1
    while (end < path.length && labels[path[end]!]!.role !== null && !labels[path[end]!]!.begins) end++
    return `${labels[path[first]!]!.role} ${first} ${end}`
  })
}

test('no other path has more of the spans that are likely right', () => {
  fc.assert(
    fc.property(chains(small, 4), chain => {
      const probability = new Map<string, number>()
      const all = weighted(chain)
      for (const each of all)
        for (const span of spansOf(small, each.path))
          probability.set(span, (probability.get(span) ?? 0) + each.probability)
      const worthOf = (path: ArrayLike<number>): number =>
        spansOf(small, path).reduce((sum, span) => sum + (probability.get(span) ?? 0) - LEAST, 0)
      const most = Math.max(...all.map(({ path }) => worthOf(path)))
      expect(worthOf(decode(chain))).toBeGreaterThan(most - 0.1)
    }),
    { numRuns: 40 },
  )
})

test('the shipped labels never begin a span inside one or change its side', () => {
  fc.assert(
    fc.property(chains(LABELS, 60), chain => {
      expect(isLegal(LABELS, decode(chain))).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test('an empty sequence has an empty path', () => {
  const emissions = { length: 0, scores: new Float32Array(0), kinds: new Uint8Array(0) }
  expect(decode({ model: { labels: small, transitions: new Float32Array(0) }, emissions })).toHaveLength(0)
})
