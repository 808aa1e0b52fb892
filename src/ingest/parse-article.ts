import type { Article, ArticleDescription, SourceDocument } from '../article.js'
import { splitParagraphs } from '../article.js'
import { OnRecordError } from '../errors.js'
import { textOf } from '../span.js'
import { mergeDescriptions } from './description.js'
import { readHtml } from './html.js'
import { readMarkdown } from './markdown.js'
import { shortTitle } from './title.js'

/** Reads a decoded document; throws `OnRecordError` where it holds no text. */
export function parseArticle(document: SourceDocument, id: string): Article {
  const { text, description } = readText(document)
  const paragraphs = splitParagraphs(text)
  const first = paragraphs[0]
  if (first === undefined) {
    throw new OnRecordError('bad-input', `${document.file} holds no text that could be read as an article.`)
  }
  const known = mergeDescriptions(document.description, description)
  const title = known.title ?? shortTitle(textOf(text, first))
  return { ...known, id, file: document.file, title, text, paragraphs }
}

function readText(document: SourceDocument): { text: string; description: ArticleDescription } {
  const content = document.content.replace(/\r\n?/g, '\n')
  if (document.mediaType === 'text') return { text: content, description: {} }
  const read = () => (document.mediaType === 'html' ? readHtml(content) : readMarkdown(content))
  const { paragraphs, description } = named(document.file, read)
  const text = paragraphs.map(paragraph => paragraph.replace(/\s*\n\s*/g, ' ').trim()).filter(Boolean)
  return { text: text.join('\n\n'), description }
}

/** Runs `read`; its faults then begin with the file's name. */
function named<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error
    throw new OnRecordError(error.code, `${file} ${error.message}`, { cause: error })
  }
}
