import type { Marked } from '../quotation-marks.js'
import type { Token } from '../tokens.js'

/** Where a token stands with regard to quotation marks. */
export const QUOTE_STATE = {
  outside: 0,
  opening: 1,
  inside: 2,
  closing: 3,
  /** Within a stretch of at most `SHORT` tokens: a term, a title or a fragment. */
  shortOpening: 4,
  shortInside: 5,
  shortClosing: 6,
  /** Within a stretch that lacks its closing mark, or that continues the paragraph before. */
  unclosed: 7,
} as const

const SHORT = 5

/** One state a token; marks within marks count as inside. Also how many tokens the stretch around it has (0 outside). */
export function quoteStates(
  tokens: readonly Token[],
  marked: readonly Marked[],
): { state: Uint8Array; length: Uint16Array } {
  const state = new Uint8Array(tokens.length)
  const length = new Uint16Array(tokens.length)
  let next = 0
  for (const stretch of marked) {
    if (stretch.depth > 0) continue
    while (next < tokens.length && tokens[next]!.end <= stretch.span[0]) next++
    let end = next
    while (end < tokens.length && tokens[end]!.start < stretch.span[1]) end++
    length.fill(Math.min(end - next, 0xffff), next, end)
    for (let i = next; i < end; i++) state[i] = stateIn(tokens[i]!, stretch, end - next)
    next = end
  }
  return { state, length }
}

function stateIn({ start, end }: Token, { span, inner, closed, continues }: Marked, size: number): number {
  const short = closed && size <= SHORT + 2
  if (end <= inner[0] && start >= span[0]) return short ? QUOTE_STATE.shortOpening : QUOTE_STATE.opening
  if (closed && start >= inner[1]) return short ? QUOTE_STATE.shortClosing : QUOTE_STATE.closing
  if (short) return QUOTE_STATE.shortInside
  return closed && !continues ? QUOTE_STATE.inside : QUOTE_STATE.unclosed
}
