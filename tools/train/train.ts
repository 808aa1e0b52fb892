import { writeFileSync } from 'node:fs'
import { writeModel } from '../../src/language/learned/attribution-model.js'
import { annotate } from './annotated.js'
import { readPolnear } from './polnear.js'
import { type Say, trainModel } from './train-model.js'

function main([corpus, target = 'models/attribution.bin']: string[]): void {
  if (corpus === undefined) {
    console.error('usage: npm run train -- PATH_TO_POLNEAR [MODEL_FILE]')
    process.exitCode = 2
    return
  }
  const began = Date.now()
  const say: Say = message =>
    console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${message}`)
  const articles = readPolnear(corpus).map(annotate)
  say(`${articles.length} articles read`)
  const bytes = writeModel(trainModel(articles, say))
  writeFileSync(target, bytes)
  say(`${target}: ${bytes.length} bytes`)
}

main(process.argv.slice(2))
