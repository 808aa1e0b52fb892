import { QUOTE_STATE } from './quote-state.js'
import { adviceOnCue, adviceOnSource, type RuleHints } from './rule-hints.js'
import type { ContentChances, SpanCandidate } from './span-candidates.js'
import type { TokenTable } from './token-table.js'

/** Weights of a ranker are kept in a table of this many; a feature is its index. */
export const LINK_TABLE = 1 << 15

/** What the linker looks at: an article's tokens and the spans that were found in them, in order. */
export interface LinkContext {
  table: TokenTable
  sources: readonly SpanCandidate[]
  cues: readonly SpanCandidate[]
  contents: readonly SpanCandidate[]
  hints: RuleHints
  chances: ContentChances
  /** Index into `table.paragraphs` of each token. */
  paragraphOf: Uint32Array
}

export function paragraphIndex(table: TokenTable): Uint32Array {
  const index = new Uint32Array(table.size)
  for (const [paragraph, [first, end]] of table.paragraphs.entries()) index.fill(paragraph, first, end)
  return index
}

class Features {
  readonly list: number[] = []

  add(template: number, a = 0, b = 0, c = 0): void {
    let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35)
    hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0x27d4eb2f)
    this.list.push(((hash ^ (hash >>> 16)) >>> 0) % LINK_TABLE)
  }
}

const step = (n: number): number => (n < 6 ? n : n < 9 ? 6 : n < 14 ? 7 : n < 25 ? 8 : n < 50 ? 9 : 10)
const few = (n: number, most: number): number => (n < most ? n : most)
const tenths = (p: number): number => Math.floor(p * 5)

/** How two spans stand to one another; `side` 1: `b` is after `a`. */
function relation({ table, paragraphOf }: LinkContext, a: SpanCandidate, b: SpanCandidate) {
  const side = b.first >= a.first ? 1 : 0
  const [low, high] = side === 1 ? [a.end, b.first] : [b.end, a.first]
  const sameSentence =
    table.sentenceStart[a.end - 1] === table.sentenceStart[b.first] ||
    table.sentenceStart[a.first] === table.sentenceStart[b.end - 1]
      ? 1
      : 0
  const paragraphs = few(Math.abs(paragraphOf[a.first]! - paragraphOf[b.first]!), 3)
  const gap = Math.max(0, high - low)
  const commas = high > low ? few(table.commasBefore[high]! - table.commasBefore[low]!, 3) : 0
  const verbs = high > low ? few(table.verbsBefore[high]! - table.verbsBefore[low]!, 3) : 0
  return { side, low, high, gap, sameSentence, paragraphs, commas, verbs }
}

/** How many of `spans` (in order) begin in [low, high), at most 4. */
function countBetween(spans: readonly SpanCandidate[], low: number, high: number): number {
  let count = 0
  for (let i = lowerBound(spans, low); i < spans.length && spans[i]!.first < high && count < 4; i++) {
    if (spans[i]!.chosen) count++
  }
  return count
}

/** Index of the first span that begins at `token` or after it. */
export function lowerBound(spans: readonly SpanCandidate[], token: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.first < token) low = middle + 1
    else high = middle
  }
  return low
}

/** 0 no marks, 1 begins with one, 2 marks within, 3 goes on from an open one. */
function markedness(table: TokenTable, { first, end }: SpanCandidate): number {
  const state = table.quote[first]!
  if (state === QUOTE_STATE.opening || state === QUOTE_STATE.shortOpening) return 1
  if (state !== QUOTE_STATE.outside) return 3
  return table.quotedBefore[end]! > table.quotedBefore[first]! ? 2 : 0
}

const isInside = (table: TokenTable, { first }: SpanCandidate): number =>
  table.quote[first] === QUOTE_STATE.inside || table.quote[first] === QUOTE_STATE.unclosed ? 1 : 0

/** The token of a cue that says most: the one with the highest level. */
function headOf(table: TokenTable, { first, end }: SpanCandidate): number {
  let head = first
  for (let i = first; i < end; i++) if (table.cue[i]! > table.cue[head]!) head = i
  return head
}

