import type { Span } from '../../span.js'
import { isPersonNoun, isTitleWord } from '../speakers/role-words.js'

/** How a label is written: its style tells labels from headings, as one transcript keeps to one style. */
export type LabelStyle = 'capitals' | 'mixed' | 'question'

/** What may name the speaker where a paragraph begins. */
export interface Label {
  /** The words of the label with what describes the speaker: "JOHN LEE (moderator)". */
  span: Span
  /** The words without the description. */
  name: string
  /** The mark after it; null where it stands alone on its line or in a column of its own. */
  cue: Span | null
  /** The rest of the paragraph; empty where the speech stands below. */
  said: Span
  style: LabelStyle
  /** Whether more than its words shows that it is a label: a time, a column, ">>". */
  isMarked: boolean
}

/** Labels are looked for in so many UTF-16 units of a paragraph. */
const LONGEST_OPENING = 240

const TIME = String.raw`[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s?E[SD]?T)?[\])]?`
const PRELUDE = new RegExp(
  String.raw`^["“]?(?:>{2,3}\s*)?(?:\d{1,6}[.)]?\s+)?(?:${TIME}\s*(?:[-–—|]\s*)?)?[*_]{0,2}`,
  'u',
)
const WORD = String.raw`(?:[\p{Lu}\p{N}#][\p{L}\p{M}\p{N}.'’_&/\-–]*|of|the|and|de|del|da|la|le|van|von|der|bin|al|pro|tempore)`
const NAME = new RegExp(String.raw`^(?=[\p{L}])${WORD}(?:[ \u00A0]${WORD}){0,6}`, 'u')
const DESCRIPTION = /^(?:\s?\([^()\n]{1,80}\)|\s?\[[^[\]\n]{1,60}\]|,\s?[^:：\n]{1,100}(?=\s?[:：]))+/u
const COLON = /^\s?[:：][*_]{0,2}(?![\d/])/u
const AFTER = new RegExp(String.raw`^\s*(?:${TIME}(?=\s|$))?\s*`, 'u')
const QUESTION = /^(?:(?:Q|A)(?:[:.](?=\s|$)|\t+|\s{2,})|Q(?=\s\p{Lu}))/u
const TITLE_STOP =
  /^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sen|Senator|Rep|Representative|Chairman|Chairwoman|Chair|Secretary|Governor|Gov|Judge|Justice|Director|Mayor|General|Admiral|Ambassador|Professor)\.? (?:\p{Lu}[\p{L}\p{M}'’-]+)(?: \p{Lu}[\p{L}\p{M}'’-]+){0,2}(?: of \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)?|The \p{Lu}{2,}(?: \p{Lu}{2,}){0,2}(?: pro tempore)?)(?=\.\s+[\p{Lu}"“‘'([])/u

/** The label that opens a paragraph, or null; most are none, which only the whole document tells. */
export function readLabel(text: string, paragraph: Span): Label | null {
  const opening = text.slice(paragraph[0], Math.min(paragraph[1], paragraph[0] + LONGEST_OPENING))
  const prelude = PRELUDE.exec(opening)?.[0] ?? ''
  const isMarked = /\d:\d\d|>>/.test(prelude)
  return (
    readNamed(text, paragraph, opening, prelude.length, isMarked) ??
    readQuestion(text, paragraph, opening, prelude.length) ??
    (prelude.length > 0 ? readNamed(text, paragraph, opening, 0, false) : null)
  )
}

function readNamed(
  text: string,
  paragraph: Span,
  opening: string,
  from: number,
  isMarked: boolean,
): Label | null {
  const rest = opening.slice(from)
  const stopped = TITLE_STOP.exec(rest)?.[0]
  if (stopped !== undefined) return labelOf(text, paragraph, from, stopped, stopped.length, 1, isMarked)
  const name = NAME.exec(rest)?.[0].trimEnd()
  if (name === undefined || name.length > 60) return null
  const description = DESCRIPTION.exec(rest.slice(name.length))?.[0] ?? ''
  const end = name.length + description.length
  const style = styleOf(name)
  if (!isDescription(description, style)) return null
  const colon = COLON.exec(rest.slice(end))?.[0] ?? ''
  if (colon !== '') {
    const next = rest[end + colon.length]
    if (style === 'mixed' && next !== undefined && !/\s/u.test(next)) return null
    return labelOf(text, paragraph, from, name, end, colon.length, isMarked || /\d:\d\d/.test(description))
  }
  const isAlone = from + end === paragraph[1] - paragraph[0]
  const isTimed = /\d:\d\d/.test(description) || isMarked
  if (!isAlone || (style !== 'capitals' && !isTimed)) return null
  return labelOf(text, paragraph, from, name, end, 0, isTimed)
}

/** `end`: of name and description, counted from `from`; `mark`: the length of what follows them. */
function labelOf(
  text: string,
  [start, stop]: Span,
  from: number,
  name: string,
  end: number,
  mark: number,
  isMarked: boolean,
): Label {
  const at = start + from
  const after = at + end + mark
  const gap = AFTER.exec(text.slice(after, Math.min(stop, after + 40)))?.[0] ?? ''
  const isTimed = isMarked || /\d:\d\d/.test(gap)
  return {
    span: [at, at + describedEnd(text.slice(at, at + end), name.length)],
    name,
    cue: mark > 0 ? [at + end, after] : null,
    said: [Math.min(after + gap.length, stop), stop],
    style: /^(?:q|a|question|answer)$/i.test(name) ? 'question' : styleOf(name),
    isMarked: isTimed,
  }
}

/** Without a time in brackets, which describes nobody. */
function describedEnd(words: string, name: number): number {
  const time = words.slice(name).search(/\s?[[(]\d{1,2}:\d{2}/)
  return time < 0 ? words.trimEnd().length : name + time
}

function readQuestion(text: string, paragraph: Span, opening: string, from: number): Label | null {
  const sign = QUESTION.exec(opening.slice(from))?.[0]
  if (sign === undefined) return null
  const at = paragraph[0] + from
  const said = text.slice(at + sign.length, paragraph[1])
  return {
    span: [at, at + 1],
    name: sign[0]!,
    cue: /^.[:.]/.test(sign) ? [at + 1, at + 2] : null,
    said: [paragraph[1] - said.trimStart().length, paragraph[1]],
    style: 'question',
    isMarked: false,
  }
}

/** In capitals but for what is never written so ("McCAIN", "de BLASIO", "Mr. LEE", "The CHAIRMAN"). */
export function styleOf(name: string): LabelStyle {
  const words = name
    .replace(/ of \p{Lu}\p{Ll}.*$/u, '')
    .split(/[\s_-]+/u)
    .filter(word => /\p{L}/u.test(word))
  const shouted = words.filter(word =>
    /^(?:(?:Mc|Mac|De|Di|La|Le|Van|O['’]|D['’])(?=\p{Lu}))?[^\p{Ll}]+$/u.test(word),
  )
  const others = words.filter(word => !shouted.includes(word))
  const small = others.every(
    word =>
      isTitleWord(word.toLowerCase()) ||
      /^(?:the|of|and|de|del|da|la|le|van|von|der|bin|al|pro|tempore)$/i.test(word),
  )
  return small && shouted.some(word => word.replace(/[^\p{L}]/gu, '').length > 1) ? 'capitals' : 'mixed'
}

/** What stands between a name and its colon describes the speaker: no verb of a sentence is in it. */
function isDescription(description: string, style: LabelStyle): boolean {
  const loose = description.replace(/\([^()]*\)|\[[^[\]]*\]/gu, '')
  if (loose.length > 90) return false
  const words = loose.split(/[\s,;/]+/u).filter(Boolean)
  const lower = words.filter(word => /^\p{Ll}/u.test(word))
  if (style === 'capitals' && lower.length === 0) return true
  return (
    words.length <= 8 &&
    lower.every(
      word =>
        isPersonNoun(word) ||
        isTitleWord(word) ||
        /^(?:former|of|the|and|for|in|vice|senior|chief|co-\p{L}+)$/u.test(word),
    )
  )
}
