/** A half-open stretch [start, end) of a text, counted in UTF-16 units of `Article.text`. */
export type Span = readonly [start: number, end: number]

export const lengthOf = ([start, end]: Span): number => end - start

export const textOf = (text: string, [start, end]: Span): string => text.slice(start, end)

/** Whether `outer` holds every unit of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1]

/** Whether the two share at least one unit. */
export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1]

/** The smallest span that holds all of `spans`, which must not be empty. */
export function hull(spans: readonly Span[]): Span {
  let [start, end] = spans[0]!
  for (const span of spans) {
    start = Math.min(start, span[0])
    end = Math.max(end, span[1])
  }
  return [start, end]
}

/** Index of the first of disjoint spans in order that ends after `offset`; their number where none does. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]![1] > offset) high = middle
    else low = middle + 1
  }
  return low
}