/** Whether `cue` reports `content`. */
export function contentCueFeatures(
  context: LinkContext,
  content: SpanCandidate,
  cue: SpanCandidate,
): number[] {
  const { table, cues, contents, sources } = context
  const features = new Features()
  const { side, low, high, gap, sameSentence, paragraphs, commas, verbs } = relation(context, content, cue)
  const cuesBetween = countBetween(cues, low, high)
  const contentsBetween = countBetween(contents, low, high)
  const sourcesBetween = countBetween(sources, low, high)
  const marks = markedness(table, content)
  const cueHead = headOf(table, cue)
  const head = table.stem[cueHead]!
  const place = side | (sameSentence << 1) | (paragraphs << 2)
  features.add(1, place, step(gap))
  features.add(2, place, cuesBetween, contentsBetween)
  features.add(3, place, cuesBetween, sourcesBetween)
  features.add(4, place, content.side, cuesBetween)
  features.add(5, place, marks, contentsBetween)
  features.add(6, place, head)
  features.add(7, side, head, marks)
  features.add(8, tenths(cue.probability), cue.chosen ? 1 : 0, place)
  features.add(9, side, commas, verbs | (sameSentence << 4))
  features.add(10, content.side, side, marks | (sameSentence << 4) | (few(cuesBetween, 2) << 6))
  features.add(11, isInside(table, cue), marks, place)
  features.add(12, table.word[cue.end - 1]!, side)
  features.add(13, table.word[cue.first]!, side)
  if (gap <= 1) features.add(14, gap === 1 ? table.word[low]! : 0, side, marks)
  if (gap > 0) features.add(15, table.word[low]!, table.word[high - 1]!, side)
  if (gap > 0 && gap < 4) features.add(16, table.word[low]!, few(gap, 3), side | (sourcesBetween << 3))
  features.add(17, table.word[Math.max(0, content.first - 1)]!, side, few(gap, 3))
  features.add(18, table.word[Math.max(0, cue.first - 1)]!, side, few(gap, 3))
  features.add(19, content.side, few(cuesBetween + contentsBetween, 5), place)
  features.add(20, tenths(content.probability), place, few(cuesBetween, 2))
  features.add(26, table.narrow[cueHead]!, side, marks)
  features.add(27, table.narrow[cueHead]!, place)
  features.add(28, table.broad[content.first]!, table.broad[cueHead]!, side)
  const advice = adviceOnCue(context.hints, content, cue)
  features.add(22, advice, cue.chosen ? 1 : 0)
  features.add(23, advice, place, few(cuesBetween, 2))
  features.add(24, advice, head)
  features.add(25, advice, marks, content.side === side ? 1 : 0)
  features.add(21, few(content.end - content.first, 4), place, few(cuesBetween, 2))
  return features.list
}

/** That no cue reports `content`. */
export function noCueFeatures(context: LinkContext, content: SpanCandidate): number[] {
  const { table, cues } = context
  const features = new Features()
  const start = table.sentenceStart[content.first]!
  const end = table.sentenceEnd[content.end - 1]!
  const inSentence = countBetween(cues, start, end)
  const marks = markedness(table, content)
  features.add(40)
  features.add(41, inSentence, marks)
  features.add(42, few(content.end - content.first, 8), marks)
  features.add(43, tenths(content.probability), inSentence)
  features.add(44, content.side, inSentence)
  features.add(45, content.first === start && content.end >= end ? 1 : 0, marks)
  return features.list
}

