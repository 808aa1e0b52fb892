import type { Draft } from './find-quotations.js'

/** A dash and a name after a quotation, up to the end of the line. */
const BYLINE = /^\s*([―—–]|--)\s*(\p{Lu}[^"“”\n]{1,80}?)[.\s]*(?:\n|$)/u

/** Credits a quotation that nothing reports to the name that stands after a dash behind it: “…” — Ann Lee */
export function readByline(text: string, draft: Draft): Draft {
  const end = draft.content.at(-1)?.[1]
  if (draft.cue.length > 0 || end === undefined || !/["”]/u.test(text[end - 1] ?? '')) return draft
  const after = text.slice(end, end + 100)
  const [, dash = '', name = ''] = BYLINE.exec(after) ?? []
  if (name === '') return draft
  const cue = end + after.indexOf(dash)
  const source = end + after.indexOf(name, after.indexOf(dash) + dash.length)
  return { ...draft, cue: [[cue, cue + dash.length]], source: [source, source + name.length] }
}
