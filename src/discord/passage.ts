import type { Span } from '../span.js'
import { drawWithin } from './limits.js'
import { bold, escapeMarkdown } from './markdown.js'

const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '”',
  '‘': '’',
  '«': '»',
  '"': '"',
  '\u0027': '\u0027',
}

/** Spans in order, with those that touch or overlap made one. */
function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: [number, number][] = []
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else if (start < end) merged.push([start, end])
  }
  return merged
}

/** The mark that closes the quotation in which a cut at `end` falls, or nothing. */
function closingMark(text: string, content: readonly Span[], end: number): string {
  const open = content.find(([start, stop]) => start < end && end < stop)
  return (open && CLOSING[text.charAt(open[0])]) ?? ''
}

const clip = ([start, end]: Span, length: number): Span => [Math.min(start, length), Math.min(end, length)]

const boldLines = (text: string): string => text.split('\n').map(bold).join('\n')

/** `text` escaped, with `content` bold unless that is everything. */
function emphasise(text: string, content: readonly Span[]): string {
  let drawn = ''
  let position = 0
  let plain = ''
  for (const [start, end] of content) {
    plain += text.slice(position, start)
    drawn += escapeMarkdown(text.slice(position, start)) + boldLines(text.slice(start, end))
    position = end
  }
  plain += text.slice(position)
  return plain.trim() === '' ? escapeMarkdown(text) : drawn + escapeMarkdown(text.slice(position))
}

const asBlock = (markdown: string): string =>
  markdown
    .split('\n')
    .map(line => line.trim())
    .filter((line, index) => line !== '' || index === 0)
    .map(line => `> ${line}`)
    .join('\n')

/**
 * `text` as a block quotation within `limit`, with `content` (spans of `text`) bold. Where it is cut, an open quotation
 * is closed first, so that the ellipsis stands outside of it.
 */
export function drawPassage(text: string, content: readonly Span[], limit: number): string {
  const spans = mergeSpans(content)
  return drawWithin(text, limit, (kept, cut) => {
    const clipped = spans.map(span => clip(span, kept.length)).filter(([start, end]) => start < end)
    const block = asBlock(emphasise(kept, clipped))
    return cut ? `${block}${closingMark(text, spans, kept.length)} …` : block
  })
}
