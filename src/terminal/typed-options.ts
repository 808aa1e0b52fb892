/** A value typed for an option, and where in the text it stands. */
export interface TypedOption {
  /** null: no name was typed before it. */
  name: string | null
  value: string
  start: number
}

const marker = /(^|\s)([a-z][a-z-]*):/y
const gap = /\s/g

/**
 * Splits "Stoltenberg about:violence": a value runs to the next option that `isOption` knows, or between quotation
 * marks. Anywhere but at the beginning, white space after the colon makes it an ordinary word.
 */
export function splitTypedOptions(text: string, isOption: (name: string) => boolean): TypedOption[] {
  const starts = findMarkers(text, isOption)
  const first = starts[0]?.at ?? text.length
  const bare = text.slice(0, first)
  const named = starts.map(({ name, valueAt }, i) => {
    const raw = text.slice(valueAt, starts[i + 1]?.at ?? text.length)
    return { name, value: unquote(raw), start: valueAt }
  })
  return bare.trim() ? [{ name: null, value: unquote(bare), start: 0 }, ...named] : named
}

interface Marker {
  name: string
  at: number
  valueAt: number
}

function findMarkers(text: string, isOption: (name: string) => boolean): Marker[] {
  const found: Marker[] = []
  let at = quotedEnd(text, 0)
  while (at < text.length) {
    const next = markerAt(text, at)
    const valueAt = next ? at + next.length : at
    const isMarker = next !== null && isOption(next.name) && (at === 0 || /\S/.test(text.charAt(valueAt)))
    if (isMarker) found.push({ name: next.name, at, valueAt })
    at = isMarker ? quotedEnd(text, valueAt) : nextGap(text, at + 1)
  }
  return found
}

function markerAt(text: string, at: number): { name: string; length: number } | null {
  marker.lastIndex = at
  const match = marker.exec(text)
  return match ? { name: match[2] ?? '', length: match[0].length } : null
}

/** Where the quotation marks that open at `at` are closed, or the next white space. */
function quotedEnd(text: string, at: number): number {
  const close = text.charAt(at) === '"' ? text.indexOf('"', at + 1) : -1
  if (close >= 0) return close + 1
  return at === 0 ? 0 : nextGap(text, at)
}

function nextGap(text: string, from: number): number {
  gap.lastIndex = from
  return gap.exec(text)?.index ?? text.length
}

function unquote(raw: string): string {
  const value = raw.trim()
  const inner = value.slice(1, -1)
  return value.length > 1 && value.startsWith('"') && value.endsWith('"') && !inner.includes('"')
    ? inner
    : value
}
