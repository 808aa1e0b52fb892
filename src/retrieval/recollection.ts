import {
  type CanonicalWord,
  type Compounds,
  canonicalWords,
  compoundsOf,
  isNegative,
  isNumber,
} from './canonical-words.js'
import { stemOf } from './passages/terms.js'
import type { RelatedWords } from './related-words.js'
import { NO_RELATED_WORDS } from './related-words.js'
import { isFunctionWord, type Word } from './words.js'

const SAME_FORM = 0.95
const SAME_STEM = 0.9
/** "won't" for "will". */
const PART_OF_FORM = 0.5
const MISTYPED = 0.75
/** What the surest relative counts for ("earn" for "make"). */
const RELATED = 0.6
/** "unbeatable" for "beat", "economic" for "economist": the beginning is shared. */
const SAME_ROOT = 0.5

/** "he" for "I": another says it again. */
const RETOLD = 0.6

/** What speakers call themselves, and what others then call them. */
const PERSONS: readonly (readonly [own: string, others: string])[] = [
  ['i', 'he she'],
  ['me', 'him her'],
  ['my', 'his her'],
  ['mine', 'his hers'],
  ['myself', 'himself herself'],
  ['am', 'is'],
  ['we', 'they'],
  ['us', 'them'],
  ['our', 'their'],
  ['ours', 'theirs'],
  ['ourselves', 'themselves'],
]

/** By each such word those that stand in its place when words are told again, both ways. */
const retold = new Map<string, string[]>()
for (const [own, others] of PERSONS) {
  retold.set(own, others.split(' '))
  for (const other of others.split(' ')) retold.set(other, [...(retold.get(other) ?? []), own])
}

/** Remembered words, with what each recorded word is worth for each of them; every different word is compared once. */
export class Recollection {
  readonly words: readonly CanonicalWord[]
  readonly weights: readonly number[]
  readonly total: number
  readonly compounds: Compounds
  readonly #byKey = new Map<string, Place[]>()
  readonly #byForm = new Map<string, Place[]>()
  readonly #byStem = new Map<string, Place[]>()
  readonly #byFirstPart = new Map<string, Place[]>()
  readonly #byInitial = new Map<string, { place: number; key: string }[]>()
  readonly #likeness = new Map<string, Float64Array | null>()

  constructor(
    /** As they were typed. */
    readonly typed: readonly Word[],
    weigh: (word: CanonicalWord) => number,
    related: RelatedWords = NO_RELATED_WORDS,
  ) {
    this.words = canonicalWords(typed)
    this.weights = this.words.map(weigh)
    this.total = this.weights.reduce((sum, weight) => sum + weight, 0)
    this.compounds = compoundsOf(typed)
    for (const [place, word] of this.words.entries()) this.#enter(word, place, related)
  }

  /** How like a recorded word is to each remembered one: 1 for the same word, else less; null when it is like none. */
  likeness(recorded: CanonicalWord): Float64Array | null {
    const known = this.#likeness.get(recorded.text)
    if (known !== undefined) return known
    const found = this.#compare(recorded)
    this.#likeness.set(recorded.text, found)
    return found
  }

