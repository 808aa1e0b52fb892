import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OnRecordError } from '../../../src/errors.js'
import {
  JUDGE_DEPTH,
  type ModelParts,
  parseModel,
  writeModel,
} from '../../../src/language/learned/attribution-model.js'
import { packEntry } from '../../../src/language/learned/gazetteer.js'
import { LABELS } from '../../../src/language/learned/label-set.js'
import { LINK_TABLE } from '../../../src/language/learned/link-features.js'
import { KINDS, type SequenceModel } from '../../../src/language/learned/sequence-model.js'
import { broadCluster, clusterEntry, narrowCluster } from '../../../src/language/learned/word-clusters.js'

const parts: ModelParts = {
  gazetteerKeys: Uint32Array.of(7, 4_000_000_000),
  gazetteerEntries: Uint16Array.of(packEntry(3, 1, 2, 3), packEntry(21, 7, 6, 5)),
  clusterKeys: Uint32Array.of(9, 3_999_999_998),
  clusterEntries: Uint32Array.of(clusterEntry(1024, 128), clusterEntry(1, 2)),
  featureKeys: Uint32Array.of(11, 3_999_999_999, 12),
  featureWeights: Int8Array.from({ length: 3 * LABELS.length }, (_, i) => i - 18),
  scales: new Float32Array(LABELS.length).fill(0.25),
  transitions: new Float32Array(KINDS * LABELS.length ** 2).fill(-1.5),
  cueOfContent: new Int8Array(LINK_TABLE).fill(-3),
  sourceOfCue: new Int8Array(LINK_TABLE).fill(100),
  linkScales: Float32Array.of(0.5, 0.01),
  judgeFeatures: Uint8Array.from({ length: 2 * JUDGE_DEPTH }, (_, i) => i),
  judgeThresholds: new Float32Array(2 * JUDGE_DEPTH).fill(0.5),
  judgeLeaves: Float32Array.from({ length: 2 << JUDGE_DEPTH }, (_, i) => i / 4),
}
const written = writeModel(parts)

function weightsOf({ weights }: SequenceModel, feature: number): number[] {
  const sums = new Float32Array(LABELS.length)
  weights.sum(Uint32Array.of(feature), 1, sums, 0)
  return [...sums]
}

test('a model reads as it was written', () => {
  const { gazetteer, clusters, tagger, linker } = parseModel(written)
  expect(gazetteer.lookUp(4_000_000_000)).toBe(parts.gazetteerEntries[1])
  expect(gazetteer.lookUp(8)).toBe(0)
  expect(narrowCluster(clusters.lookUp(9))).toBe(1024)
  expect(broadCluster(clusters.lookUp(9))).toBe(128)
  expect(clusters.lookUp(3_999_999_998)).toBe(parts.clusterEntries[1])
  expect(clusters.lookUp(8)).toBe(0)
  const rows = [11, 3_999_999_999, 12].map(key => weightsOf(tagger, key))
  expect(rows.flat()).toEqual([...parts.featureWeights])
  expect(weightsOf(tagger, 13)).toEqual(new Array(LABELS.length).fill(0))
  expect(tagger.scales).toEqual(parts.scales)
  expect(tagger.transitions).toEqual(parts.transitions)
  expect(linker.cueOfContent[5]).toBeCloseTo(-1.5)
  expect(linker.sourceOfCue[LINK_TABLE - 1]).toBeCloseTo(1)
  expect(linker.judge).toEqual({
    depth: JUDGE_DEPTH,
    features: parts.judgeFeatures,
    thresholds: parts.judgeThresholds,
    leaves: parts.judgeLeaves,
  })
})

test('a model reads from the middle of a larger buffer', () => {
  const larger = new Uint8Array(written.length + 3)
  larger.set(written, 3)
  expect(weightsOf(parseModel(larger.subarray(3)).tagger, 11)).toEqual([
    ...parts.featureWeights.subarray(0, LABELS.length),
  ])
})

const refusal = (bytes: Uint8Array): string => {
  try {
    parseModel(bytes)
    return 'accepted'
  } catch (error) {
    expect(error).toBeInstanceOf(OnRecordError)
    return String((error as Error).message)
  }
}

const altered = (at: number, value: number): Uint8Array => {
  const bytes = written.slice()
  bytes[at] = value
  return bytes
}

test.each([
  ['nothing', new Uint8Array(0), /does not begin like one/],
  ['another file', new TextEncoder().encode('%PDF-1.7 and what comes after it'), /does not begin like one/],
  ['half of it', written.subarray(0, written.length >> 1), /has \d+ bytes where it should have \d+/],
  ['one byte more', Uint8Array.from([...written, 0]), /has \d+ bytes where it should have \d+/],
  ['other labels', altered(8, 99), /has 99 labels where this version has 12/],
  ['a size beyond the file', altered(15, 0x7f), /larger than it is/],
  ['a changed weight', altered(written.length - 1, 1), /does not match its check sum/],
])('%s is refused in a sentence', (_, bytes, sentence) => {
  expect(refusal(bytes)).toMatch(sentence)
  expect(refusal(bytes)).toMatch(/^The attribution model .*\. Install the program again, or train it anew\.$/)
})

test('any shortening and any changed byte is refused', () => {
  fc.assert(
    fc.property(fc.nat(written.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      expect(refusal(written.subarray(0, at))).not.toBe('accepted')
      expect(refusal(altered(at, written[at]! ^ change))).not.toBe('accepted')
    }),
    { numRuns: 60 },
  )
})
