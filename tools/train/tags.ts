// Learns part-of-speech and name tags from compromise: what it makes of the texts of a folder.
// usage: npm run train:tags -- FOLDER_OF_TEXT [--check FOLDER_OF_OTHER_TEXT] [--write MODEL_FILE]
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { tagByModel } from '../../src/language/tagging/greedy-tagger.js'
import { type TagModel, tagModelOf, writeTagModel } from '../../src/language/tagging/tag-model.js'
import { TAG_NAMES } from '../../src/language/tagging/tag-names.js'
import { commonestTags, makeTagExamples, readTagged, type Tagged } from './tag-examples.js'
import { trainTags } from './tag-trainer.js'

/**
 * 127 sets of tags are 99.9 % of all words. Weights under 1.2 are half the file and .1 points of agreement; chosen on
 * PolNeAR's train and dev texts.
 */
const MOST_SETS = 128
const SETTINGS = { leastCount: 5, epochs: 8, seed: 1, leastWeight: 1.2 }

const say = (line: string): void => console.log(line)

/** How many words get just the tags that compromise gives them, and the F1 of every tag. */
function compare(texts: readonly Tagged[], model: TagModel): void {
  const counts = TAG_NAMES.map(() => ({ both: 0, either: 0 }))
  let words = 0
  let same = 0
  for (const { tokens, tags } of texts) {
    const given = tagByModel(tokens, model)
    for (const [i, { kind }] of tokens.entries()) {
      if (kind !== 'word') continue
      words++
      if (given[i] === tags[i]) same++
      for (const [bit, count] of counts.entries()) {
        count.both += (given[i]! >>> bit) & (tags[i]! >>> bit) & 1
        count.either += ((given[i]! >>> bit) & 1) + ((tags[i]! >>> bit) & 1)
      }
    }
  }
  say(`${words} words, ${((100 * same) / words).toFixed(2)} % with all tags alike; F1 of each tag:`)
  say(TAG_NAMES.map((name, bit) => `${name} ${f1(counts[bit]!)}`).join(', '))
}

const f1 = ({ both, either }: { both: number; either: number }): string => ((200 * both) / either).toFixed(1)

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'string' }, write: { type: 'string', default: 'models/tags.bin' } },
})
const [folder] = positionals
if (folder === undefined) {
  console.error(
    'Say which folder of text to learn from: npm run train:tags -- FOLDER_OF_TEXT [--check FOLDER]',
  )
  process.exit(2)
}
const texts = readTagged(folder)
say(`${texts.length} texts`)
const classes = commonestTags(texts, MOST_SETS)
const parts = trainTags(makeTagExamples(texts, classes), classes, SETTINGS, say)
const bytes = writeTagModel(parts)
writeFileSync(values.write, bytes)
say(`${values.write}: ${bytes.length} bytes, ${parts.keys.length} features, ${parts.weights.length} weights`)
if (values.check !== undefined) compare(readTagged(values.check), tagModelOf(parts))
