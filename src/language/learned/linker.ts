import {
  contentCueFeatures,
  cueSourceFeatures,
  type LinkContext,
  lowerBound,
  noCueFeatures,
  noSourceFeatures,
} from './link-features.js'
import type { SpanCandidate } from './span-candidates.js'

/** Weights of the two rankers, each `LINK_TABLE` long. */
export interface LinkerModel {
  cueOfContent: Float32Array
  sourceOfCue: Float32Array
}

/** One attribution in tokens: a cue (or none) with what it reports and whom it credits. */
export interface Link {
  cue: SpanCandidate | null
  source: SpanCandidate | null
  contents: SpanCandidate[]
}

/** How many tokens away a cue or source may stand, and how many are looked at on each side. */
const REACH = 250
const NEAREST = 8

/** What may be the cue of a content, or the source of a cue: the nearest few on either side. */
export function near(spans: readonly SpanCandidate[], to: SpanCandidate): SpanCandidate[] {
  const found: SpanCandidate[] = []
  const at = lowerBound(spans, to.first)
  for (let i = at - 1; i >= 0 && at - i <= NEAREST && to.first - spans[i]!.end < REACH; i--)
    found.push(spans[i]!)
  for (let i = at; i < spans.length && i - at < NEAREST && spans[i]!.first - to.end < REACH; i++) {
    found.push(spans[i]!)
  }
  return found
}

/** Gives every content the cue, and every cue with contents the source, that the rankers find best. */
export function linkSpans(context: LinkContext, model: LinkerModel): Link[] {
  const byCue = new Map<SpanCandidate, SpanCandidate[]>()
  const links: Link[] = []
  for (const content of context.contents) {
    const cue = chooseCue(context, content, model.cueOfContent)
    if (cue === null) links.push({ cue: null, source: null, contents: [content] })
    else byCue.set(cue, [...(byCue.get(cue) ?? []), content])
  }
  for (const [cue, contents] of byCue) {
    links.push({ cue, source: chooseSource(context, cue, contents, model.sourceOfCue), contents })
  }
  return links.sort((a, b) => a.contents[0]!.first - b.contents[0]!.first)
}

export function chooseCue(
  context: LinkContext,
  content: SpanCandidate,
  weights: Float32Array,
): SpanCandidate | null {
  return best(
    weights,
    near(context.cues, content),
    cue => contentCueFeatures(context, content, cue),
    noCueFeatures(context, content),
  )
}

export function chooseSource(
  context: LinkContext,
  cue: SpanCandidate,
  contents: readonly SpanCandidate[],
  weights: Float32Array,
): SpanCandidate | null {
  return best(
    weights,
    near(context.sources, cue),
    source => cueSourceFeatures(context, cue, source, contents),
    noSourceFeatures(context, cue, contents),
  )
}

function best(
  weights: Float32Array,
  spans: readonly SpanCandidate[],
  featuresOf: (span: SpanCandidate) => number[],
  none: readonly number[],
): SpanCandidate | null {
  let chosen: SpanCandidate | null = null
  let top = total(weights, none)
  for (const span of spans) {
    const score = total(weights, featuresOf(span))
    if (score > top) {
      top = score
      chosen = span
    }
  }
  return chosen
}

const total = (weights: Float32Array, features: readonly number[]): number =>
  features.reduce((sum, feature) => sum + weights[feature]!, 0)
