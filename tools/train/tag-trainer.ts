import {
  EDGE_CLASS,
  MAX_CONTEXT_FEATURES,
  type WordType,
  writeContext,
} from '../../src/language/tagging/tag-features.js'
import type { TagModelParts } from '../../src/language/tagging/tag-model.js'
import { FeatureRows } from './examples.js'
import { quantise } from './quantise.js'
import { Random } from './random.js'
import type { TagExample } from './tag-examples.js'

export interface TagSettings {
  /** How often a feature must occur to be learnt. */
  leastCount: number
  epochs: number
  seed: number
  /** Smaller weights are left out. */
  leastWeight: number
}

/** Calls `visit` for every word of an example with all its features; what it returns is the word's class from then on. */
function eachWord(
  { types, classes }: TagExample,
  visit: (features: Uint32Array, type: WordType, at: number) => number,
): void {
  const context = new Uint32Array(MAX_CONTEXT_FEATURES)
  let before = EDGE_CLASS
  let before2 = EDGE_CLASS
  for (let at = 0; at < classes.length; at++) {
    const type = types[at + 2]!
    let given = 0
    if (type.isWord) {
      writeContext(context, types, at + 2, before, before2)
      given = visit(context, type, at)
    }
    before2 = before
    before = given
  }
}

function frequent(examples: readonly TagExample[], least: number): FeatureRows {
  const seen = new Map<number, number>()
  const rows = new FeatureRows(20)
  const count = (feature: number) => {
    const times = (seen.get(feature) ?? 0) + 1
    seen.set(feature, times)
    if (times === least) rows.add(feature)
  }
  for (const example of examples) {
    eachWord(example, (context, { features }, at) => {
      context.forEach(count)
      features.forEach(count)
      return example.classes[at]!
    })
  }
  return rows
}

/** The perceptron of Collins 2002, averaged over every word it has seen; tags from left to right as the program does. */
export function trainTags(
  examples: readonly TagExample[],
  classes: Uint32Array,
  settings: TagSettings,
  say: (line: string) => void,
): TagModelParts {
  const rows = frequent(examples, settings.leastCount)
  say(`${rows.size} features, ${classes.length} classes`)
  const trainer = new TagTrainer(rows, classes.length)
  const random = new Random(settings.seed)
  for (let epoch = 1; epoch <= settings.epochs; epoch++) {
    let wrong = 0
    for (const index of random.permutation(examples.length)) wrong += trainer.learn(examples[index]!)
    say(`epoch ${epoch}: ${wrong} words wrong`)
  }
  return sparse(trainer.averaged(), classes, rows.keysInOrder(), settings.leastWeight)
}

class TagTrainer {
  private readonly values: Float32Array
  /** Each update times when it was made. */
  private readonly weighted: Float64Array
  private readonly rowsOf = new Map<WordType, Int32Array>()
  private readonly active = new Int32Array(64)
  private readonly scores: Float32Array
  private time = 0

  constructor(
    private readonly rows: FeatureRows,
    private readonly count: number,
  ) {
    this.values = new Float32Array(rows.size * count)
    this.weighted = new Float64Array(rows.size * count)
    this.scores = new Float32Array(count)
  }

  /** How many words it had wrong before it learnt from them. */
  learn(example: TagExample): number {
    let wrong = 0
    eachWord(example, (context, type, at) => {
      this.time++
      const used = this.activate(context, type)
      const given = this.best(used)
      const right = example.classes[at]!
      if (given === right) return given
      wrong++
      this.update(used, right, 1)
      this.update(used, given, -1)
      return given
    })
    return wrong
  }

  averaged(): Float32Array {
    return this.values.map((value, i) => value - this.weighted[i]! / this.time)
  }

  private activate(context: Uint32Array, type: WordType): number {
    let own = this.rowsOf.get(type)
    if (own === undefined) {
      own = Int32Array.from(type.features, feature => this.rows.get(feature)).filter(row => row >= 0)
      this.rowsOf.set(type, own)
    }
    this.active.set(own)
    let used = own.length
    for (const feature of context) {
      const row = this.rows.get(feature)
      if (row >= 0) this.active[used++] = row
    }
    return used
  }

  private best(used: number): number {
    const { scores, values, active, count } = this
    scores.fill(0)
    for (let a = 0; a < used; a++) {
      const base = active[a]! * count
      for (let k = 1; k < count; k++) scores[k]! += values[base + k]!
    }
    let best = 1
    for (let k = 2; k < count; k++) if (scores[k]! > scores[best]!) best = k
    return best
  }

  private update(used: number, label: number, by: number): void {
    for (let a = 0; a < used; a++) {
      const at = this.active[a]! * this.count + label
      this.values[at]! += by
      this.weighted[at]! += by * this.time
    }
  }
}

/** Rows without small weights, and without those that then are empty. */
function sparse(
  weights: Float32Array,
  classes: Uint32Array,
  keys: Uint32Array,
  least: number,
): TagModelParts {
  const count = classes.length
  const kept: number[] = []
  const rowClasses: number[] = []
  const sizes: number[] = []
  const rowKeys: number[] = []
  for (const [row, key] of keys.entries()) {
    const before = kept.length
    for (let k = 1; k < count; k++) {
      const weight = weights[row * count + k]!
      if (Math.abs(weight) < least) continue
      kept.push(weight)
      rowClasses.push(k)
    }
    if (kept.length === before) continue
    sizes.push(kept.length - before)
    rowKeys.push(key)
  }
  return {
    classes,
    keys: Uint32Array.from(rowKeys),
    sizes: Uint8Array.from(sizes),
    rowClasses: Uint8Array.from(rowClasses),
    weights: quantise(Float32Array.from(kept)).values,
  }
}
