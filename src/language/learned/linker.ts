import { type BoostedTrees, sumOfTrees } from '../../boosted-trees.js'
import type { LinkContext } from './link-features.js'
import {
  type LinkOption,
  type LinkOptions,
  type LinkRankers,
  noAttribution,
  optionsOf,
} from './link-options.js'
import type { SpanCandidate } from './span-candidates.js'
import type { TokenTable } from './token-table.js'

export interface LinkerModel extends LinkRankers {
  /** Over the evidence for an option: how likely it is, beside the content's others and that of no attribution. */
  judge: BoostedTrees
}

/** One attribution in tokens: a cue (or none) with what it reports and whom it credits. */
export interface Link {
  cue: SpanCandidate | null
  source: SpanCandidate | null
  contents: SpanCandidate[]
}

export interface Links {
  links: Link[]
  /** Contents that are no attribution. */
  refused: SpanCandidate[]
}

/**
 * From this probability on that it is none a content is refused; chosen on held-out fifths of PolNeAR's train. Words in
 * marks are kept longer: who said them is what people ask.
 */
const REFUSED = { withMarks: 0.9, withoutMarks: 0.8 }

/** A content with the ways to read it, without what spoke for each. */
interface Judged {
  content: SpanCandidate
  options: readonly (Pick<LinkOption, 'cue' | 'source'> & { probability: number })[]
}

/**
 * Joins every content to its likeliest cue, and every cue with contents to its likeliest source: the rankers name the
 * few that may be, the judge weighs them together.
 */
export function linkSpans(context: LinkContext, model: LinkerModel): Links {
  const refused: SpanCandidate[] = []
  const byCue = new Map<SpanCandidate, Judged[]>()
  const links: Link[] = []
  for (const each of optionsOf(context, model)) {
    const judged = judge(each, model.judge)
    const none = 1 - judged.options.reduce((sum, { probability }) => sum + probability, 0)
    if (none >= leastToRefuse(context.table, each.content)) {
      refused.push(each.content)
      continue
    }
    const cue = likeliest(judged.options, option => option.cue)
    if (cue === null) links.push({ cue, source: null, contents: [each.content] })
    else if (byCue.has(cue)) byCue.get(cue)!.push(judged)
    else byCue.set(cue, [judged])
  }
  for (const [cue, reported] of byCue) {
    const options = reported.flatMap(each => each.options.filter(option => option.cue === cue))
    const source = likeliest(options, option => option.source)
    links.push({ cue, source, contents: reported.map(({ content }) => content) })
  }
  return { links: links.sort((a, b) => a.contents[0]!.first - b.contents[0]!.first), refused }
}

const MOSTLY = 0.8
const SENTENCE = 5

/** Whole sentences in quotation marks are said by somebody, even where nothing around them says by whom. */
function leastToRefuse(table: TokenTable, { first, end }: SpanCandidate): number {
  const quoted = table.quotedBefore[end]! - table.quotedBefore[first]!
  if (quoted === 0) return REFUSED.withoutMarks
  const isSentence = table.sentenceStart[first] === first && end - first >= SENTENCE
  return isSentence && quoted >= MOSTLY * (end - first) ? Number.POSITIVE_INFINITY : REFUSED.withMarks
}

function judge({ content, options }: LinkOptions, trees: BoostedTrees): Judged {
  const none = sumOfTrees(trees, noAttribution(options[0]!.evidence.length))
  const scores = options.map(({ evidence }) => sumOfTrees(trees, evidence))
  const top = Math.max(none, ...scores)
  const sum = scores.reduce((all, score) => all + Math.exp(score - top), Math.exp(none - top))
  return {
    content,
    options: options.map(({ cue, source }, i) => ({
      cue,
      source,
      probability: Math.exp(scores[i]! - top) / sum,
    })),
  }
}

/** What the options that have most probability together share. */
function likeliest(
  options: Judged['options'],
  of: (option: Judged['options'][number]) => SpanCandidate | null,
): SpanCandidate | null {
  const chances = new Map<SpanCandidate | null, number>()
  for (const option of options) chances.set(of(option), (chances.get(of(option)) ?? 0) + option.probability)
  let best: SpanCandidate | null = null
  let most = 0
  for (const [span, chance] of chances) {
    if (chance <= most) continue
    most = chance
    best = span
  }
  return best
}
