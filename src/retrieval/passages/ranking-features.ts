import { answerFeatures, COUNTED, newWords } from './answer-features.js'
import { ANSWER_TYPES } from './answer-type.js'
import { focusFeatures } from './focus-features.js'
import { kindFeatures, siblingFeatures } from './kind-features.js'
import { orderFeatures } from './order-features.js'
import type { RankedField, RankedPassage, RankedQuestion } from './ranked.js'
import { stretchFeatures } from './stretch-features.js'
import { Trait } from './word-traits.js'

export const RANKING_FEATURES: readonly string[] = [
  'relevance',
  'relevance to best',
  'rank',
  'coverage',
  'coverage with before',
  'coverage with after',
  'coverage with context',
  'coverage with title',
  'share of terms',
  'number of terms',
  'weight',
  'heaviest missing',
  'second heaviest missing',
  'pairs',
  'near pairs',
  'longest run',
  'density',
  'names',
  'names around',
  'numbers missing',
  'alike',
  'length',
  'position',
  'siblings',
  'starts with pronoun',
  'pronouns',
  'relevance before',
  'relevance after',
  'best sibling',
  'paragraph share',
  'title share',
  'answer words',
  'answer nearness',
  'head',
  'head around',
  'last',
  'repeats',
  'title only',
  'heaviest found',
  'second found',
  'third found',
  'rare coverage',
  'rare coverage with context',
  'sentence relevance',
  'likeness',
  'missing in before',
  ...ANSWER_TYPES.map(type => `asks ${type}`),
  ...COUNTED.map((_, index) => `new ${Object.keys(Trait)[index]}`),
  'focus',
  'focus around',
  'focus distance',
  'stretch 6',
  'stretch 12',
  'stretch 20',
  'neighbours',
  'chain',
  'own',
  'above siblings',
  'plain',
  'names nowhere',
  'untitled',
  'heading',
  'fresh',
  'coverage to best',
  'coverage with title to best',
  'coverage rank',
]

const COVERAGE = RANKING_FEATURES.indexOf('coverage')
const COVERAGE_WITH_TITLE = RANKING_FEATURES.indexOf('coverage with title')

/**
 * The numbers the learned order is made of, a row for each of the candidates, in the order of `RANKING_FEATURES`. Linear
 * in the passages.
 */
export function rankingFeatures(
  question: RankedQuestion,
  passages: readonly RankedPassage[],
  fields: readonly RankedField[],
): number[][] {
  const rows = passages.map((passage, index) => featuresOf(question, passage, fields[index]!))
  const coverages = rows.map(row => row[COVERAGE]!)
  const best = Math.max(...coverages)
  const bestWithTitle = Math.max(...rows.map(row => row[COVERAGE_WITH_TITLE]!))
  for (const [index, row] of rows.entries()) {
    const better = coverages.filter(coverage => coverage > coverages[index]! + NEGLIGIBLE)
    row.push(coverages[index]! - best, row[COVERAGE_WITH_TITLE]! - bestWithTitle, better.length)
  }
  return rows
}

/** Sums of the same numbers in another order differ in their last bits. */
const NEGLIGIBLE = 1e-9

function featuresOf(question: RankedQuestion, passage: RankedPassage, field: RankedField): number[] {
  const places = passage.terms.map(term => question.placeOf.get(term) ?? -1)
  const found = new Set(places)
  found.delete(-1)
  return [
    ...relevanceFeatures(question, passage, field),
    ...coverageFeatures(question, passage, found),
    ...orderFeatures(question, passage, places, found),
    ...specialTerms(question, passage, found),
    ...shapeFeatures(passage, field),
    ...answerFeatures(question, passage, places),
    ...headFeatures(question, passage, places, found),
    ...weightFeatures(question, passage, field, found),
    ...ANSWER_TYPES.map(type => (type === question.type ? 1 : 0)),
    ...newWords(passage, places),
    ...focusFeatures(question, passage, places, found),
    ...stretchFeatures(question, passage, places),
    ...siblingFeatures(question, passage, found),
    ...kindFeatures(question, passage, places, found),
  ]
}

function relevanceFeatures(
  { weight }: RankedQuestion,
  { relevance }: RankedPassage,
  field: RankedField,
): number[] {
  return [relevance / weight, (relevance - field.bestRelevance) / weight, Math.log2(field.rank + 1)]
}

function coverageFeatures(
  question: RankedQuestion,
  passage: RankedPassage,
  found: ReadonlySet<number>,
): number[] {
  const { terms, weight } = question
  const sums = [0, 0, 0, 0, 0]
  const missing = [0, 0]
  for (const [place, { idf }] of terms.entries()) {
    const here = found.has(place)
    if (here) sums[0]! += idf
    if (here || passage.before.has(place)) sums[1]! += idf
    if (here || passage.after.has(place)) sums[2]! += idf
    if (here || passage.context.has(place)) sums[3]! += idf
    if (here || passage.context.has(place) || passage.title.has(place)) sums[4]! += idf
    if (!here) note(missing, idf)
  }
  return [
    ...sums.map(sum => sum / weight),
    terms.length > 0 ? found.size / terms.length : 0,
    terms.length,
    weight,
    ...missing.map(idf => idf / weight),
  ]
}

