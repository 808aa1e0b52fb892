import { splitSentences } from '../language/sentences.js'
import { textOf } from '../span.js'

/** Characters, ellipsis included. */
const TITLE_LENGTH = 100

/** The first sentence of a paragraph as a title, shortened at a word. */
export function shortTitle(paragraph: string): string {
  const head = paragraph.slice(0, 2000)
  const sentence = splitSentences(head, [[0, head.length]])[0] ?? [0, head.length]
  const words = textOf(head, sentence).replace(/\s+/g, ' ').trim()
  if (words.length <= TITLE_LENGTH) return words
  const cut = words.slice(0, TITLE_LENGTH)
  const at = cut.lastIndexOf(' ')
  const kept = at > TITLE_LENGTH / 2 ? cut.slice(0, at) : cut.slice(0, TITLE_LENGTH - 1)
  return `${kept.replace(/[\s,;:–—-]+$|[\ud800-\udbff]$/, '')}…`
}
