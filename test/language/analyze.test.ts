import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Article, splitParagraphs } from '../../src/article.js'
import type { AnalyzedArticle, Attribution } from '../../src/language/analysis.js'
import { analyzeArticle, createAnalyzer } from '../../src/language/analyze.js'
import { parseModel } from '../../src/language/learned/attribution-model.js'

const SEED = readFileSync('seeds/blinken-nato-afghanistan.txt', 'utf8')

const articleOf = (text: string): Article => ({
  id: 'seed',
  file: 'seed.txt',
  title: '',
  text,
  paragraphs: splitParagraphs(text),
})

/** The innermost attribution whose content holds `words`, at their given occurrence. */
function attributionOf(
  { article, attributions }: AnalyzedArticle,
  words: string,
  occurrence = 0,
): Attribution {
  let at = article.text.indexOf(words)
  for (let next = 0; next < occurrence; next++) at = article.text.indexOf(words, at + 1)
  const found = attributions.findLast(({ content }) =>
    content.some(([start, end]) => start <= at && at + words.length <= end),
  )
  if (found === undefined) throw new Error(`Nobody is credited with “${words}”`)
  return found
}

const credited = (analysis: AnalyzedArticle, words: string, occurrence?: number): string => {
  const { speaker, via } = attributionOf(analysis, words, occurrence)
  const name = (index: number | null) => (index === null ? 'nobody' : (analysis.speakers[index]?.name ?? '?'))
  const chain = via.map(
    link => `${name(link.speaker)}${link.addressee === null ? '' : ` to ${link.addressee}`}`,
  )
  return [name(speaker), ...chain].join(' via ')
}

const model = parseModel(readFileSync('models/attribution.bin'))

describe.each([
  ['by rules alone', analyzeArticle(articleOf(SEED))],
  ['with the learned model', createAnalyzer(model)(articleOf(SEED))],
])('the seed article, %s', (_, analysis) => {
  test.each([
    ['rebuild and revitalize', 0, 'Antony Blinken'],
    ['We went in together, we have adjusted together and when the time is right', 0, 'Antony Blinken'],
    ['never again becomes a safe haven', 0, 'Antony Blinken'],
    ['excellent opportunity to sit with their 30 allies', 0, 'Stoltenberg'],
    ['We went in together, we have adjusted together and we will leave together', 0, 'Stoltenberg'],
    ['therefore, we need to consult', 0, 'Stoltenberg'],
    ['a reduction in violence', 0, 'Stoltenberg'],
    ['tough to meet the May 1 deadline', 0, 'President Biden via Antony Blinken'],
    ['presidential election to be held in September', 0, 'President Ghani via sources to TOLOnews'],
  ])('credits “%s” rightly', (words, occurrence, expected) => {
    expect(credited(analysis, words, occurrence)).toBe(expected)
  })

  test('tells what is marked from what is not', () => {
    expect(attributionOf(analysis, 'rebuild and revitalize').kind).toBe('mixed')
    expect(attributionOf(analysis, 'We went in together').kind).toBe('direct')
    expect(attributionOf(analysis, 'a reduction in violence').kind).toBe('indirect')
  })
})

test('analyzeArticle is pure: twice the same', () => {
  const article = articleOf(SEED)
  expect(analyzeArticle(article)).toEqual(analyzeArticle(article))
})