  #enter(word: CanonicalWord, place: number, related: RelatedWords): void {
    const { key, form, stem } = word
    enter(this.#byKey, key, place, 1)
    const before = this.words[place - 1]
    if (before) for (const half of [place - 1, place]) enter(this.#byKey, before.key + key, half, SAME_FORM)
    enter(this.#byForm, form, place, form === stem ? SAME_STEM : SAME_FORM)
    if (isNumber(word)) return
    for (const other of retold.get(form) ?? retold.get(key) ?? [])
      enter(this.#byForm, stemOf(other), place, RETOLD)
    const space = form.indexOf(' ')
    if (space > 0) enter(this.#byFirstPart, form.slice(0, space), place, PART_OF_FORM)
    if (word.stems.length === 1) enter(this.#byStem, stem, place, SAME_STEM)
    const root = rootOfTelling(word)
    if (root !== null) {
      for (const [other, likely] of related.of(stem)) enter(this.#byStem, other, place, RELATED * likely)
      enter(this.#byStem, root, place, SAME_ROOT)
    }
    if (key.length >= 4) {
      const initial = key.charAt(0)
      this.#byInitial.set(initial, [...(this.#byInitial.get(initial) ?? []), { place, key }])
    }
  }

  #compare(recorded: CanonicalWord): Float64Array | null {
    let likeness: Float64Array | null = null
    const raise = (places: readonly Place[] | undefined, most = 1): void => {
      if (places === undefined) return
      likeness ??= new Float64Array(this.words.length)
      for (const { place, like } of places) {
        const here = Math.min(like, most)
        if (here > likeness[place]!) likeness[place] = here
      }
    }
    const { key, form, stem } = recorded
    raise(this.#byKey.get(key))
    raise(this.#byForm.get(form))
    if (isNumber(recorded)) return likeness
    if (recorded.stems.length === 1) raise(this.#byStem.get(stem))
    const root = rootOfTelling(recorded)
    if (root !== null) raise(this.#byStem.get(root), SAME_ROOT)
    raise(this.#byFirstPart.get(form))
    const space = form.indexOf(' ')
    if (space > 0) raise(this.#byForm.get(form.slice(0, space)), PART_OF_FORM)
    raise(this.#mistyped(key))
    return likeness
  }

  #mistyped(key: string): readonly Place[] | undefined {
    const near = key.length < 4 ? undefined : this.#byInitial.get(key.charAt(0))
    const meant = near?.filter(({ key: typed }) => isMistyped(typed, key))
    return meant?.length ? meant.map(({ place }) => ({ place, like: MISTYPED })) : undefined
  }
}

interface Place {
  place: number
  like: number
}

function enter(places: Map<string, Place[]>, word: string, place: number, like: number): void {
  const known = places.get(word)
  if (known) known.push({ place, like })
  else places.set(word, [{ place, like }])
}

// Most words come again, and are compared with those of every question.
const roots = new Map<string, string | null>()
const REMEMBERED_ROOTS = 30_000

/** The root of a word of meaning; null for several words, and for those that carry grammar or deny. */
function rootOfTelling(word: CanonicalWord): string | null {
  if (word.stems.length > 1) return null
  const known = roots.get(word.text)
  if (known !== undefined) return known
  const root = isFunctionWord(word.key) || isNegative(word) ? null : rootOf(word.stem)
  if (roots.size >= REMEMBERED_ROOTS) roots.clear()
  roots.set(word.text, root)
  return root
}

const LONG_ROOT = 7

/** A stem without what commonly stands before or after: "unbeatabl" is "beat". */
const rootOf = (stem: string): string => {
  const bare = stem.replace(/^(?:un|dis|non|mis)(?=.{4})/, '').replace(/(?<=.{4})(?:abl|ibl|less|ful)$/, '')
  return bare.length > LONG_ROOT ? bare.slice(0, LONG_ROOT) : bare
}

/** One typing error in words of five letters or more, two from nine on; the first letter is seldom wrong. */
export function isMistyped(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length)
  if (longest < 5) return false
  const allowed = longest >= 9 ? 2 : 1
  if (Math.abs(a.length - b.length) > allowed || HAS_DIGIT.test(a) || HAS_DIGIT.test(b)) return false
  return editDistance(a, b, allowed) <= allowed
}

const HAS_DIGIT = /\d/

/** Damerau–Levenshtein (adjacent letters swapped count once); stops early above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  const start = sharedStart(a, b)
  const end = sharedEnd(a, b, start)
  return distanceOfRest(a.slice(start, a.length - end), b.slice(start, b.length - end), limit)
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let shared = 0
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++
  return shared
}

/** How many of the last letters are the same, those from `start` on. */
function sharedEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start
  let shared = 0
  while (shared < most && a.charCodeAt(a.length - 1 - shared) === b.charCodeAt(b.length - 1 - shared))
    shared++
  return shared
}

function distanceOfRest(a: string, b: string, limit: number): number {
  let before: number[] = []
  let last = [0]
  for (let j = 1; j <= b.length; j++) last.push(j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    before = last
    last = row
  }
  return last[b.length]!
}
