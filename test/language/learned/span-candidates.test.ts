import { expect, test } from 'vitest'
import { addChances, emptyChances, type Labelled } from '../../../src/language/learned/span-candidates.js'
import { small } from './chains.js'

/** Labels of `small`: outside, cue, inside a cue, content (first variant), inside it, the same of the second variant. */
const [OUT, CUE, CONTENT, WITHIN] = [0, 1, 3, 4]

/** A paragraph that begins at token 2, each token with its label and the probability of being a content's. */
function labelled(tokens: readonly (readonly [label: number, chance: number])[]): Labelled {
  const marginals = new Float32Array(tokens.length * small.length)
  for (const [i, [label, chance]] of tokens.entries()) {
    marginals[i * small.length + (label === CONTENT ? CONTENT : WITHIN)] = chance
    marginals[i * small.length + (label === CUE ? CUE : OUT)] = 1 - chance
  }
  return { offset: 2, path: Uint8Array.from(tokens, ([label]) => label), marginals }
}

const paragraph = labelled([
  [CONTENT, 0.9],
  [WITHIN, 0.8],
  [CUE, 0],
  [OUT, 0.4],
  [OUT, 0.3],
  [OUT, 0.1],
  [OUT, 0.5],
  [OUT, 0.2],
])
const SIZE = 12
const chances = emptyChances(SIZE)
addChances(chances, small, paragraph)

test('the chances of an article are those of its paragraphs, each in its place', () => {
  const rounded = (column: Float32Array) => [...column].map(value => Math.round(value * 10) / 10)
  expect(rounded(chances.within)).toEqual([0, 0, 0.9, 0.8, 0, 0.4, 0.3, 0.1, 0.5, 0.2, 0, 0])
  expect(rounded(chances.begins)).toEqual([0, 0, 0.9, 0, 0, 0, 0, 0, 0, 0, 0, 0])
})
