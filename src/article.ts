import type { Span } from './span.js'

export type MediaType = 'text' | 'markdown' | 'html'

/** What is known of an article beside its text; unknown fields are absent. */
export interface ArticleDescription {
  title?: string | undefined
  url?: string | undefined
  publisher?: string | undefined
  author?: string | undefined
  /** ISO 8601 date or date and time. */
  publishedAt?: string | undefined
}

/** An article as it arrived: decoded, but not yet read. */
export interface SourceDocument {
  /** The name its readers know it by: a path or the attachment's name. */
  file: string
  mediaType: MediaType
  content: string
  description: ArticleDescription
}

export interface Article extends ArticleDescription {
  /** Stable over reloads: the same file of the same server keeps it. */
  id: string
  file: string
  title: string
  /** Every offset in the program counts UTF-16 units of this string. */
  text: string
  /** In order, disjoint, without surrounding white space; none is empty. */
  paragraphs: readonly Span[]
}

/**
 * The paragraphs of `text`, in order, without surrounding white space. A line is a paragraph, unless the lines are
 * visibly wrapped at a width: then only blank lines part paragraphs.
 */
export function splitParagraphs(text: string): Span[] {
  const lines = splitLines(text)
  if (!isHardWrapped(text, lines)) return lines.filter(([start, end]) => start < end)
  const paragraphs: Span[] = []
  let open = false
  for (const [start, end] of lines) {
    if (start === end) open = false
    else if (open) paragraphs.push([paragraphs.pop()![0], end])
    else {
      paragraphs.push([start, end])
      open = true
    }
  }
  return paragraphs
}

/** Every line without its surrounding white space; a blank one is empty. */
function splitLines(text: string): Span[] {
  const lines: Span[] = []
  for (let at = 0; at <= text.length; ) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(at, end)
    const start = at + line.length - line.trimStart().length
    lines.push([start, Math.max(start, at + line.trimEnd().length)])
    at = end + 1
  }
  return lines
}

/** Wider than any editor or wire service wraps. */
const WIDEST_WRAP = 120
const NARROWEST_WRAP = 40

/**
 * Wrapping is greedy: a line ends where the next line's first word would not have fitted, and mostly in mid-sentence.
 * Both must hold for most lines that are directly followed by another.
 */
function isHardWrapped(text: string, lines: readonly Span[]): boolean {
  let width = 0
  for (const [start, end] of lines) width = Math.max(width, end - start)
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return false
  let pairs = 0
  let full = 0
  let unfinished = 0
  for (let i = 1; i < lines.length; i++) {
    const [start, end] = lines[i - 1]!
    const [nextStart, nextEnd] = lines[i]!
    if (start === end || nextStart === nextEnd) continue
    pairs++
    const nextWord = text.slice(nextStart, nextEnd).search(/\s|$/)
    if (end - start + 1 + nextWord > width) full++
    if (!/[.!?:;…]["'”’»)\]]*$/.test(text.slice(Math.max(start, end - 4), end))) unfinished++
  }
  return pairs > 0 && full >= 0.8 * pairs && unfinished >= 0.5 * pairs
}
