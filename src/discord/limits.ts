/** What Discord accepts in one message or command; text is counted in UTF-16 units, which is never less than Discord counts. */
export const LIMITS = {
  content: 2000,
  embeds: 10,
  /** Over the titles, descriptions, field names and values, footers and authors of all embeds of a message. */
  embedsTotal: 6000,
  title: 256,
  description: 4096,
  author: 256,
  footer: 2048,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  url: 2048,
  rows: 5,
  buttonsInRow: 5,
  label: 80,
  customId: 100,
  choices: 25,
  choice: 100,
  commands: 100,
  options: 25,
  commandDescription: 100,
  /** Over one command's names, descriptions and choice values. */
  commandTotal: 8000,
  optionLength: 6000,
} as const

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Where `text` may be cut after a whole word, in order; the end of `text` is not among them. */
function wordEnds(text: string): number[] {
  return Array.from(text.matchAll(/\S(?=\s)/g), match => match.index + 1)
}

/** Where `text` may be cut between two characters as a reader counts them, in order. */
function graphemeEnds(text: string): number[] {
  return Array.from(graphemes.segment(text), ({ index }) => index).slice(1)
}

/** The last of `ends` whose cut satisfies `fits`, which must not turn true again once false; null where none does. */
function lastFitting(ends: readonly number[], fits: (end: number) => boolean): number | null {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (fits(ends[middle]!)) low = middle + 1
    else high = middle
  }
  return ends[low - 1] ?? null
}

/**
 * Draws as much of `text` as fits in `limit`, cut after a word, or inside the first word where that alone is too long.
 * `draw` is given what is kept and whether something was cut off; what it returns must be no shorter than what it is given.
 */
export function drawWithin(
  text: string,
  limit: number,
  draw: (kept: string, cut: boolean) => string,
): string {
  if (text.length <= limit) {
    const whole = draw(text, false)
    if (whole.length <= limit) return whole
  }
  const start = text.slice(0, limit + 1)
  const fits = (end: number): boolean => draw(start.slice(0, end), true).length <= limit
  const end = lastFitting(wordEnds(start), fits) ?? lastFitting(graphemeEnds(start), fits) ?? 0
  return draw(start.slice(0, end), true)
}

/** `text` within `limit`, with an ellipsis where something was cut off. */
export function shorten(text: string, limit: number): string {
  return drawWithin(text, limit, (kept, cut) => (cut ? `${kept}…` : kept))
}

/**
 * How much of `total` each gets: all it needs where that is no more than an even share, and what these leave over is
 * shared evenly among the others.
 */
export function shareOut(needs: readonly number[], total: number): number[] {
  const shares = needs.map(() => 0)
  const smallestFirst = needs.map((_, index) => index).sort((a, b) => needs[a]! - needs[b]!)
  let left = total
  smallestFirst.forEach((index, served) => {
    const even = Math.floor(left / (needs.length - served))
    shares[index] = Math.min(needs[index]!, even)
    left -= shares[index]!
  })
  return shares
}
