import type { Inquiry } from './inquiry.js'
import type { Library, LibraryPassage } from './library.js'
import { type Found, isThere, type SoughtWords } from './sought-words.js'
import { stemsOf, stemsWithInitials } from './stems.js'
import { titleBeside } from './title-words.js'
import { isFunctionWord, type Word } from './words.js'

/** What the words of a question have to do with a passage and what stands around it; shares of the topic's weight in [0, 1]. */
export const TOPIC_EVIDENCE = [
  /** In the sentence. */
  'topic',
  /** What the sentence before, the one after, the paragraph and the title add. */
  'before',
  'after',
  'paragraph',
  'title',
  /** In the sentence, the two on each side and the title together. */
  'around',
  /** In the whole article; and as a share of the best article's. */
  'article',
  'article to best',
  /** Words of the sentence that are like those it lacks: "migration" for "migrate". */
  'alike',
  /** Words that mean about what those it lacks mean; and the same around it. */
  'related',
  'related around',
  /** The words that tell most: 2 in the sentence, 1 around it, 0 neither. */
  'heaviest',
  'second',
  'third',
  /** Neighbouring topical words of the question that are neighbours in the sentence. */
  'pairs',
  /** How near the found words stand to each other. */
  'density',
] as const

/** The same of the words that are in no name; −1 where the question has none. */
export const MATTER_EVIDENCE = ['matter', 'matter around', 'matter related', 'matter related around'] as const

const AROUND = 2

/** A sentence and what stands around it, by the stems of the words. */
export interface Surroundings {
  words: readonly Word[]
  stems: ReadonlySet<string>
  before: ReadonlySet<string>
  after: ReadonlySet<string>
  paragraph: readonly ReadonlySet<string>[]
  title: ReadonlySet<string>
  around: readonly ReadonlySet<string>[]
}

export function surroundingsOf(passage: LibraryPassage, library: Library): Surroundings {
  const { analyzed, sentence } = passage
  const title = stemsOf(titleBeside(analyzed))
  const siblings = library.passages(analyzed.article.id)
  const stemsOfAll = (passages: readonly LibraryPassage[]) =>
    passages.map(sibling => stemsOf(library.words(sibling)))
  const near = siblings.slice(Math.max(0, sentence - AROUND), sentence + AROUND + 1)
  const stemsAt = (at: number) => (siblings[at] ? stemsWithInitials(library.words(siblings[at])) : NO_STEMS)
  return {
    words: library.words(passage),
    stems: stemsWithInitials(library.words(passage)),
    before: stemsAt(sentence - 1),
    after: stemsAt(sentence + 1),
    paragraph: stemsOfAll(siblingsInParagraph(sentence, siblings)),
    title,
    around: [title, ...stemsOfAll(near)],
  }
}

const NO_STEMS: ReadonlySet<string> = new Set()

const LONGEST_LOOK = 12

function siblingsInParagraph(
  sentence: number,
  siblings: readonly LibraryPassage[],
): readonly LibraryPassage[] {
  const joined = joinedToNext(siblings)
  let first = sentence
  let last = sentence
  while (sentence - first < LONGEST_LOOK && joined[first - 1]) first--
  while (last - sentence < LONGEST_LOOK && joined[last]) last++
  return siblings.slice(first, last + 1)
}

const joins = new WeakMap<readonly LibraryPassage[], readonly boolean[]>()

/** For each sentence of an article, whether nothing but a blank or two part it from the next. */
function joinedToNext(siblings: readonly LibraryPassage[]): readonly boolean[] {
  const known = joins.get(siblings)
  if (known) return known
  const joined = siblings.map(({ analyzed, span }, at) => {
    const next = siblings[at + 1]
    return next !== undefined && !analyzed.article.text.slice(span[1], next.span[0]).includes('\n')
  })
  joins.set(siblings, joined)
  return joined
}

