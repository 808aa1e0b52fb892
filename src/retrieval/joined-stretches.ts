import type { AnalyzedArticle, Attribution } from '../language/analysis.js'
import { hull, lengthOf, type Span, textOf } from '../span.js'
import { LONGEST } from './whole-quotation.js'

/** Whole sentences of an article and who is credited with them; null: the article's own words. */
export interface Stretch {
  span: Span
  attribution: Attribution | null
}

/** Two neighbouring stretches as one; null where text parts them, or another is credited, or it would be too long. */
export function joinStretches({ article }: AnalyzedArticle, one: Stretch, other: Stretch): Stretch | null {
  if (!areAlikeCredited(one.attribution, other.attribution)) return null
  const between: Span = [Math.min(one.span[1], other.span[1]), Math.max(one.span[0], other.span[0])]
  if (textOf(article.text, between).trim() !== '') return null
  const span = hull([one.span, other.span])
  if (lengthOf(span) > LONGEST) return null
  return { span, attribution: joinAttributions(one.attribution, other.attribution) }
}

/**
 * A report of what a speaker said or did with the quotation beside it, which is theirs as well and came the same way: "Holt
 * backed down. “…,” she said." Null for what somebody thinks, which is not what they say.
 */
export function joinQuoted(analyzed: AnalyzedArticle, report: Stretch, quoted: Stretch): Stretch | null {
  if (report.attribution?.type !== 'other') return joinStretches(analyzed, report, quoted)
  if (quoted.attribution === null || report.attribution.via.length > 0) return null
  if (report.attribution.speaker !== quoted.attribution.speaker) return null
  return joinStretches(analyzed, { ...report, attribution: quoted.attribution }, quoted)
}

/** Whether both are the article's own words, or what one known speaker said by the same way. */
function areAlikeCredited(one: Attribution | null, other: Attribution | null): boolean {
  if (one === null || other === null) return one === other
  if (one.speaker === null || one.speaker !== other.speaker) return false
  return (
    one.type === other.type &&
    one.via.length === other.via.length &&
    one.via.every(
      ({ speaker, addressee }, i) =>
        other.via[i]!.speaker === speaker && other.via[i]!.addressee === addressee,
    )
  )
}

function joinAttributions(one: Attribution | null, other: Attribution | null): Attribution | null {
  if (one === null || other === null || one === other) return one
  const content = [...one.content, ...other.content].sort((a, b) => a[0] - b[0])
  return { ...one, kind: one.kind === other.kind ? one.kind : 'mixed', content }
}
