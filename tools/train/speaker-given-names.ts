// Fits src/language/speakers/given-name-weights.ts: how the form of a given name tells a man's from a woman's.
// usage: node speaker-given-names.js DIRECTORY_OF_gender-detection-from-name [WEIGHTS_FILE]
import { readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { shapeOf } from '../../src/language/speakers/given-name-shape.js'
import { plainWord } from '../../src/language/speakers/name-merging.js'
import { Random } from './random.js'

interface GivenName {
  shape: readonly number[]
  male: boolean
}

const BITS = 12
const ROUNDS = 25
const RATE = 0.1
const HELD_OUT = 0.1

/** The names that all the languages of the package agree on, in random order. */
function readNames(directory: string): GivenName[] {
  const genders = new Map<string, Set<string>>()
  const require = createRequire(import.meta.url)
  for (const file of readdirSync(join(directory, 'names')).sort()) {
    const list = require(resolve(directory, 'names', file)) as Map<string, string>
    for (const [name, gender] of list) {
      const plain = plainWord(name)
      if (/^[a-z]{2,}$/.test(plain)) genders.set(plain, (genders.get(plain) ?? new Set()).add(gender))
    }
  }
  const agreed = [...genders].filter(([, found]) => found.has('male') !== found.has('female'))
  const order = new Random(7).permutation(agreed.length)
  return [...order].map(at => {
    const [name, found] = agreed[at]!
    return { shape: shapeOf(name, BITS), male: found.has('male') }
  })
}

/** Logistic regression by AdaGrad, one name at a time. */
function fitShape(names: readonly GivenName[]): Float64Array {
  const weights = new Float64Array(1 << BITS)
  const squares = new Float64Array(1 << BITS).fill(1e-4)
  for (let round = 0; round < ROUNDS; round++) {
    for (const { shape, male } of names) {
      const slope = Number(male) - 1 / (1 + Math.exp(-oddsOf(weights, shape)))
      for (const bucket of shape) {
        squares[bucket]! += slope * slope
        weights[bucket]! += (RATE * slope) / Math.sqrt(squares[bucket]!)
      }
    }
  }
  return weights
}

const oddsOf = (weights: Float64Array, shape: readonly number[]): number =>
  shape.reduce((sum, bucket) => sum + weights[bucket]!, 0)

function report(names: readonly GivenName[], weights: Float64Array): void {
  for (const least of [0, 1, 2, 3]) {
    const sure = names.filter(({ shape }) => Math.abs(oddsOf(weights, shape)) >= least)
    const right = sure.filter(({ shape, male }) => oddsOf(weights, shape) > 0 === male)
    const [share, precision] = [sure.length / names.length, right.length / sure.length]
    console.log(
      `log-odds of ${least} or more: ${share.toFixed(3)} of unseen names, ${precision.toFixed(3)} right`,
    )
  }
}

function write(file: string, weights: Float64Array): void {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127
  const bytes = Int8Array.from(weights, weight => Math.round(weight / scale))
  const lines =
    Buffer.from(bytes.buffer)
      .toString('base64')
      .match(/.{1,104}/g) ?? []
  const note = `/** Fitted by tools/train/speaker-given-names.ts on the names of gender-detection-from-name (MIT): one signed byte a bucket. */`
  writeFileSync(
    file,
    `${note}\nexport const WEIGHTS = \`\n${lines.join('\n')}\n\`\n\nexport const BITS = ${BITS}\nexport const SCALE = ${scale.toFixed(5)}\n`,
  )
}

const [directory = '', file] = process.argv.slice(2)
const names = readNames(directory)
const cut = Math.floor(names.length * HELD_OUT)
report(names.slice(0, cut), fitShape(names.slice(cut)))
if (file !== undefined) write(file, fitShape(names))
