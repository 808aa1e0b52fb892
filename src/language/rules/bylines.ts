import { textOf } from '../../span.js'
import type { Marked } from '../quotation-marks.js'
import type { Draft } from './find-quotations.js'

/** A dash and a name after a quotation, up to the end of the line; a hyphen is one between blanks. */
const BYLINE = /^\s*([―—–]|--|(?<=\s)-(?=\s))\s*(\p{Lu}[^"“”\n]{1,80}?)[.\s]*(?:\n|$)/u

/**
 * Credits a quotation that nothing reports to the name that stands after a dash behind it: “…” — Ann Lee. Quotations that
 * each have such a name are not one.
 */
export function readBylines(text: string, draft: Draft): Draft[] {
  const { content, cue } = draft
  const own = content.flatMap(span => {
    const byline = bylineAfter(text, span[1])
    return byline === null ? [] : [{ ...draft, content: [span], ...byline }]
  })
  if (own.length > 1) {
    const rest = content.filter(span => !own.some(each => each.content[0] === span))
    return rest.length === 0 ? own : [...own, { ...draft, content: rest }]
  }
  const end = content.at(-1)?.[1]
  const last = cue.length > 0 || end === undefined ? null : bylineAfter(text, end)
  return [last === null ? draft : { ...draft, ...last }]
}

/** Of two words or more, with what may stand behind a comma: "Maria de Lopez, a teacher". */
const FULL_NAME =
  /^(?:@\w+|\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|de|da|del|der|van|von|la|le|bin|al))* \p{Lu}[\p{L}\p{M}.'’-]*)(?:,|$)/u

/** Marked speech that begins its line and has such a name behind it. */
export const bylinedQuotations = (text: string, marked: readonly Marked[]): Draft[] =>
  marked.flatMap(({ span, depth, finished }) => {
    const isWhole =
      depth === 0 && finished && /(?:^|\n)\s*$/u.test(text.slice(Math.max(0, span[0] - 8), span[0]))
    const byline = isWhole ? bylineAfter(text, span[1]) : null
    if (!byline?.source || !FULL_NAME.test(textOf(text, byline.source))) return []
    return [{ type: 'speech' as const, content: [span], addressee: null, ...byline }]
  })

function bylineAfter(text: string, end: number): Pick<Draft, 'cue' | 'source'> | null {
  if (!/["”]/u.test(text[end - 1] ?? '')) return null
  const after = text.slice(end, end + 100)
  const [, dash = '', name = ''] = BYLINE.exec(after) ?? []
  if (name === '') return null
  const cue = end + after.indexOf(dash)
  const source = end + after.indexOf(name, after.indexOf(dash) + dash.length)
  return { cue: [[cue, cue + dash.length]], source: [source, source + name.length] }
}
