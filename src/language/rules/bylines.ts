import type { Draft } from './find-quotations.js'

/** A dash and a name after a quotation, up to the end of the line. */
const BYLINE = /^\s*([―—–]|--)\s*(\p{Lu}[^"“”\n]{1,80}?)[.\s]*(?:\n|$)/u

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

function bylineAfter(text: string, end: number): Pick<Draft, 'cue' | 'source'> | null {
  if (!/["”]/u.test(text[end - 1] ?? '')) return null
  const after = text.slice(end, end + 100)
  const [, dash = '', name = ''] = BYLINE.exec(after) ?? []
  if (name === '') return null
  const cue = end + after.indexOf(dash)
  const source = end + after.indexOf(name, after.indexOf(dash) + dash.length)
  return { cue: [[cue, cue + dash.length]], source: [source, source + name.length] }
}
