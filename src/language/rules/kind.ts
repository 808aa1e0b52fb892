import type { Span } from '../../span.js'
import type { QuotationKind } from '../analysis.js'
import type { Marked } from '../quotation-marks.js'
import type { Token } from '../tokens.js'

/**
 * Tells the kind of a content by its words within quotation marks: all, some or none.
 * Reads the tokens once, so that many and long contents cost little.
 */
export function kindReader(
  tokens: readonly Token[],
  marked: readonly Marked[],
): (content: readonly Span[]) => QuotationKind {
  const words = tokens.filter(token => token.kind === 'word')
  const starts = words.map(token => token.span[0])
  const quoted = countQuoted(words, marked)
  return content => {
    let all = 0
    let inside = 0
    for (const [start, end] of content) {
      const first = firstAtOrAfter(starts, start)
      const last = firstAtOrAfter(starts, end)
      all += last - first
      inside += quoted[last]! - quoted[first]!
    }
    if (inside === 0) return 'indirect'
    return inside === all ? 'direct' : 'mixed'
  }
}

/** For each place, how many words before it stand in quotation marks. */
function countQuoted(words: readonly Token[], marked: readonly Marked[]): Uint32Array {
  const outermost = marked.filter(stretch => stretch.depth === 0)
  const counts = new Uint32Array(words.length + 1)
  let next = 0
  for (const [index, { span }] of words.entries()) {
    while (next < outermost.length && outermost[next]!.span[1] <= span[0]) next++
    const inside = next < outermost.length && outermost[next]!.span[0] <= span[0]
    counts[index + 1] = counts[index]! + (inside ? 1 : 0)
  }
  return counts
}

function firstAtOrAfter(starts: readonly number[], place: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! < place) low = middle + 1
    else high = middle
  }
  return low
}
