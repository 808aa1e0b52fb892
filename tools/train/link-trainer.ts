import {
  contentCueFeatures,
  cueSourceFeatures,
  LINK_TABLE,
  type LinkContext,
  noCueFeatures,
  noSourceFeatures,
} from '../../src/language/learned/link-features.js'
import {
  type LinkOption,
  type LinkOptions,
  type LinkRankers,
  near,
  noAttribution,
  optionsOf,
} from '../../src/language/learned/link-options.js'
import type { SpanCandidate } from '../../src/language/learned/span-candidates.js'
import { tokensWithin } from '../../src/language/tokens.js'
import type { Annotated } from './annotated.js'
import type { GoldAttribution } from './polnear.js'
import { Random } from './random.js'
import type { RankingGroup } from './ranking-trees.js'

/** An annotated article with what taggers of the other articles make of it, and the part of the articles it is in. */
export interface LinkExample {
  article: Annotated
  context: LinkContext
  fold: number
}

/** One decision: the features of each choice, and which is right. */
export interface Choice {
  options: number[][]
  right: number
}

interface GoldTokens {
  source: [number, number][]
  cue: [number, number][]
  content: [number, number][]
}

/** What the linker should have decided about the spans that were predicted in an annotated article. */
function linkChoices({ article, context }: LinkExample): { cues: Choice[]; sources: Choice[] } {
  const gold = goldOf(article)
  const cues: Choice[] = []
  const contentsOf = new Map<GoldTokens, SpanCandidate[]>()
  for (const content of context.contents) {
    const owner = gold.find(attribution => coversHalf(content, attribution.content))
    if (owner === undefined) continue
    contentsOf.set(owner, [...(contentsOf.get(owner) ?? []), content])
    const options = near(context.cues, content)
    cues.push({
      options: [
        noCueFeatures(context, content),
        ...options.map(cue => contentCueFeatures(context, content, cue)),
      ],
      right: 1 + bestMatch(options, owner.cue),
    })
  }
  const sources: Choice[] = []
  for (const [owner, contents] of contentsOf) {
    const cue = context.cues[bestMatch(context.cues, owner.cue)]
    if (cue === undefined) continue
    const options = near(context.sources, cue)
    const right = bestMatch(options, owner.source)
    sources.push({
      options: [
        noSourceFeatures(context, cue, contents),
        ...options.map(source => cueSourceFeatures(context, cue, source, contents)),
      ],
      right: 1 + right,
    })
  }
  return { cues, sources }
}

const goldOf = (article: Annotated): GoldTokens[] =>
  article.attributions.map(attribution => goldTokens(article, attribution))

function goldTokens(article: Annotated, attribution: GoldAttribution): GoldTokens {
  const within = (role: keyof GoldAttribution) =>
    attribution[role].map(span => tokensWithin(article.tokens, span))
  return { source: within('source'), cue: within('cue'), content: within('content') }
}

const shared = ({ first, end }: SpanCandidate, spans: readonly (readonly [number, number])[]): number =>
  spans.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(end, to) - Math.max(first, from)), 0)

const coversHalf = (span: SpanCandidate, spans: readonly (readonly [number, number])[]): boolean =>
  shared(span, spans) * 2 >= span.end - span.first

/** Index of the candidate that shares most tokens with `spans`, -1 where none shares any. */
function bestMatch(
  candidates: readonly SpanCandidate[],
  spans: readonly (readonly [number, number])[],
): number {
  let best = -1
  let most = 0
  for (const [index, candidate] of candidates.entries()) {
    const share = shared(candidate, spans)
    if (share > most) {
      most = share
      best = index
    }
  }
  return best
}

/** Multinomial logistic regression over the choices: AdaGrad, averaged. */
export function trainRanker(
  choices: readonly Choice[],
  epochs: number,
  rate: number,
  seed: number,
): Float32Array {
  const weights = new Float64Array(LINK_TABLE)
  const squares = new Float64Array(LINK_TABLE).fill(0.1)
  const weighted = new Float64Array(LINK_TABLE)
  const random = new Random(seed)
  let time = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const index of random.permutation(choices.length)) {
      const { options, right } = choices[index]!
      time++
      const probabilities = softmax(
        options.map(features => features.reduce((sum, f) => sum + weights[f]!, 0)),
      )
      for (const [option, features] of options.entries()) {
        const gradient = (option === right ? 1 : 0) - probabilities[option]!
        if (Math.abs(gradient) < 0.002) continue
        for (const feature of features) {
          squares[feature]! += gradient * gradient
          const step = (rate * gradient) / Math.sqrt(squares[feature]!)
          weights[feature]! += step
          weighted[feature]! += step * time
        }
      }
    }
  }
  return Float32Array.from(weights, (weight, i) => weight - weighted[i]! / Math.max(1, time))
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const parts = scores.map(score => Math.exp(score - top))
  const sum = parts.reduce((a, b) => a + b, 0)
  return parts.map(part => part / sum)
}

/** On what taggers of the other articles make of each article, as the linker will see it. */
export function trainRankers(examples: readonly LinkExample[]): LinkRankers {
  const choices = examples.map(linkChoices)
  return {
    cueOfContent: trainRanker(
      choices.flatMap(({ cues }) => cues),
      8,
      0.05,
      1,
    ),
    sourceOfCue: trainRanker(
      choices.flatMap(({ sources }) => sources),
      8,
      0.05,
      2,
    ),
  }
}

/** The options of every content, by rankers of the other articles, with the right ones marked. */
export function judgeGroups(examples: readonly LinkExample[], folds: number): RankingGroup[] {
  return Array.from({ length: folds }, (_, held) => {
    const rankers = trainRankers(examples.filter(({ fold }) => fold !== held))
    return examples
      .filter(({ fold }) => fold === held)
      .flatMap(({ article, context }) => {
        const gold = goldOf(article)
        return [...optionsOf(context, rankers)].map(each => judgeGroup(each, gold))
      })
  }).flat()
}

function judgeGroup({ content, options }: LinkOptions, gold: readonly GoldTokens[]): RankingGroup {
  const owner = gold.find(attribution => coversHalf(content, attribution.content))
  const isSource = ({ source }: LinkOption): boolean =>
    owner !== undefined &&
    (owner.source.length === 0 ? source === null : source !== null && shared(source, owner.source) > 0)
  const isCue = ({ cue }: LinkOption): boolean =>
    owner !== undefined && cue !== null && shared(cue, owner.cue) > 0
  const whole = options.map(option => isSource(option) && isCue(option))
  const right = whole.includes(true) ? whole : options.map(isSource)
  return {
    rows: [noAttribution(options[0]!.evidence.length), ...options.map(({ evidence }) => evidence)],
    gold: [!right.includes(true), ...right],
  }
}
