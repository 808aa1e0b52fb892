import { Readability } from '@mozilla/readability'
import type * as Linkedom from 'linkedom'
import { deferPackage } from '../defer-package.js'
import { OnRecordError } from '../errors.js'
import { keepValid } from './description.js'
import type { ReadText } from './read-text.js'

const linkedom = deferPackage<typeof Linkedom>('linkedom')

/** The part of the DOM that is used; TypeScript's own is not loaded, as nothing here runs in a browser. */
interface PageNode {
  nodeType: number
  localName?: string
  textContent: string | null
  childNodes: Iterable<PageNode>
}
interface PageElement extends PageNode {
  getAttribute(name: string): string | null
}
interface Page {
  body: PageNode | null
  querySelector(selector: string): PageElement | null
}

/** The article of a web page. linkedom only builds the tree: nothing in the page is run or fetched. */
export function readHtml(content: string): ReadText {
  const page = parsePage(content)
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href')
  const heading = page.querySelector('h1')?.textContent
  const property = (name: string) => page.querySelector(`meta[property="${name}"]`)?.getAttribute('content')
  const claimed = {
    title: property('og:title'),
    url: canonical ?? property('og:url'),
    published:
      property('article:published_time') ?? page.querySelector('time[datetime]')?.getAttribute('datetime'),
  }
  const whole = blocksOf(page.body)
  const article = findArticle(page)
  const blocks = article?.content ? blocksOf(parsePage(article.content).body) : []
  return {
    paragraphs: blocks.length > 0 ? blocks : whole,
    description: keepValid({
      title: claimed.title || article?.title || heading,
      url: claimed.url,
      publisher: article?.siteName,
      author: article?.byline,
      publishedAt: claimed.published ?? article?.publishedTime,
    }),
  }
}

/** The text of a fragment of HTML, a string a paragraph. */
export const htmlToParagraphs = (html: string): string[] => blocksOf(parsePage(html).body)

/** linkedom adds no <html>, <head> or <body> of its own, which pages may leave out. */
function parsePage(content: string): Page {
  if (depthOfTags(content) > MAX_TAG_DEPTH) {
    const rule = `its elements may be nested ${MAX_TAG_DEPTH} deep at most`
    throw new OnRecordError('bad-input', `is no readable page: ${rule}.`)
  }
  return (linkedom().parseHTML(complete(content)) as unknown as { document: Page }).document
}

/** The parser's time grows with the square of the depth. */
const MAX_TAG_DEPTH = 3000

/** Elements without an end, or whose end need not be written. */
const UNNESTED = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'body dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr'
  ).split(' '),
)

/** Counted from the tags as written, before anything is parsed. */
function depthOfTags(content: string): number {
  let depth = 0
  let deepest = 0
  for (const [, slash, name] of content.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (UNNESTED.has(name!.toLowerCase())) continue
    depth = slash ? Math.max(0, depth - 1) : depth + 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

function complete(content: string): string {
  const html = /<html(?:\s[^>]*)?>/i.exec(content)
  const inner = html
    ? content.slice(html.index + html[0].length)
    : content.replace(/^\s*<!doctype[^>]*>/i, '')
  const bodyAt = inner.search(/<body[\s>]/i)
  const headEnd = /<\/head\s*>/i.exec(inner)
  const at = bodyAt >= 0 ? bodyAt : headEnd ? headEnd.index + headEnd[0].length : 0
  const head = inner.slice(0, at)
  const body = bodyAt >= 0 ? inner.slice(at) : `<body>${inner.slice(at)}`
  return `<html>${/<head[\s>]/i.test(head) ? head : `<head>${head}</head>`}${body}`
}

/** Real pages stay under 60; Readability takes 30 s on a page nested 2,000 deep. */
const MAX_DEPTH = 150

/** Readability changes the page that it is given; null where it finds no article. */
function findArticle(page: Page): ReturnType<Readability['parse']> {
  if (depthOf(page.body) > MAX_DEPTH) return null
  try {
    return new Readability(page as unknown as ConstructorParameters<typeof Readability>[0]).parse()
  } catch {
    return null
  }
}

function depthOf(root: PageNode | null): number {
  let depth = 0
  let level = root === null ? [] : [root]
  for (; level.length > 0; depth++) level = level.flatMap(node => [...node.childNodes])
  return depth
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)
const SILENT = new Set(
  'script style noscript template head title svg math iframe object video audio canvas select button textarea'.split(
    ' ',
  ),
)
const TEXT = 3
const ELEMENT = 1

/** Walks with a stack of its own, as a hostile page may nest deeper than calls can. */
function blocksOf(root: PageNode | null): string[] {
  if (root === null) return []
  const blocks: string[] = []
  let current = ''
  const close = () => {
    const text = current.replace(/[ \t\n\f\r]+/g, ' ').trim()
    if (text !== '') blocks.push(text)
    current = ''
  }
  const stack: (PageNode | 'close')[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === 'close') close()
    else if (node.nodeType === TEXT) current += node.textContent ?? ''
    else if (node.nodeType === ELEMENT && !SILENT.has(node.localName ?? '')) {
      if (node.localName === 'br') close()
      else if (BLOCKS.has(node.localName ?? '')) {
        close()
        stack.push('close')
      }
      for (const child of [...node.childNodes].reverse()) stack.push(child)
    }
  }
  close()
  return blocks
}
