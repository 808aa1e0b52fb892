import type { Span } from '../../span.js'
import type { Quotation } from '../quotation.js'
import type { Marked } from '../quotation-marks.js'
import { typeOfCue } from '../rules/cue-type.js'
import type { Draft } from '../rules/find-quotations.js'
import type { Token } from '../tokens.js'
import type { Turns } from '../transcript/turns.js'
import type { AttributionModel } from './attribution-model.js'
import { type LinkContext, paragraphIndex } from './link-features.js'
import { type Link, linkSpans } from './linker.js'
import { addRuleSources, type RuleHints, ruleHints } from './rule-hints.js'
import type { Label } from './sequence-model.js'
import {
  addChances,
  emptyChances,
  type Labelled,
  type SpanCandidate,
  spanCandidates,
} from './span-candidates.js'
import { labelParagraphs } from './span-tagger.js'
import { type TokenTable, tokenTable } from './token-table.js'

/** What the model found, and what it looked at and refused. */
export interface Learned {
  /** In order of the first content. */
  drafts: Draft[]
  /** Contents, in order, that are no attribution, whatever the rules say. */
  refused: Span[]
}

/** Every quotation that the model finds. */
export function findLearned(
  tokens: readonly Token[],
  sentences: readonly Span[],
  marked: readonly Marked[],
  ruled: readonly Quotation[],
  model: AttributionModel,
  turns: Turns = new Map(),
): Learned {
  const table = tokenTable(tokens, sentences, marked, model)
  const labelled = labelParagraphs(table, model.tagger, ([first]) => turns.has(tokens[first]!.paragraph))
  const context = linkContext(table, model.tagger.labels, labelled, ruleHints(tokens, ruled))
  const { links, refused } = linkSpans(context, model.linker)
  return {
    drafts: links.map(link => draftOf(tokens, table, link)),
    refused: refused.map(content => spanOf(tokens, content)),
  }
}

export function linkContext(
  table: TokenTable,
  labels: readonly Label[],
  labelled: Iterable<Labelled>,
  hints: RuleHints,
): LinkContext {
  const spans: Record<SpanCandidate['role'], SpanCandidate[]> = { source: [], cue: [], content: [] }
  const chances = emptyChances(table.size)
  for (const sequence of labelled) {
    addChances(chances, labels, sequence)
    for (const span of spanCandidates(labels, sequence)) spans[span.role].push(span)
  }
  return {
    table,
    sources: addRuleSources(spans.source, hints),
    cues: spans.cue,
    contents: spans.content,
    hints,
    chances,
    paragraphOf: paragraphIndex(table),
  }
}

const spanOf = (tokens: readonly Token[], { first, end }: SpanCandidate): Span => [
  tokens[first]!.start,
  tokens[end - 1]!.end,
]

function draftOf(tokens: readonly Token[], table: TokenTable, { cue, source, contents }: Link): Draft {
  const type = cue === null ? null : typeOfCue(tokens, cue.first, cue.end)
  const isMarked = contents.some(({ first, end }) => table.quotedBefore[end]! > table.quotedBefore[first]!)
  return {
    type: type ?? (isMarked ? 'speech' : 'other'),
    content: contents.map(content => spanOf(tokens, content)),
    cue: cue === null ? [] : [spanOf(tokens, cue)],
    source: source === null ? null : spanOf(tokens, source),
    addressee: null,
  }
}
