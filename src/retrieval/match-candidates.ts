import { textOf } from '../span.js'
import { otherSpellings } from './canonical-words.js'
import type { Library, LibraryPassage, Scope } from './library.js'
import type { Recollection } from './recollection.js'
import type { RelatedWords } from './related-words.js'
import type { Remembered } from './remembered-words.js'
import { isFunctionWord, type Word } from './words.js'

/** How many passages each search brings, at least … */
const FOUND = 30
/** … and at most: one more for so many passages of the library, as more of them share the words. */
const MOST_FOUND = 100
const PASSAGES_FOR_ONE = 1000
/** So many of the words that tell most are also sought by their relatives … */
const WORDS_REPLACED = 5
/** … by so many of each, the likeliest. */
const RELATIVES = 3

/** Passages that may hold the remembered words, also in other spellings and in other words. */
export function findMatchCandidates(
  { core, context }: Remembered,
  recollection: Recollection,
  related: RelatedWords,
  library: Library,
  scope: Scope,
): Set<LibraryPassage> {
  const most = Math.min(MOST_FOUND, FOUND + Math.floor(library.size / PASSAGES_FOR_ONE))
  const found = new Set<LibraryPassage>()
  const search = (text: string, limit: number): void => {
    for (const { passage } of library.search(text, scope, limit, { rerank: false })) found.add(passage)
  }
  const said = core.map(word => word.text).join(' ')
  search(said, most)
  const around = context.map(word => word.text).join(' ')
  if (around) search(`${said} ${around}`, Math.ceil(most / 2))
  const others = [
    ...recollection.words.flatMap(otherSpellings),
    ...relativesOf(recollection, related, library),
  ]
  if (others.length > 0) search(`${others.join(' ')} ${said}`, most)
  if (found.size === 0) for (const passage of passagesWithWords(core, library, scope)) found.add(passage)
  return found
}

/** What may stand on the record for the words that tell most. */
function relativesOf({ words, weights }: Recollection, related: RelatedWords, library: Library): string[] {
  const telling = words
    .map((word, i) => ({ stem: word.stem, weight: weights[i]!, isOne: word.stems.length === 1 }))
    .filter(({ isOne }) => isOne)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, WORDS_REPLACED)
  return telling.flatMap(({ stem }) =>
    [...related.of(stem).keys()].filter(other => library.isKnown(other)).slice(0, RELATIVES),
  )
}

/** For words that the index passes over ("this is it"): by looking through the articles' text. */
function passagesWithWords(words: readonly Word[], library: Library, scope: Scope): LibraryPassage[] {
  if (words.length < 2 || !words.every(({ key }) => isFunctionWord(key))) return []
  const keys = words.map(({ key }) => [...key].join("['’]?"))
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${keys.join('[^\\p{L}\\p{N}]{1,4}')}(?![\\p{L}\\p{N}])`,
    'iu',
  )
  return library.list(scope).flatMap(({ article }) => {
    if (!pattern.test(article.text)) return []
    return library.passages(article.id).filter(({ span }) => pattern.test(textOf(article.text, span)))
  })
}
