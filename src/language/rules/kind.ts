import type { Span } from '../../span.js'
import type { QuotationKind } from '../analysis.js'
import type { Marked } from '../quotation-marks.js'
import { firstStartingFrom, type Token } from '../tokens.js'

/**
 * Tells the kind of a content by its words within quotation marks: all, some or none.
 * Reads the tokens once, so that many and long contents cost little.
 */
export function kindReader(
  tokens: readonly Token[],
  marked: readonly Marked[],
): (content: readonly Span[]) => QuotationKind {
  const { words, quoted } = countWords(tokens, marked)
  return content => {
    let all = 0
    let inside = 0
    for (const [start, end] of content) {
      const first = firstStartingFrom(tokens, start)
      const last = firstStartingFrom(tokens, end)
      all += words[last]! - words[first]!
      inside += quoted[last]! - quoted[first]!
    }
    if (inside === 0) return 'indirect'
    return inside === all ? 'direct' : 'mixed'
  }
}

/** For each token, how many words stand before it, and how many of these in quotation marks. */
function countWords(tokens: readonly Token[], marked: readonly Marked[]) {
  const words = new Uint32Array(tokens.length + 1)
  const quoted = new Uint32Array(tokens.length + 1)
  let next = 0
  for (let i = 0; i < tokens.length; i++) {
    const { start, kind } = tokens[i]!
    while (next < marked.length && (marked[next]!.depth > 0 || marked[next]!.span[1] <= start)) next++
    const isInside = next < marked.length && marked[next]!.span[0] <= start
    words[i + 1] = words[i]! + (kind === 'word' ? 1 : 0)
    quoted[i + 1] = quoted[i]! + (kind === 'word' && isInside ? 1 : 0)
  }
  return { words, quoted }
}