/** In the order of `TOPIC_EVIDENCE`; `sought` are the inquiry's topical stems. */
export function topicEvidence(
  { topic, question }: Inquiry,
  sought: SoughtWords,
  surroundings: Surroundings,
  article: { coverage: number; best: number },
): number[] {
  const { words, stems, before, after, paragraph, title, around } = surroundings
  const here = sought.findIn(stems)
  const nearby = sought.find(around)
  const covered = sought.coverage(here)
  return [
    covered,
    sought.coverage(here, sought.findIn(before)) - covered,
    sought.coverage(here, sought.findIn(after)) - covered,
    sought.coverage(here, sought.find(paragraph)) - covered,
    sought.coverage(here, sought.findIn(title)) - covered,
    sought.coverage(here, nearby),
    article.coverage,
    article.best > 0 ? article.coverage / article.best : 0,
    alikeShare(topic, stems),
    sought.relatedShare(here),
    sought.relatedShare(nearby),
    ...heaviestFound(sought, here, nearby),
    covered > 0 ? neighbouringPairs(question.topic, words) : 0,
    covered > 0 ? density(topic, words) : 0,
  ]
}

/** In the order of `MATTER_EVIDENCE`. */
export function matterEvidence(matter: SoughtWords, { stems, around }: Surroundings): number[] {
  if (matter.heaviest.length === 0) return MATTER_EVIDENCE.map(() => -1)
  const here = matter.findIn(stems)
  const nearby = matter.find(around)
  return [
    matter.coverage(here),
    matter.coverage(here, nearby),
    matter.relatedShare(here),
    matter.relatedShare(nearby),
  ]
}

const SHARED_BEGINNING = 3
const LIKE = 0.62

/** The topic's weight in words that the sentence has only a likely relative of, by how much of it they share. */
function alikeShare(topic: ReadonlyMap<string, number>, stems: ReadonlySet<string>): number {
  let total = 0
  let alike = 0
  for (const [stem, weight] of topic) {
    total += weight
    if (stems.has(stem) || stem.length < SHARED_BEGINNING) continue
    let best = 0
    for (const other of stems) {
      if (other.charCodeAt(0) !== stem.charCodeAt(0)) continue
      best = Math.max(best, sharedBeginning(stem, other) / Math.max(stem.length, other.length))
    }
    if (best >= LIKE) alike += best * weight
  }
  return total === 0 ? 0 : alike / total
}

function sharedBeginning(a: string, b: string): number {
  const end = Math.min(a.length, b.length)
  let at = 0
  while (at < end && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at >= SHARED_BEGINNING ? at : 0
}

const heaviestFound = ({ heaviest }: SoughtWords, here: Found, nearby: Found): number[] =>
  [0, 1, 2].map(rank => {
    const place = heaviest[rank]
    if (place === undefined) return -1
    return isThere(here, place) ? 2 : isThere(nearby, place) ? 1 : 0
  })

function neighbouringPairs(topic: readonly Word[], words: readonly Word[]): number {
  if (topic.length < 2) return 0
  const stems = stemsOf(words)
  const isHere = ({ stem }: Word, i: number) => stems.has(topic[i]!.stem) && stems.has(stem)
  if (!topic.slice(1).some(isHere)) return 0
  const topical = words.filter(({ key }) => !isFunctionWord(key)).map(({ stem }) => stem)
  const pairs = topic.slice(1).filter(({ stem }, i) => areNeighbours(topical, topic[i]!.stem, stem))
  return pairs.length / (topic.length - 1)
}

/** In any order, with at most one word between them. */
const areNeighbours = (stems: readonly string[], a: string, b: string): boolean =>
  stems.some((stem, i) => {
    const other = stem === a ? b : stem === b ? a : null
    return other !== null && (stems[i + 1] === other || stems[i + 2] === other)
  })

/** Found words as a share of the stretch they stand in. */
function density(topic: ReadonlyMap<string, number>, words: readonly Word[]): number {
  let count = 0
  let first = 0
  let last = 0
  for (let at = 0; at < words.length; at++) {
    if (!topic.has(words[at]!.stem)) continue
    if (count++ === 0) first = at
    last = at
  }
  return count < 2 ? 0 : count / (last - first + 1)
}
