import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { OnRecordError } from '../errors.js'
import { type AnalyzeArticle, createAnalyzer } from '../language/analyze.js'
import { type AttributionModel, parseModel } from '../language/learned/attribution-model.js'
import { parseTagModel, type TagModel } from '../language/tagging/tag-model.js'

/** Compiled files lie one folder deeper in the package than their source. */
const PLACES = ['../../models/', '../../../models/']

let attribution: AttributionModel | null = null
let tags: TagModel | null = null
let analyzer: AnalyzeArticle | null = null

/** The analysis with the models that come with the program; read once. Throws `OnRecordError` where they are not there. */
export function loadAnalyzer(): AnalyzeArticle {
  analyzer ??= createAnalyzer(loadModel(), loadTagModel())
  return analyzer
}

export function loadModel(): AttributionModel {
  attribution ??= parseModel(readModel('attribution.bin'))
  return attribution
}

export function loadTagModel(): TagModel {
  tags ??= parseTagModel(readModel('tags.bin'))
  return tags
}

/** The bytes of a file that comes with the program. Throws `OnRecordError` where it is not there. */
export function readModel(file: string): Uint8Array {
  const paths = PLACES.map(place => fileURLToPath(new URL(place + file, import.meta.url)))
  const path = paths.find(existsSync)
  if (path !== undefined) return readFileSync(path)
  throw new OnRecordError(
    'unreadable',
    `The model ${paths.at(-1)} is not there. Install the program again, or make it as tools/README.md says.`,
  )
}
