import { expect, it } from 'vitest'
import { PackedWeights } from '../../src/language/learned/emission-weights.js'
import { LABELS } from '../../src/language/learned/label-set.js'
import { FeatureRows } from '../../tools/train/examples.js'
import { GazetteerCounts } from '../../tools/train/gazetteer-counts.js'
import { quantiseRows } from '../../tools/train/quantise.js'
import { sequenceModel } from '../../tools/train/train-model.js'

/** Wide steps that eight bits hold exactly. */
const weightAt = (at: number): number => ((at * 37) % 255) - 127

it('labels by the weights that it learns from as by those that it ships, whatever was summed before', () => {
  const features = new FeatureRows(4)
  for (const feature of [11, 22, 33]) features.add(feature)
  const weights = Float32Array.from({ length: features.size * LABELS.length }, (_, at) => weightAt(at))
  for (let label = 0; label < LABELS.length; label++) weights[label] = 127
  const { values, scales } = quantiseRows(weights, LABELS.length)
  const packed = new PackedWeights(features.keysInOrder(), values, LABELS.length)
  const own = sequenceModel({
    counts: new GazetteerCounts([]),
    clusters: { lookUp: () => 0 },
    features,
    weights: { weights, transitions: new Float32Array() },
  })
  for (const wanted of [[11], [22, 33], [44], [11, 44, 33]]) {
    const sums = [own.weights, packed].map(each => {
      const used = new Float32Array(2 * LABELS.length).fill(7)
      each.sum(Uint32Array.from(wanted), wanted.length, used, LABELS.length)
      return [...used]
    })
    expect(sums[0]!.slice(0, LABELS.length)).toEqual(LABELS.map(() => 7))
    const scaled = sums[1]!.map((sum, at) => (at < LABELS.length ? sum : sum * scales[at % LABELS.length]!))
    for (const [at, sum] of sums[0]!.entries()) expect(scaled[at]).toBeCloseTo(sum, 3)
  }
})
