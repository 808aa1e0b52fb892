import { type AnalyzeArticle, createAnalyzer } from '../language/analyze.js'
import { type AttributionModel, parseModel } from '../language/learned/attribution-model.js'
import { parseTagModel, type TagModel } from '../language/tagging/tag-model.js'
import { readModel } from './read-model.js'

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
