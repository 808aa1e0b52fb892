import {
  type Gazetteer,
  levelOf,
  packEntry,
  pairKey,
  WORD_CLASS,
} from '../../src/language/learned/gazetteer.js'
import { LABELS } from '../../src/language/learned/label-set.js'
import { type TagName, tagBits } from '../../src/language/tagger.js'
import { hashText } from '../../src/language/word-shapes.js'
import type { Annotated } from './annotated.js'

/** How often a word was seen: in all, and in cues, sources and contents. */
type Counts = [all: number, cue: number, source: number, content: number]

const ROLE_COLUMN = { cue: 1, source: 2, content: 3 } as const

const CLASS_OF_TAG: readonly (readonly [TagName, number])[] = [
  ['Possessive', WORD_CLASS.possessive],
  ['Pronoun', WORD_CLASS.pronoun],
  ['Copula', WORD_CLASS.copula],
  ['Modal', WORD_CLASS.modal],
  ['Auxiliary', WORD_CLASS.auxiliary],
  ['Participle', WORD_CLASS.participle],
  ['Gerund', WORD_CLASS.gerund],
  ['PastTense', WORD_CLASS.past],
  ['PresentTense', WORD_CLASS.present],
  ['Infinitive', WORD_CLASS.infinitive],
  ['Verb', WORD_CLASS.verb],
  ['Adverb', WORD_CLASS.adverb],
  ['Adjective', WORD_CLASS.adjective],
  ['Preposition', WORD_CLASS.preposition],
  ['Conjunction', WORD_CLASS.conjunction],
  ['Determiner', WORD_CLASS.determiner],
  ['Value', WORD_CLASS.value],
  ['Person', WORD_CLASS.person],
  ['ProperNoun', WORD_CLASS.proper],
  ['Plural', WORD_CLASS.plural],
  ['Noun', WORD_CLASS.noun],
]
const CLASS_BITS = CLASS_OF_TAG.map(([tag, wordClass]) => [tagBits(tag), wordClass] as const)

const classOfTags = (tags: number): number =>
  CLASS_BITS.find(([bits]) => (tags & bits) !== 0)?.[1] ?? WORD_CLASS.unknown

/** What words and pairs were in a set of articles, with the part that each article has in it. */
export class GazetteerCounts {
  private readonly total = new Map<number, Counts>()
  private readonly classes = new Map<number, Map<number, number>>()

  constructor(articles: readonly Annotated[]) {
    for (const article of articles) {
      for (const [key, counts] of countArticle(article)) addTo(this.total, key, counts)
      this.countClasses(article)
    }
  }

  private countClasses({ tokens, tags }: Annotated): void {
    for (const [i, token] of tokens.entries()) {
      const wordClass = classOfTags(tags[i]!)
      if (wordClass === WORD_CLASS.unknown) continue
      const key = hashText(token.lower)
      const tally = this.classes.get(key) ?? new Map<number, number>()
      tally.set(wordClass, (tally.get(wordClass) ?? 0) + 1)
      this.classes.set(key, tally)
    }
  }

  /** What is known of the words without what `article` says of them. */
  without(article: Annotated): Gazetteer {
    const own = countArticle(article)
    return { lookUp: key => this.entry(key, own.get(key)) }
  }

  all(): Gazetteer {
    return { lookUp: key => this.entry(key, undefined) }
  }

  /** Keys whose entry says anything, in ascending order. */
  entries(): [key: number, entry: number][] {
    const keys = new Set([...this.total.keys(), ...this.classes.keys()])
    return [...keys]
      .map((key): [number, number] => [key, this.entry(key, undefined)])
      .filter(([, entry]) => entry !== 0)
      .sort((a, b) => a[0] - b[0])
  }

  private entry(key: number, own: Counts | undefined): number {
    const counts = this.total.get(key)
    const wordClass = commonest(this.classes.get(key))
    if (counts === undefined) return packEntry(wordClass, 0, 0, 0)
    const all = counts[0] - (own?.[0] ?? 0)
    const level = (column: 1 | 2 | 3) => levelOf(counts[column] - (own?.[column] ?? 0), all)
    return packEntry(wordClass, level(1), level(2), level(3))
  }
}

/** The class that the tagger gave a word most often, where it did so three times or more. */
function commonest(tally: ReadonlyMap<number, number> | undefined): number {
  let best: number = WORD_CLASS.unknown
  let most = 2
  for (const [wordClass, count] of tally ?? []) {
    if (count > most || (count === most && best !== WORD_CLASS.unknown && wordClass < best)) {
      best = wordClass
      most = count
    }
  }
  return best
}

function addTo(total: Map<number, Counts>, key: number, counts: Counts): void {
  const sum = total.get(key)
  if (sum === undefined) total.set(key, [...counts])
  else for (let k = 0; k < 4; k++) sum[k]! += counts[k]!
}

function countArticle({ tokens, labels }: Annotated): Map<number, Counts> {
  const counts = new Map<number, Counts>()
  let previous = -1
  for (const [i, token] of tokens.entries()) {
    const role = LABELS[labels[i]!]?.role ?? null
    const word = hashText(token.lower)
    count(counts, word, role)
    if (i > 0 && tokens[i - 1]!.paragraph === token.paragraph) {
      const pairRole = role === LABELS[labels[i - 1]!]?.role ? role : null
      count(counts, pairKey(previous, word), pairRole === 'cue' ? pairRole : null)
    }
    previous = word
  }
  return counts
}

function count(counts: Map<number, Counts>, key: number, role: keyof typeof ROLE_COLUMN | null): void {
  const entry = counts.get(key) ?? [0, 0, 0, 0]
  entry[0]++
  if (role !== null) entry[ROLE_COLUMN[role]]++
  counts.set(key, entry)
}
