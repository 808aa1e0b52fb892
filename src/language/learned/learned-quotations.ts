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
import { type SpanCandidate, spanCandidates } from './span-candidates.js'
import { labelParagraphs } from './span-tagger.js'
import { type TokenTable, tokenTable } from './token-table.js'

/** Every quotation that the model finds, in order of its first content. */
export function findLearned(
  tokens: readonly Token[],
  sentences: readonly Span[],
  marked: readonly Marked[],
  ruled: readonly Quotation[],
  model: AttributionModel,
  turns: Turns = new Map(),
): Draft[] {
  const table = tokenTable(tokens, sentences, marked, model.gazetteer)
  const links = linkSpans(
    linkContext(
      table,
      candidatesOf(table, model, ([first]) => turns.has(tokens[first]!.paragraph)),
      ruleHints(tokens, ruled),
    ),
    model.linker,
  )
  return links.map(link => draftOf(tokens, table, link))
}

export const candidatesOf = (
  table: TokenTable,
  model: Pick<AttributionModel, 'tagger'>,
  isKnown?: (paragraph: TokenTable['paragraphs'][number]) => boolean,
): SpanCandidate[] =>
  labelParagraphs(table, model.tagger, isKnown).flatMap(labelled =>
    spanCandidates(model.tagger.labels, labelled),
  )

export function linkContext(
  table: TokenTable,
  candidates: readonly SpanCandidate[],
  hints: RuleHints,
): LinkContext {
  const of = (role: SpanCandidate['role']) => candidates.filter(candidate => candidate.role === role)
  return {
    table,
    sources: addRuleSources(of('source'), hints),
    cues: of('cue'),
    contents: of('content'),
    hints,
    paragraphOf: paragraphIndex(table),
  }
}

function draftOf(tokens: readonly Token[], table: TokenTable, { cue, source, contents }: Link): Draft {
  const spanOf = ({ first, end }: SpanCandidate): Span => [tokens[first]!.span[0], tokens[end - 1]!.span[1]]
  const type = cue === null ? null : typeOfCue(tokens, cue.first, cue.end)
  const isMarked = contents.some(({ first, end }) => table.quotedBefore[end]! > table.quotedBefore[first]!)
  return {
    type: type ?? (isMarked ? 'speech' : 'other'),
    content: contents.map(spanOf),
    cue: cue === null ? [] : [spanOf(cue)],
    source: source === null ? null : spanOf(source),
    addressee: null,
  }
}
