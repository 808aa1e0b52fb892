import type { Label, Role } from './sequence-model.js'

/** A run of tokens [first, end) that may be a source, a cue or a content. */
export interface SpanCandidate {
  role: Role
  first: number
  end: number
  /** On which side its cue stands, as the label says: 0 after it, 1 before it. */
  side: number
  /** Mean probability of the role over its tokens. */
  probability: number
  /** Whether it is one of the likeliest spans; otherwise it is only likely enough to be thought of. */
  chosen: boolean
}

/** How likely each token of an article is to be of a content, and to begin one. */
export interface ContentChances {
  within: Float32Array
  begins: Float32Array
}

/** From this probability on a token may belong to a source or cue that is not on the best path. */
const THINKABLE = 0.15

/** A sequence that begins at token `offset` of its article, labelled. */
export interface Labelled {
  offset: number
  path: Uint8Array
  /** [token][label], and perhaps more room. */
  marginals: Float32Array
}

export const emptyChances = (size: number): ContentChances => ({
  within: new Float32Array(size),
  begins: new Float32Array(size),
})

/** Writes the chances of a sequence to those of its article. */
export function addChances(
  chances: ContentChances,
  labels: readonly Label[],
  { offset, path, marginals }: Labelled,
): void {
  for (const [k, { role, begins }] of labels.entries()) {
    if (role !== 'content') continue
    for (let i = 0; i < path.length; i++) {
      const probability = marginals[i * labels.length + k]!
      chances.within[offset + i]! += probability
      if (begins) chances.begins[offset + i]! += probability
    }
  }
}

/** The likeliest spans, and the sources and cues that were likely beside them, in order of their first token. */
export function spanCandidates(labels: readonly Label[], labelled: Labelled): SpanCandidate[] {
  const found = chosenSpans(labels, labelled)
  const taken = new Uint8Array(labelled.path.length)
  for (const span of found) taken.fill(1, span.first - labelled.offset, span.end - labelled.offset)
  for (const role of ['source', 'cue'] as const) found.push(...thinkableSpans(labels, labelled, role, taken))
  return found.sort((a, b) => a.first - b.first || b.end - a.end)
}

function chosenSpans(labels: readonly Label[], labelled: Labelled): SpanCandidate[] {
  const { path, offset } = labelled
  const found: SpanCandidate[] = []
  for (let i = 0; i < path.length; ) {
    const { role, variant } = labels[path[i]!]!
    let end = i + 1
    if (role === null) {
      i = end
      continue
    }
    while (end < path.length && labels[path[end]!]!.role === role && !labels[path[end]!]!.begins) end++
    const probability = meanProbability(labels, labelled, role, i, end)
    found.push({ role, first: i + offset, end: end + offset, side: variant, probability, chosen: true })
    i = end
  }
  return found
}

function thinkableSpans(
  labels: readonly Label[],
  labelled: Labelled,
  role: Role,
  taken: Uint8Array,
): SpanCandidate[] {
  const { path, offset } = labelled
  const found: SpanCandidate[] = []
  const likely = (i: number) => taken[i] === 0 && roleProbability(labels, labelled, role, i) > THINKABLE
  for (let i = 0; i < path.length; ) {
    let end = i
    while (end < path.length && likely(end)) end++
    if (end > i) {
      const probability = meanProbability(labels, labelled, role, i, end)
      found.push({ role, first: i + offset, end: end + offset, side: 0, probability, chosen: false })
    }
    i = Math.max(end, i + 1)
  }
  return found
}

function roleProbability(labels: readonly Label[], { marginals }: Labelled, role: Role, i: number): number {
  let sum = 0
  for (let k = 0; k < labels.length; k++)
    if (labels[k]!.role === role) sum += marginals[i * labels.length + k]!
  return sum
}

function meanProbability(
  labels: readonly Label[],
  labelled: Labelled,
  role: Role,
  first: number,
  end: number,
): number {
  let sum = 0
  for (let i = first; i < end; i++) sum += roleProbability(labels, labelled, role, i)
  return sum / (end - first)
}
