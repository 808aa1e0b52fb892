import type { Nodes, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type * as Yaml from 'yaml'
import type { ArticleDescription } from '../article.js'
import { deferPackage } from '../defer-package.js'
import { keepValid } from './description.js'
import { htmlToParagraphs } from './html.js'
import type { ReadText } from './read-text.js'

const yaml = deferPackage<typeof Yaml>('yaml')

/** The paragraphs of a Markdown article, without markup; its title is the front matter's or the first heading. */
export function readMarkdown(content: string): ReadText {
  const { description, body } = splitFrontMatter(content)
  const root = fromMarkdown(body)
  const heading = takeTitle(root)
  const title = description.title ?? heading
  return {
    paragraphs: root.children.flatMap(toParagraphs),
    description: title ? { ...description, title } : description,
  }
}

function splitFrontMatter(content: string): { description: ArticleDescription; body: string } {
  const match = /^---[ \t]*\n([\s\S]*?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(content)
  const matter = match ? parseMapping(match[1]!) : null
  if (!match || !matter) return { description: {}, body: content }
  const first = (...names: string[]) => names.map(name => matter[name]).find(value => value != null)
  const description = keepValid({
    title: first('title', 'headline'),
    url: first('url', 'canonical', 'canonical_url', 'link', 'source'),
    publisher: first('publisher', 'site', 'publication'),
    author: joinNames(first('author', 'authors', 'byline')),
    publishedAt: first('publishedAt', 'published', 'date', 'pubDate'),
  })
  return { description, body: content.slice(match[0].length) }
}

/** Null where the block is no YAML mapping: then it is text between two rules. */
function parseMapping(front: string): Record<string, unknown> | null {
  const { parse } = yaml()
  try {
    const value: unknown = parse(front, { maxAliasCount: 0, logLevel: 'error' })
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

const joinNames = (author: unknown): unknown =>
  Array.isArray(author) && author.every(name => typeof name === 'string') ? author.join(', ') : author

/** A heading that opens the article is its title and no longer part of the text. */
function takeTitle(root: Root): string | undefined {
  const index = root.children.findIndex(node => node.type === 'heading')
  const heading = root.children[index]
  if (heading === undefined) return undefined
  if (index === 0) root.children.shift()
  return inlineText(heading).trim() || undefined
}

function toParagraphs(node: RootContent): string[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [inlineText(node)]
    case 'code':
      return node.value.split(/\n\s*\n/)
    case 'html':
      return htmlToParagraphs(node.value)
    case 'blockquote':
    case 'list':
    case 'listItem':
      return node.children.flatMap(toParagraphs)
    default:
      return []
  }
}

function inlineText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'break':
      return ' '
    default:
      return 'children' in node ? node.children.map(inlineText).join('') : ''
  }
}
