import type { Article } from '../article.js'
import type { AnalyzedArticle } from '../language/analysis.js'
import { lengthOf, type Span, textOf } from '../span.js'
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

/** The same beside its sentences: none where the title is only the beginning of the first, which is no headline. */
export function titleBeside({ article, sentences: [first] }: AnalyzedArticle): readonly Word[] {
  const isOwn = !first || !beginsWithTitle(article, first) || isHeadline(article, first)
  return isOwn ? titleWords(article) : NO_WORDS
}

const NO_WORDS: readonly Word[] = []

const HEADLINE_BEGINNING = 40
const LONGEST_HEADLINE = 120

const beginsWithTitle = ({ text, title }: Article, span: Span): boolean =>
  title.slice(0, HEADLINE_BEGINNING) === textOf(text, span).slice(0, HEADLINE_BEGINNING)

/** Whether it is the title, short and in a paragraph of its own: an article may also begin with a sentence that its title is taken from. */
export const isHeadline = (article: Article, span: Span): boolean =>
  beginsWithTitle(article, span) &&
  lengthOf(span) <= LONGEST_HEADLINE &&
  article.paragraphs[0] !== undefined &&
  textOf(article.text, [span[1], Math.max(span[1], article.paragraphs[0][1])]).trim() === ''
