import { firstEndingAfter, type Span, textOf } from '../../span.js'
import type { Quotation } from '../quotation.js'
import { findMarked } from '../quotation-marks.js'
import { bylinedQuotations, readBylines } from '../rules/bylines.js'
import type { Draft, QuotationInput } from '../rules/find-quotations.js'
import { kindReader } from '../rules/kind.js'
import { nest } from '../rules/nesting.js'
import { isPrepositionWord } from '../rules/noun-phrases.js'
import { isSecondHand } from '../rules/second-hand.js'
import { findTurns, type Turns } from '../transcript/turns.js'
import type { AttributionModel } from './attribution-model.js'
import { findLearned } from './learned-quotations.js'

/** The quotations of an article by model and rules together; `ruled` are those that the rules found. */
export function improveQuotations(
  input: QuotationInput,
  ruled: readonly Quotation[],
  model: AttributionModel,
): Quotation[] {
  const { text, paragraphs, sentences, tokens } = input
  const { marked = findMarked(text, paragraphs), turns: known = findTurns(text, paragraphs) } = input
  const { drafts: found, refused } = findLearned(tokens, sentences, marked, ruled, model, known)
  const learned = found
    .filter(draft => !isListing(text, draft, known))
    .flatMap(draft => readBylines(text, draft))
  const drafts = mergeQuotations(text, learned, ruled, refused)
  const contents = new Places(drafts, draft => draft.content)
  const missed = bylinedQuotations(text, marked).filter(
    ({ content }) => contents.touching(content).size === 0,
  )
  return nest([...drafts, ...missed], kindReader(tokens, marked))
}

/**
 * The model's quotations, with what the rules know better: marked quotations and reports at the end of a sentence that the model missed, second-hand speech
 * within a content, and whom a source told.
 */
export function mergeQuotations(
  text: string,
  learned: readonly Draft[],
  ruled: readonly Quotation[],
  refused: readonly Span[] = [],
): Draft[] {
  const chains = findChains(text, ruled)
  const inChain = new Places(chains, ({ content, cue }) => [...content, ...cue])
  const sources = new Map<number, Span>()
  for (const { cue, source } of ruled)
    if (source !== null && cue.length > 0 && !sources.has(cue[0]![0])) sources.set(cue[0]![0], source)
  const inverted = new Map(ruled.filter(isInverted).map(({ cue, source }) => [cue[0]![0], source!]))
  const known = learned
    .filter(
      ({ content, cue, type }) =>
        (cue.length > 0 || type === 'speech') &&
        inChain.touching([...content, ...cue]).size === 0 &&
        !isInside(content, inverted.get(cue[0]?.[0] ?? -1)),
    )
    .map(draft => withoutOpening(text, draft, sources.get(draft.cue[0]?.[0] ?? -1)))
  const all = [...known, ...chains]
  const contents = new Places(all, draft => draft.content)
  const cues = new Places(all, draft => draft.cue)
  const told = new Map<Draft, Span>()
  const isRefused = ({ content }: Quotation) => content.some(span => touchesAny(refused, span))
  const added: Draft[] = [...chains]
  for (const quotation of ruled) {
    if (isSpoken(quotation, ruled)) {
      added.push({ ...quotation, content: [...quotation.content] })
      continue
    }
    const sameCue = cues.touching(quotation.cue)
    if (quotation.addressee !== null) for (const draft of sameCue) told.set(draft, quotation.addressee)
    const sameContent = contents.touching(quotation.content)
    const [only] = sameContent
    const isMissed = only === undefined && sameCue.size === 0 && !isRefused(quotation)
    if ((isMissed && isPlain(quotation)) || (sameContent.size === 1 && isSecondHand(text, quotation, only!)))
      added.push({ ...quotation, content: [...quotation.content] })
  }
  return [...known.map(draft => ({ ...draft, addressee: told.get(draft) ?? null })), ...added]
}

/**
 * Marks, or a report after what is reported ("A man was held, police said."): where only the rules find these, they
 * are right (5 of 6 without marks on PolNeAR's dev part), other than where a cue comes first (32 of 72).
 */
const isPlain = ({ kind, content, cue, source }: Quotation): boolean =>
  kind !== 'indirect' ||
  (source !== null && cue.length > 0 && content.at(-1)![1] <= Math.min(cue[0]![0], source[0]))

/** "The ship had sailed, noted Ann Lee.": the model may take for what was noted who noted it, which is shorter. */
const isInverted = ({ kind, content, cue, source }: Quotation): boolean =>
  kind === 'indirect' &&
  source !== null &&
  cue.length === 1 &&
  content.at(-1)![1] <= cue[0]![0] &&
  cue[0]![1] <= source[0] &&
  source[1] - source[0] < Math.min(LONGEST_SOURCE, content[0]![1] - content[0]![0])

