import type { Quotation } from '../quotation.js'
import { tokensWithin } from '../tokens.js'
import { firstNameFrom, type NameMention } from './names.js'
import { PRONOUNS, type Pronoun } from './pronouns.js'
import type { Reading } from './reading.js'

/** A step of the walk over a text: a name, a pronoun of the narrative, or the source of a quotation. */
export type Step = { at: number } & (
  | { type: 'name'; name: number }
  | { type: 'pronoun'; pronoun: Pronoun }
  | { type: 'quotation'; quotation: number }
)

/** The token where each quotation is credited: its source, or else where it begins. */
export function anchorsOf({ tokens }: Reading, quotations: readonly Quotation[]): number[] {
  const last = Math.max(0, tokens.length - 1)
  return quotations.map(({ source, content }) =>
    Math.min(last, tokensWithin(tokens, source ?? content[0] ?? [0, 0])[0]),
  )
}

/** The tokens that stand in a source. */
export function sourceTokensOf({ tokens }: Reading, quotations: readonly Quotation[]): Uint8Array {
  const inSource = new Uint8Array(tokens.length)
  for (const { source } of quotations) if (source !== null) inSource.fill(1, ...tokensWithin(tokens, source))
  return inSource
}

/** The innermost quotation that each token is said in; -1 where in none. */
export function contentOfTokens({ tokens }: Reading, quotations: readonly Quotation[]): Int32Array {
  const contentOf = new Int32Array(tokens.length).fill(-1)
  const spans = quotations.flatMap(({ content }, index) =>
    content.map(span => ({ index, place: tokensWithin(tokens, span) })),
  )
  spans.sort((a, b) => a.place[0] - b.place[0] || b.place[1] - a.place[1])
  for (const { index, place } of spans) contentOf.fill(index, ...place)
  return contentOf
}

/** Names, pronouns and quotations in the order of the text; a name comes before the quotation that credits it. */
export function stepsOf(
  { tokens, quoted }: Reading,
  names: readonly NameMention[],
  anchors: readonly number[],
  inSource: Uint8Array,
): Step[] {
  const steps: Step[] = names.map(({ first }, name) => ({ type: 'name', at: first, name }))
  for (const [quotation, at] of anchors.entries()) steps.push({ type: 'quotation', at, quotation })
  for (const [at, { lower }] of tokens.entries()) {
    const pronoun = quoted[at] === 1 || inSource[at] === 1 ? undefined : PRONOUNS.get(lower)
    if (pronoun?.person === 'third' && pronoun.number === 'one') steps.push({ type: 'pronoun', at, pronoun })
  }
  return steps.sort((a, b) => a.at - b.at || Number(a.type !== 'name') - Number(b.type !== 'name'))
}

/** The referents whose names stand in the spans; of very long ones only the beginning is looked at. */
export function namedIn(
  { tokens }: Reading,
  names: readonly NameMention[],
  entityOf: Int32Array,
  content: Quotation['content'],
): Set<number> {
  const found = new Set<number>()
  for (const span of content.slice(0, 8)) {
    const [first, end] = tokensWithin(tokens, span)
    let index = firstNameFrom(names, first)
    for (; index < names.length && names[index]!.first < end && found.size < 16; index++)
      if (entityOf[index]! >= 0) found.add(entityOf[index]!)
  }
  return found
}

/** How many paragraphs on a name is looked for. */
const LOOK_AHEAD = 2

/** For each quotation the speaker of a later one near by, where a name says it at once. */
export function speakersAfter(
  { tokens }: Reading,
  anchors: readonly number[],
  namedSpeaker: (quotation: number) => number | null,
): (number | null)[] {
  const after: (number | null)[] = anchors.map(() => null)
  let next: { speaker: number; paragraph: number } | null = null
  for (const index of [...anchors.keys()].sort((a, b) => anchors[b]! - anchors[a]!)) {
    const paragraph = tokens[anchors[index]!]?.paragraph ?? 0
    if (next !== null && next.paragraph - paragraph <= LOOK_AHEAD) after[index] = next.speaker
    const speaker = namedSpeaker(index)
    if (speaker !== null) next = { speaker, paragraph }
  }
  return after
}
