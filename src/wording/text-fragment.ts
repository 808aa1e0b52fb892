import type { Article } from '../article.js'
import { type Span, textOf } from '../span.js'

/** Shorter stretches are linked whole, longer ones by their first and last words. */
const wholeLength = 100
const edgeWords = 5
const prefixWords = 3

/**
 * The article's URL with a text fragment that makes a browser scroll to `span`, or null without a URL.
 * https://wicg.github.io/scroll-to-text-fragment/#syntax: `#:~:text=[prefix-,]start[,end]`.
 */
export function textFragmentLink(article: Article, span: Span): string | null {
  if (!article.url || !URL.canParse(article.url)) return null
  const page = new URL(article.url)
  const anchor = page.hash.replace(/:~:.*$/s, '') || '#'
  page.hash = ''
  return `${page.href}${anchor}:~:text=${directiveFor(article.text, span)}`
}

function directiveFor(text: string, span: Span): string {
  const said = collapse(textOf(text, span))
  const range = rangeOf(textOf(text, span), said)
  const before = collapse(text.slice(0, span[0]))
  const prefix = before.includes(range[0]!) ? before.split(' ').slice(-prefixWords).join(' ') : ''
  return (prefix ? `${encode(prefix)}-,` : '') + range.map(encode).join(',')
}

/** A start alone must lie within one block of the page, so whatever runs over a line becomes start and end. */
function rangeOf(raw: string, said: string): string[] {
  const lines = raw.split('\n').map(collapse).filter(Boolean)
  const words = said.split(' ')
  if (lines.length < 2 && (said.length <= wholeLength || words.length <= 2 * edgeWords)) return [said]
  const first = (lines[0] ?? said).split(' ').slice(0, edgeWords)
  const last = (lines.at(-1) ?? said).split(' ').slice(-edgeWords)
  return [first.join(' '), last.join(' ')]
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The syntax gives `-`, `,` and `&` a meaning; the others would end a Markdown link. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD')).replace(
    /[-!'()*~_]/g,
    mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