/** In characters. */
const LONGEST_SOURCE = 80

const LONGEST_OPENING = 220
const BESIDE = new Set(['alongside', 'beside'])

/** "After an interview with the singer Pia Lund, Mayor Ann Lee said": the model may take both for one who has two names. */
function withoutOpening(text: string, draft: Draft, ruled: Span | undefined): Draft {
  const { source } = draft
  if (!source || !ruled || ruled[0] <= source[0] || ruled[1] !== source[1]) return draft
  const isAfterComma = /,\s{1,4}$/.test(text.slice(source[0], ruled[0]))
  return isAfterComma && isInOpening(text, source[0]) ? { ...draft, source: ruled } : draft
}

/** Straight after a preposition, or in a phrase that opens its sentence with one. */
function isInOpening(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_OPENING), at).toLowerCase()
  const isWhole = at <= LONGEST_OPENING
  const mark = Math.max(
    ...Array.from(before.matchAll(/[,.!?;:\n“”"]/g), ({ index }) => index),
    isWhole ? -1 : -2,
  )
  const words = before
    .slice(Math.max(0, mark + 1))
    .trim()
    .split(/\s+/)
  const isOpening = mark > -2 && before[mark] !== ','
  const telling = [words.at(-1), ...(isOpening ? words.slice(0, 1) : [])]
  return telling.some(word => word !== undefined && (isPrepositionWord(word) || BESIDE.has(word)))
}

const isInside = (content: readonly Span[], span: Span | undefined): boolean =>
  span !== undefined && content.every(([start, end]) => span[0] <= start && end <= span[1])

/** "Participants: …" beside the turns of a transcript, which all were found: it lists, and nobody says it. */
const isListing = (text: string, { cue }: Draft, turns: Turns): boolean =>
  turns.size > 0 && cue.length === 1 && textOf(text, cue[0]!) === ':'

/** A turn of a transcript or second-hand speech in one: the model, which learnt from articles, has no part in it. */
const isSpoken = ({ isTurn, outer }: Quotation, ruled: readonly Quotation[]): boolean =>
  isTurn === true || (outer !== null && ruled[outer]?.isTurn === true)

/**
 * Whom a source told what somebody else said ("sources told TOLOnews that Ghani said …"), and according to whom somebody
 * said it ("“…,” Ghani said, according to a transcript"): the model, whose articles have no nested attributions, makes
 * these two of the same source.
 */
function findChains(text: string, ruled: readonly Quotation[]): Draft[] {
  const outers = new Set<Quotation>()
  for (const quotation of ruled) {
    const outer = quotation.outer === null ? undefined : ruled[quotation.outer]
    if (outer === undefined || outer.outer !== null) continue
    if (outer.addressee === null && !(quotation.kind === 'direct' && isAccordingTo(text, outer))) continue
    if (isSecondHand(text, quotation, outer)) outers.add(outer)
  }
  return [...outers].map(outer => ({ ...outer, content: [...outer.content] }))
}

const isAccordingTo = (text: string, { cue }: Quotation): boolean =>
  cue.length === 1 && /^according to$/i.test(textOf(text, cue[0]!))

/** Whether one of `spans`, in order and disjoint, overlaps the other. */
function touchesAny(spans: readonly Span[], [start, end]: Span): boolean {
  const first = spans[firstEndingAfter(spans, start)]
  return first !== undefined && first[0] < end
}

/** Finds the drafts that have a span in some place; spans of different drafts are disjoint. */
class Places {
  private readonly spans: { span: Span; draft: Draft }[]

  constructor(drafts: readonly Draft[], of: (draft: Draft) => readonly Span[]) {
    this.spans = drafts
      .flatMap(draft => of(draft).map(span => ({ span, draft })))
      .sort((a, b) => a.span[0] - b.span[0])
  }

  touching(wanted: readonly Span[]): Set<Draft> {
    const found = new Set<Draft>()
    for (const [start, end] of wanted) {
      for (let i = this.firstAfter(start); i < this.spans.length && this.spans[i]!.span[0] < end; i++) {
        found.add(this.spans[i]!.draft)
      }
    }
    return found
  }

  /** Index of the first span that ends after `at`. */
  private firstAfter(at: number): number {
    let low = 0
    let high = this.spans.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.spans[middle]!.span[1] <= at) low = middle + 1
      else high = middle
    }
    return low
  }
}
