import { splitParagraphs } from '../../src/article.js'
import { loadAnalyzer } from '../../src/ingest/model-file.js'
import { type GoldArticle, readPolnear } from '../train/polnear.js'
import { findMisses, type Miss } from './misses.js'

/** Lists what is wrong with the attributions of annotated articles, by kind, with a few examples of one kind. */
function main([corpus, shown]: string[]): void {
  if (corpus === undefined) {
    console.error('usage: npm run misses -- PATH_TO_POLNEAR [KIND]')
    process.exitCode = 2
    return
  }
  const analyze = loadAnalyzer()
  const byKind = new Map<string, { article: GoldArticle; miss: Miss }[]>()
  for (const article of readPolnear(corpus)) {
    const { id, text } = article
    const { attributions } = analyze({ id, file: id, title: id, text, paragraphs: splitParagraphs(text) })
    for (const miss of findMisses(text, article.attributions, attributions)) {
      byKind.set(miss.kind, [...(byKind.get(miss.kind) ?? []), { article, miss }])
    }
  }
  for (const [kind, misses] of [...byKind].sort((a, b) => b[1].length - a[1].length)) {
    console.log(`${String(misses.length).padStart(6)}  ${kind}`)
  }
  if (shown === undefined) return
  for (const { article, miss } of (byKind.get(shown) ?? []).slice(0, 40))
    console.log(`\n${inContext(article, miss)}`)
}

function inContext({ id, text }: GoldArticle, { at: [start, end] }: Miss): string {
  const from = Math.max(0, start - 120)
  return `${id} ${start}\n  ${text.slice(from, start)}[[${text.slice(start, end)}]]${text.slice(end, end + 120)}`.replace(
    /\n+(?=.)/g,
    '\n  ',
  )
}

main(process.argv.slice(2))
