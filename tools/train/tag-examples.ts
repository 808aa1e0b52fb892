import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { splitParagraphs } from '../../src/article.js'
import { tagByCompromise } from '../../src/language/tagging/compromise.js'
import { EDGE, type WordType, wordType } from '../../src/language/tagging/tag-features.js'
import { type Token, tokenize } from '../../src/language/tokens.js'

/** A text with the tags that compromise gives it. */
export interface Tagged {
  tokens: readonly Token[]
  tags: Uint32Array
}

/** A paragraph as the trainer reads it: `types` with two edges on either side, a class a token. */
export interface TagExample {
  types: readonly WordType[]
  classes: Uint8Array
}

/** Every .txt file in a folder and in those within it, in order. */
export function readTagged(folder: string): Tagged[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter(file => file.endsWith('.txt'))
    .sort()
    .map(file => {
      const text = readFileSync(join(folder, file), 'utf8')
      const paragraphs = splitParagraphs(text)
      const tokens = tokenize(text, paragraphs)
      return { tokens, tags: tagByCompromise(text, paragraphs, tokens) }
    })
}

/** The commonest sets of tags, `most` at most; the first is that of punctuation. */
export function commonestTags(texts: readonly Tagged[], most: number): Uint32Array {
  const counts = new Map<number, number>()
  for (const { tokens, tags } of texts) {
    for (const [i, { kind }] of tokens.entries())
      if (kind === 'word') counts.set(tags[i]!, (counts.get(tags[i]!) ?? 0) + 1)
  }
  const sets = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return Uint32Array.from([0, ...sets.slice(0, most - 1).map(([set]) => set)])
}

export function makeTagExamples(texts: readonly Tagged[], classes: Uint32Array): TagExample[] {
  const types = new Map<string, WordType>()
  const typeOf = (token: Token) => {
    const known = types.get(token.text) ?? wordType(token)
    types.set(token.text, known)
    return known
  }
  const classOf = classFinder(classes)
  return texts.flatMap(({ tokens, tags }) => {
    const examples: TagExample[] = []
    for (let first = 0; first < tokens.length; ) {
      let end = first + 1
      while (tokens[end]?.paragraph === tokens[first]!.paragraph) end++
      const inside = tokens.slice(first, end).map(typeOf)
      examples.push({
        types: [EDGE, EDGE, ...inside, EDGE, EDGE],
        classes: Uint8Array.from(inside, ({ isWord }, i) => (isWord ? classOf(tags[first + i]!) : 0)),
      })
      first = end
    }
    return examples
  })
}

/** The class of a set of tags; of the set that differs least where it has none of its own. */
function classFinder(classes: Uint32Array): (tags: number) => number {
  const known = new Map<number, number>()
  for (let k = classes.length - 1; k > 0; k--) known.set(classes[k]!, k)
  return tags => {
    const found = known.get(tags) ?? nearest(classes, tags)
    known.set(tags, found)
    return found
  }
}

function nearest(classes: Uint32Array, tags: number): number {
  let best = 1
  for (let k = 2; k < classes.length; k++)
    if (countBits(classes[k]! ^ tags) < countBits(classes[best]! ^ tags)) best = k
  return best
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits >>> 0; rest !== 0; rest = (rest & (rest - 1)) >>> 0) count++
  return count
}
