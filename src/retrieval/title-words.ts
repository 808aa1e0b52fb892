import type { Article } from '../article.js'
import { type Word, wordsOf } from './words.js'

const remembered = new WeakMap<Article, readonly Word[]>()

/** The words of an article's title, read once: titles stand beside every sentence that is weighed. */
export function titleWords(article: Article): readonly Word[] {
  const known = remembered.get(article)
  if (known) return known
  const words = wordsOf(article.title)
  remembered.set(article, words)
  return words
}
