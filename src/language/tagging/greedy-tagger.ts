import type { Token } from '../tokens.js'
import {
  EDGE,
  EDGE_CLASS,
  MAX_CONTEXT_FEATURES,
  type WordType,
  wordType,
  writeContext,
} from './tag-features.js'
import type { TagModel } from './tag-model.js'

/** Words of an article with what each adds to the score of every class, worked out once. */
class Words {
  private readonly types = new Map<string, WordType>()
  private readonly scores = new Map<WordType, Int32Array>()

  constructor(private readonly model: TagModel) {}

  typeOf(token: Token): WordType {
    let type = this.types.get(token.text)
    if (type === undefined) {
      type = wordType(token)
      this.types.set(token.text, type)
    }
    return type
  }

  scoresOf(type: WordType): Int32Array {
    let scores = this.scores.get(type)
    if (scores === undefined) {
      scores = new Int32Array(this.model.classes.length)
      for (const feature of type.features) addRow(this.model, feature, scores)
      this.scores.set(type, scores)
    }
    return scores
  }
}

/** Tags every word by the class that scores best where the words before it have theirs, from left to right. */
export function tagByModel(tokens: readonly Token[], model: TagModel): Uint32Array {
  const words = new Words(model)
  const tags = new Uint32Array(tokens.length)
  for (let first = 0; first < tokens.length; ) {
    let end = first + 1
    while (tokens[end]?.paragraph === tokens[first]!.paragraph) end++
    tagParagraph(tokens, first, end, words, model, tags)
    first = end
  }
  return tags
}

function tagParagraph(
  tokens: readonly Token[],
  first: number,
  end: number,
  words: Words,
  model: TagModel,
  tags: Uint32Array,
): void {
  const types = [EDGE, EDGE]
  for (let i = first; i < end; i++) types.push(words.typeOf(tokens[i]!))
  types.push(EDGE, EDGE)
  const context = new Uint32Array(MAX_CONTEXT_FEATURES)
  const scores = new Int32Array(model.classes.length)
  let before = EDGE_CLASS
  let before2 = EDGE_CLASS
  for (let i = 2; i < types.length - 2; i++) {
    const type = types[i]!
    let chosen = 0
    if (type.isWord) {
      scores.set(words.scoresOf(type))
      const count = writeContext(context, types, i, before, before2)
      for (let f = 0; f < count; f++) addRow(model, context[f]!, scores)
      chosen = highest(scores)
      tags[first + i - 2] = model.classes[chosen]!
    }
    before2 = before
    before = chosen
  }
}

function addRow({ rows, offsets, rowClasses, weights }: TagModel, feature: number, scores: Int32Array): void {
  const row = rows.indexOf(feature)
  if (row < 0) return
  const end = offsets[row + 1]!
  for (let at = offsets[row]!; at < end; at++) scores[rowClasses[at]!]! += weights[at]!
}

/** Class 0 is that of punctuation, which no word has. */
function highest(scores: Int32Array): number {
  let best = 1
  for (let k = 2; k < scores.length; k++) if (scores[k]! > scores[best]!) best = k
  return best
}