/** Keeps the two largest. */
function note(largest: number[], value: number): void {
  if (value > largest[0]!) {
    largest[1] = largest[0]!
    largest[0] = value
  } else if (value > largest[1]!) largest[1] = value
}

function specialTerms(
  { terms, weight }: RankedQuestion,
  passage: RankedPassage,
  found: ReadonlySet<number>,
): number[] {
  let names = 0
  let around = 0
  let numbers = 0
  let alike = 0
  for (const [place, { idf, traits, text }] of terms.entries()) {
    const here = found.has(place)
    if (traits & Trait.capital && here) names += idf
    if (traits & Trait.capital && !here && (passage.context.has(place) || passage.title.has(place)))
      around += idf
    if (traits & Trait.number && !here) numbers++
    if (!here && hasAlike(text, passage)) alike += idf
  }
  return [names / weight, around / weight, numbers, alike / weight]
}

const SHARED_BEGINNING = 5

/** Whether another form of the word may stand in the passage: "migration" for "migrate". */
function hasAlike(text: string, { terms, textOf }: RankedPassage): boolean {
  if (text.length < SHARED_BEGINNING) return false
  const beginning = text.slice(0, SHARED_BEGINNING)
  return terms.some(term => textOf(term).startsWith(beginning))
}

function shapeFeatures({ terms, traits, position, siblings }: RankedPassage, field: RankedField): number[] {
  let pronouns = 0
  for (const trait of traits) if (trait & Trait.pronoun) pronouns++
  return [
    Math.log2(terms.length + 1),
    position,
    siblings,
    (traits[0] ?? 0) & Trait.pronoun ? 1 : 0,
    pronouns,
    field.relevanceBefore,
    field.relevanceAfter,
    field.bestSibling,
    field.paragraphShare,
    field.titleShare,
  ]
}

function headFeatures(
  { terms, weight }: RankedQuestion,
  passage: RankedPassage,
  places: readonly number[],
  found: ReadonlySet<number>,
): number[] {
  const last = terms.length - 1
  const repeats = places.filter(place => place >= 0).length - found.size
  let titleOnly = 0
  for (const place of passage.title) if (!found.has(place)) titleOnly += terms[place]!.idf
  return [
    found.has(0) ? 1 : 0,
    passage.context.has(0) ? 1 : 0,
    found.has(last) ? 1 : 0,
    repeats,
    titleOnly / weight,
  ]
}

function weightFeatures(
  question: RankedQuestion,
  passage: RankedPassage,
  field: RankedField,
  found: ReadonlySet<number>,
): number[] {
  const { terms, weight } = question
  const heaviest = terms.map((_, place) => place).sort((a, b) => terms[b]!.idf - terms[a]!.idf)
  const state = (place: number | undefined) =>
    place === undefined
      ? -1
      : found.has(place)
        ? 3
        : passage.before.has(place)
          ? 2
          : passage.context.has(place)
            ? 1
            : 0
  let rare = 0
  let rareAround = 0
  let total = 0
  let sentence = 0
  let before = 0
  const length = 0.6 + (0.4 * passage.length) / field.averageLength
  for (const [place, { idf }] of terms.entries()) {
    const rarity = field.rarity[place]!
    total += rarity
    if (found.has(place)) {
      rare += rarity
      sentence += (idf * 1.4) / (1 + 0.4 * length)
    } else if (passage.before.has(place)) before += idf
    if (found.has(place) || passage.context.has(place)) rareAround += rarity
  }
  return [
    ...[0, 1, 2].map(rank => state(heaviest[rank])),
    rare / (total || 1),
    rareAround / (total || 1),
    sentence / weight,
    likeness(question, passage, found),
    before / weight,
  ]
}

/** How like the nearest words of the passage are to the question's terms that it has not: shared letter triples. */
function likeness(
  { terms, weight }: RankedQuestion,
  passage: RankedPassage,
  found: ReadonlySet<number>,
): number {
  let sum = 0
  for (const [place, { text, idf }] of terms.entries()) {
    if (found.has(place) || text.length < 4) continue
    let best = 0
    for (const term of passage.terms) {
      const other = passage.textOf(term)
      if (other.length < 4 || other[0] !== text[0]) continue
      best = Math.max(best, sharedBeginning(text, other) / Math.max(text.length, other.length))
    }
    sum += best > 0.4 ? best * idf : 0
  }
  return sum / weight
}

function sharedBeginning(a: string, b: string): number {
  const end = Math.min(a.length, b.length)
  let at = 0
  while (at < end && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at
}
