import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Article, ArticleDescription, MediaType } from '../../src/article.js'
import { OnRecordError } from '../../src/errors.js'
import { parseArticle } from '../../src/ingest/parse-article.js'
import { textOf } from '../../src/span.js'

const parse = (content: string, mediaType: MediaType, description: ArticleDescription = {}): Article =>
  parseArticle({ file: 'a', mediaType, content, description }, 'id')

const paragraphsOf = ({ text, paragraphs }: Article) => paragraphs.map(span => textOf(text, span))

describe('parseArticle of text', () => {
  it('changes line endings and nothing else', () => {
    const content = '\u00a0One  two\t“three”\r\n\r\nFour\rfive\x0c \n'
    expect(parse(content, 'text').text).toBe('\u00a0One  two\t“three”\n\nFour\nfive\x0c \n')
  })

  it('keeps the seed as it is, a line a paragraph', () => {
    const seed = readFileSync('seeds/blinken-nato-afghanistan.txt', 'utf8')
    const article = parse(seed, 'text')
    expect(article.text).toBe(seed)
    expect(paragraphsOf(article)).toEqual(seed.split('\n'))
    expect(article.title).toBe(
      'US Secretary of State Antony Blinken on Tuesday at a press conference in Brussels pledged to…',
    )
    expect(Object.keys(article).sort()).toEqual(['file', 'id', 'paragraphs', 'text', 'title'])
  })

  const titles: readonly [text: string, title: string][] = [
    ['The mayor resigned. Her deputy did not.', 'The mayor resigned.'],
    ['Mayor resigns\n\nThe mayor resigned on Monday.', 'Mayor resigns'],
    ['Dr. Berg resigned on Monday. She said so.', 'Dr. Berg resigned on Monday.'],
    [`${'word '.repeat(19)}word.`, `${'word '.repeat(19)}word.`],
    [`The mayor, ${'x'.repeat(200)}`, `The mayor, ${'x'.repeat(88)}…`],
    [`${'The mayor said '.repeat(6)}and, moreover, resigned`, `${'The mayor said '.repeat(6)}and…`],
    ['😀'.repeat(80), `${'😀'.repeat(49)}…`],
  ]
  it.each(titles)('takes a missing title from the first sentence: %s', (text, title) => {
    expect(parse(text, 'text').title).toBe(title)
    expect(title.length).toBeLessThanOrEqual(100)
  })

  it('believes the description', () => {
    expect(parse('The mayor resigned.', 'text', { title: 'Mayor out', author: 'Ida Berg' })).toMatchObject({
      title: 'Mayor out',
      author: 'Ida Berg',
    })
  })
})

describe('parseArticle of Markdown', () => {
  it('gives paragraphs without markup, the opening heading as title', () => {
    const article = parse(
      `# Ferry *to stay*

“We won't **close** it,” said [Zoë Lind](https://x.example).
She paid&nbsp;nothing. <b>Really</b>.

## Costs

> It costs \`€3\` million,
> says the council.

- One ferry
- Two crews

![a boat](boat.png)

<div>Box office</div><script>alert(1)</script>

---
`,
      'markdown',
    )
    expect(article.title).toBe('Ferry to stay')
    expect(paragraphsOf(article)).toEqual([
      "“We won't close it,” said Zoë Lind. She paid\u00a0nothing. Really.",
      'Costs',
      'It costs €3 million, says the council.',
      'One ferry',
      'Two crews',
      'Box office',
    ])
    expect(article.text).toBe(paragraphsOf(article).join('\n\n'))
  })

  it('takes what the front matter says, and no more than is well-formed', () => {
    const article = parse(
      `---
title: "Ferry: to stay"
date: 2021-03-23
authors: [Ida Berg, Jo Lund]
url: javascript:alert(1)
tags: {a: 1}
---
# Another heading

The ferry stays.`,
      'markdown',
    )
    expect(article).toMatchObject({
      title: 'Ferry: to stay',
      author: 'Ida Berg, Jo Lund',
      publishedAt: '2021-03-23',
    })
    expect(article.url).toBeUndefined()
    expect(article.text).toBe('The ferry stays.')
  })

  const rules: readonly [name: string, content: string, paragraphs: readonly string[]][] = [
    ['text between two rules', '---\nThe ferry stays.\n\n---\nThe end.', ['The ferry stays.', 'The end.']],
    ['broken YAML', '---\na: [b\n\n---\nThe end.', ['a: [b', 'The end.']],
    ['front matter that never ends', '---\ntitle: x', ['title: x']],
  ]
  it.each(rules)('is not misled by %s', (_, content, paragraphs) => {
    expect(paragraphsOf(parse(content, 'markdown'))).toEqual(paragraphs)
  })
})

