/** `text` on one line, cut at a word where it is longer than `limit` UTF-16 units. */
export function shorten(text: string, limit: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= limit) return line
  const cut = line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')
  const gap = cut.lastIndexOf(' ')
  return `${gap > limit / 2 ? cut.slice(0, gap) : cut.trimEnd()}…`
}
