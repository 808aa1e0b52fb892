import { likelyPath } from './likely-spans.js'
import { chainOf, emptyLattice, latticeOf, type SequenceModel } from './sequence-model.js'
import type { Labelled } from './span-candidates.js'
import { FeatureWriter } from './token-features.js'
import { kindOf } from './token-kinds.js'
import type { TokenTable } from './token-table.js'

/** How much is taken from the score of "no role": trades precision for recall. */
const OUTSIDE_BIAS = 0.1

/** Tokens [first, end) of an article. */
type Sequence = TokenTable['paragraphs'][number]

/** So many tokens are labelled at once at most: what that takes stays in the processor's cache. */
const LONGEST = 2_000

/**
 * Labels every paragraph of an article but those of which all `isKnown`. What is handed out is overwritten by what comes
 * next.
 */
export function* labelParagraphs(
  table: TokenTable,
  model: SequenceModel,
  isKnown: (paragraph: Sequence) => boolean = () => false,
): Generator<Labelled> {
  const writer = new FeatureWriter(table)
  const chain = chainOf(model)
  const sequences = table.paragraphs
    .filter(paragraph => !isKnown(paragraph))
    .flatMap(paragraph => sequencesOf(table, paragraph))
  const longest = sequences.reduce((most, [first, end]) => Math.max(most, end - first), 0)
  const room = longest * model.labels.length
  const scores = new Float32Array(room)
  const kinds = new Uint8Array(longest)
  const lattice = emptyLattice(room)
  for (const [first, end] of sequences) {
    scoreTokens(writer, model, first, end, scores)
    for (let i = first; i < end; i++) kinds[i - first] = kindOf(table, i)
    const emissions = { length: end - first, scores, kinds }
    latticeOf(chain, emissions, lattice)
    yield { offset: first, path: likelyPath(chain, emissions, lattice), marginals: lattice.marginals }
  }
}

/** A paragraph as one sequence; an endless one in several, cut between sentences where it has any. */
export function sequencesOf(
  { sentenceStart }: Pick<TokenTable, 'sentenceStart'>,
  [first, end]: Sequence,
): Sequence[] {
  const sequences: Sequence[] = []
  let from = first
  while (end - from > LONGEST) {
    const sentence = sentenceStart[from + LONGEST]!
    const to = sentence > from ? sentence : from + LONGEST
    sequences.push([from, to])
    from = to
  }
  sequences.push([from, end])
  return sequences
}

function scoreTokens(
  writer: FeatureWriter,
  { labels, weights, scales }: SequenceModel,
  first: number,
  end: number,
  scores: Float32Array,
): void {
  const count = labels.length
  for (let i = first; i < end; i++) {
    const base = (i - first) * count
    weights.sum(writer.out, writer.write(i, first, end), scores, base)
    for (let k = 0; k < count; k++) {
      const score = scores[base + k]! * scales[k]!
      scores[base + k] = labels[k]!.role === null ? score - OUTSIDE_BIAS : score
    }
  }
}