describe('parseArticle of HTML', () => {
  const page = `<!doctype html><html lang=en><head><title>Ferry to stay | The Lindholm Post</title>
<meta property="og:title" content="Ferry to stay &amp; sail"><meta property="og:site_name" content="The Lindholm Post">
<meta name="author" content="Ida Berg"><meta property="article:published_time" content="2021-03-23T08:00:00Z">
<link rel="canonical" href="https://news.example/ferry">
<script>document.title = 'owned'; throw new Error('must not run')</script></head>
<body onload="alert(1)"><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Ferry to stay</h1>
<p>The ferry between Lindholm and Alvik will stay, the council said on Monday, after months of protest, petitions and letters.</p>
<p>“We won’t close it,” said <b>Zoë Lind</b>, who is the minister for
transport, and a passenger herself on most of the days of the week.</p>
<p>The ferry costs €3&nbsp;million a year, according to the council, which is more than it brings in, by far, said its treasurer.</p>
<script>document.body.innerHTML = ''</script><style>p { color: red }</style>
</article><footer>© The Lindholm Post. All rights reserved.</footer></body></html>`

  it('gives the article of a page, and what the page says of it', () => {
    const article = parse(page, 'html')
    expect(article).toMatchObject({
      title: 'Ferry to stay & sail',
      publisher: 'The Lindholm Post',
      author: 'Ida Berg',
      publishedAt: '2021-03-23T08:00:00Z',
      url: 'https://news.example/ferry',
    })
    expect(paragraphsOf(article)).toEqual([
      'The ferry between Lindholm and Alvik will stay, the council said on Monday, after months of protest, petitions and letters.',
      '“We won’t close it,” said Zoë Lind, who is the minister for transport, and a passenger herself on most of the days of the week.',
      'The ferry costs €3\u00a0million a year, according to the council, which is more than it brings in, by far, said its treasurer.',
    ])
  })

  it('believes the description before the page', () => {
    expect(parse(page, 'html', { title: 'Ours', url: 'https://ours.example/' })).toMatchObject({
      title: 'Ours',
      url: 'https://ours.example/',
      author: 'Ida Berg',
    })
  })

  const fragments: readonly [html: string, paragraphs: readonly string[]][] = [
    ['<p>One.<p>Two.', ['One.', 'Two.']],
    ['<html><p>One.</p></html>', ['One.']],
    ['The ferry<br>stays.<br><br>It sails.', ['The ferry', 'stays.', 'It sails.']],
    ['<table><tr><td>One<td>Two</table>', ['One', 'Two']],
    ['<p>a <em>b</em>c<!-- no --> &lt;d&gt;</p>', ['a bc <d>']],
    ['<html lang=en><head><title>T</title></head><p>One.</html>', ['One.']],
    ['<title>T</title><body><div>Only this.</div>', ['Only this.']],
  ]
  it.each(fragments)('reads %s', (html, paragraphs) => {
    expect(paragraphsOf(parse(html, 'html'))).toEqual(paragraphs)
  })

  it('reads pages that nest deeper than honest ones, up to a limit', () => {
    expect(parse(`${'<div>'.repeat(2_000)}The ferry stays.`, 'html').text).toBe('The ferry stays.')
    expect(() => parse('<div>'.repeat(1_000_000), 'html')).toThrow(/may be nested 3000 deep at most/)
    expect(parse('<p>One ferry.'.repeat(5_000), 'html').paragraphs).toHaveLength(5_000)
  })

  it.each(['<script>alert("text")</script>', '<html><body></body></html>', '<!-- nothing -->'])(
    'refuses %s, which holds no text',
    html => {
      expect(() => parse(html, 'html')).toThrow(OnRecordError)
      expect(() => parse(html, 'html')).toThrow(/^a holds no text that could be read as an article/)
    },
  )
})
