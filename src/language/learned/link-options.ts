import { contentEvidence, cueEvidence, NO_ATTRIBUTION, type Ranked, sourceEvidence } from './link-evidence.js'
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
export interface LinkRankers {
  cueOfContent: Float32Array
  sourceOfCue: Float32Array
}

/** One way to read a content: who is credited with it by which cue, with what speaks for that. */
export interface LinkOption {
  cue: SpanCandidate | null
  source: SpanCandidate | null
  evidence: readonly number[]
}

export interface LinkOptions {
  content: SpanCandidate
  options: readonly LinkOption[]
}

/** How many tokens away a cue or source may stand, and how many are looked at on each side. */
const REACH = 250
const NEAREST = 8
/** So many of the best cues of a content, and sources of each of these, are weighed together. */
const MOST = 3

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

/** The likeliest cues of every content with their likeliest sources; one at a time, because evidence is much. */
export function* optionsOf(
  context: LinkContext,
  { cueOfContent, sourceOfCue }: LinkRankers,
): Generator<LinkOptions> {
  const cuesOf = context.contents.map(content =>
    rank(
      cueOfContent,
      near(context.cues, content),
      cue => contentCueFeatures(context, content, cue),
      noCueFeatures(context, content),
    ),
  )
  const sharing = new Map<SpanCandidate | null, number>()
  for (const [first] of cuesOf) sharing.set(first!.span, (sharing.get(first!.span) ?? 0) + 1)
  for (const [i, content] of context.contents.entries()) {
    const own = contentEvidence(context, content)
    const options = cuesOf[i]!.flatMap(cue => {
      const shared = cue.span === null ? 0 : (sharing.get(cue.span) ?? 0)
      const evidence = [...own, ...cueEvidence(context, content, cue, shared)]
      return readings(context, content, cue.span, sourceOfCue, evidence)
    })
    yield { content, options }
  }
}

/** The ways to credit a content that `cue` reports, for which `evidence` speaks. */
function readings(
  context: LinkContext,
  content: SpanCandidate,
  cue: SpanCandidate | null,
  weights: Float32Array,
  evidence: readonly number[],
): LinkOption[] {
  if (cue === null)
    return [{ cue, source: null, evidence: [...evidence, ...sourceEvidence(context, content, null)] }]
  return sourcesOf(context, content, cue, weights).map(source => ({
    cue,
    source: source.span,
    evidence: [...evidence, ...sourceEvidence(context, content, cue, source)],
  }))
}

/** The evidence for the option that a content is no attribution. */
export const noAttribution = (length: number): number[] => new Array(length).fill(NO_ATTRIBUTION)

const sourcesOf = (
  context: LinkContext,
  content: SpanCandidate,
  cue: SpanCandidate,
  weights: Float32Array,
): Ranked[] =>
  rank(
    weights,
    near(context.sources, cue),
    source => cueSourceFeatures(context, cue, source, [content]),
    noSourceFeatures(context, cue, [content]),
  )

/** The best few of `spans` and none, best first. */
function rank(
  weights: Float32Array,
  spans: readonly SpanCandidate[],
  featuresOf: (span: SpanCandidate) => readonly number[],
  noneFeatures: readonly number[],
): Ranked[] {
  const noneScore = total(weights, noneFeatures)
  const scored: { span: SpanCandidate | null; score: number }[] = [
    { span: null, score: noneScore },
    ...spans.map(span => ({ span, score: total(weights, featuresOf(span)) })),
  ].sort((a, b) => b.score - a.score)
  const top = scored[0]!.score
  const sum = scored.reduce((all, { score }) => all + Math.exp(score - top), 0)
  const chance = (score: number): number => Math.exp(score - top) / sum
  return scored.slice(0, MOST).map(({ span, score }, place) => ({
    span,
    lead: score - noneScore,
    probability: chance(score),
    rival: chance(scored[place === 0 ? 1 : 0]?.score ?? Number.NEGATIVE_INFINITY),
    none: chance(noneScore),
    rank: place,
  }))
}

const total = (weights: Float32Array, features: readonly number[]): number =>
  features.reduce((sum, feature) => sum + weights[feature]!, 0)
