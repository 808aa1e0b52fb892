import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { OnRecordError } from '../errors.js'
import { type AnalyzeArticle, createAnalyzer } from '../language/analyze.js'
import { type AttributionModel, parseModel } from '../language/learned/attribution-model.js'

/** Compiled files lie one folder deeper in the package than their source. */
const PLACES = ['../../models/attribution.bin', '../../../models/attribution.bin']

let model: AttributionModel | null = null
let analyzer: AnalyzeArticle | null = null

/** The analysis with the model that comes with the program; read once. Throws `OnRecordError` where it is not there. */
export function loadAnalyzer(): AnalyzeArticle {
  analyzer ??= createAnalyzer(loadModel())
  return analyzer
}

export function loadModel(): AttributionModel {
  model ??= parseModel(readFileSync(modelFile()))
  return model
}

function modelFile(): string {
  const paths = PLACES.map(place => fileURLToPath(new URL(place, import.meta.url)))
  const path = paths.find(existsSync)
  if (path !== undefined) return path
  throw new OnRecordError(
    'unreadable',
    `The attribution model ${paths.at(-1)} is not there. Install the program again, or train it as tools/README.md says.`,
  )
}