/** Whether `cue` is credited to `source`; `contents` are those it reports. */
export function cueSourceFeatures(
  context: LinkContext,
  cue: SpanCandidate,
  source: SpanCandidate,
  contents: readonly SpanCandidate[],
): number[] {
  const { table, cues, sources } = context
  const features = new Features()
  const { side, low, high, gap, sameSentence, paragraphs, commas, verbs } = relation(context, cue, source)
  const place = side | (sameSentence << 1) | (paragraphs << 2)
  const cuesBetween = countBetween(cues, low, high)
  const sourcesBetween = countBetween(sources, low, high)
  const contentsBetween = countBetween(context.contents, low, high)
  const cueHead = headOf(table, cue)
  const head = table.stem[cueHead]!
  const last = source.end - 1
  const content = contents[0]
  const contentSide = content === undefined ? 2 : content.first > cue.first ? 1 : 0
  features.add(60, place, step(gap))
  features.add(61, place, sourcesBetween, cuesBetween)
  features.add(62, place, contentsBetween, sourcesBetween)
  features.add(63, place, source.side, source.chosen ? 1 : 0)
  features.add(64, tenths(source.probability), source.chosen ? 1 : 0, place)
  features.add(65, head, side)
  features.add(66, head, place, table.wordClass[source.first]!)
  features.add(67, side, table.wordClass[last]!, few(gap, 4))
  features.add(68, side, commas, verbs | (sameSentence << 4))
  features.add(69, place, contentSide, contentsBetween)
  features.add(70, isInside(table, source), isInside(table, cue), place)
  features.add(71, table.word[cue.first]!, side, few(gap, 4))
  features.add(72, table.wordClass[cue.first]!, side, few(gap, 4))
  if (gap > 0) features.add(73, table.word[low]!, table.word[high - 1]!, side)
  if (gap > 0) features.add(74, table.word[high - 1]!, side, few(gap, 4))
  if (gap > 0) features.add(75, table.word[low]!, side, few(gap, 4))
  features.add(76, table.word[source.first]!, side)
  features.add(77, table.word[last]!, side, few(gap, 4))
  features.add(89, table.broad[last]!, table.broad[cueHead]!, side)
  features.add(90, table.narrow[last]!, side, few(gap, 4))
  features.add(91, table.broad[source.first]!, table.broad[last]!, side)
  const advice = adviceOnSource(context.hints, cue, source)
  features.add(82, advice, source.chosen ? 1 : 0, tenths(source.probability))
  features.add(83, advice, place, few(sourcesBetween, 2))
  features.add(84, advice, head)
  features.add(85, advice, table.wordClass[source.first]!, side)
  const before = source.first > table.sentenceStart[source.first]! ? table.word[source.first - 1]! : 0
  const beforeClass = before === 0 ? 31 : table.wordClass[source.first - 1]!
  features.add(86, before, side, advice)
  features.add(87, beforeClass, side | (advice << 1), few(gap, 3))
  features.add(88, advice, few(gap, 3), side | (source.chosen ? 2 : 0))
  features.add(78, source.side, cuesBetween, place)
  features.add(79, table.word[cue.end - 1]!, side, few(gap, 4))
  if (content !== undefined) {
    const between = Number(
      Math.min(content.first, cue.first) < source.first && source.first < Math.max(content.first, cue.first),
    )
    features.add(80, between, place, markedness(table, content))
    features.add(
      81,
      contents.some(({ first, end }) => first <= source.first && source.end <= end) ? 1 : 0,
      place,
    )
  }
  return features.list
}

/** That `cue` is credited to nobody. */
export function noSourceFeatures(
  context: LinkContext,
  cue: SpanCandidate,
  contents: readonly SpanCandidate[],
): number[] {
  const { table, sources } = context
  const features = new Features()
  const start = table.sentenceStart[cue.first]!
  const inSentence = countBetween(sources, start, table.sentenceEnd[cue.end - 1]!)
  const content = contents[0]
  features.add(100)
  features.add(109, adviceOnSource(context.hints, cue, null), few(inSentence, 2))
  features.add(101, inSentence)
  features.add(102, table.stem[headOf(table, cue)]!)
  features.add(103, table.word[cue.first]!)
  features.add(104, table.wordClass[cue.first]!, inSentence)
  features.add(105, table.word[Math.max(0, cue.first - 1)]!)
  features.add(106, table.word[cue.end - 1]!, inSentence)
  features.add(107, content === undefined ? 9 : markedness(table, content), inSentence)
  features.add(108, cue.first === start ? 1 : 0, inSentence)
  return features.list
}
