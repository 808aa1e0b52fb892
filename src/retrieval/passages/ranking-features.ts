import { alikeWords } from './alike-words.js'
import { COUNTED, pushAnswer, pushNewWords } from './answer-features.js'
import { ANSWER_TYPES } from './answer-type.js'
import { pushFocus } from './focus-features.js'
import { pushKind, pushSiblings } from './kind-features.js'
import { pushOrder } from './order-features.js'
import type { RankedField, RankedPassage, RankedQuestion } from './ranked.js'
import { pushStretch } from './stretch-features.js'
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
  const row: number[] = []
  pushRelevance(row, question, passage, field)
  pushCoverage(row, question, passage)
  pushOrder(row, question, passage)
  const { alike, likeness } = alikeWords(question, passage)
  pushSpecialTerms(row, question, passage, alike)
  pushShape(row, passage, field)
  pushAnswer(row, question, passage)
  pushHead(row, question, passage)
  pushWeight(row, question, passage, field, likeness)
  for (const type of ANSWER_TYPES) row.push(type === question.type ? 1 : 0)
  pushNewWords(row, passage)
  pushFocus(row, question, passage)
  pushStretch(row, question, passage)
  pushSiblings(row, question, passage)
  pushKind(row, question, passage)
  return row
}

function pushRelevance(
  row: number[],
  { weight }: RankedQuestion,
  { relevance }: RankedPassage,
  field: RankedField,
): void {
  row.push(relevance / weight, (relevance - field.bestRelevance) / weight, Math.log2(field.rank + 1))
}

function pushCoverage(row: number[], { terms, weight }: RankedQuestion, passage: RankedPassage): void {
  const { found, before, after, context, title } = passage
  let inIt = 0
  let withBefore = 0
  let withAfter = 0
  let withContext = 0
  let withTitle = 0
  let missing = 0
  let secondMissing = 0
  for (let place = 0; place < terms.length; place++) {
    const { idf } = terms[place]!
    const here = found.has(place)
    if (here) inIt += idf
    if (here || before.has(place)) withBefore += idf
    if (here || after.has(place)) withAfter += idf
    const around = here || context.has(place)
    if (around) withContext += idf
    if (around || title.has(place)) withTitle += idf
    if (here) continue
    secondMissing = Math.max(secondMissing, Math.min(missing, idf))
    missing = Math.max(missing, idf)
  }
  row.push(inIt / weight, withBefore / weight, withAfter / weight, withContext / weight, withTitle / weight)
  row.push(terms.length > 0 ? found.size / terms.length : 0, terms.length, weight)
  row.push(missing / weight, secondMissing / weight)
}

function pushSpecialTerms(
  row: number[],
  { terms, weight }: RankedQuestion,
  { found, context, title }: RankedPassage,
  alike: number,
): void {
  let names = 0
  let around = 0
  let numbers = 0
  for (let place = 0; place < terms.length; place++) {
    const { idf, traits } = terms[place]!
    const here = found.has(place)
    if (traits & Trait.capital && here) names += idf
    if (traits & Trait.capital && !here && (context.has(place) || title.has(place))) around += idf
    if (traits & Trait.number && !here) numbers++
  }
  row.push(names / weight, around / weight, numbers, alike / weight)
}

function pushShape(row: number[], passage: RankedPassage, field: RankedField): void {
  const { terms, traits, position, siblings } = passage
  let pronouns = 0
  for (const trait of traits) if (trait & Trait.pronoun) pronouns++
  row.push(Math.log2(terms.length + 1), position, siblings)
  row.push((traits[0] ?? 0) & Trait.pronoun ? 1 : 0, pronouns)
  row.push(field.relevanceBefore, field.relevanceAfter, field.bestSibling)
  row.push(field.paragraphShare, field.titleShare)
}

function pushHead(row: number[], { terms, weight }: RankedQuestion, passage: RankedPassage): void {
  const { places, found, context, title } = passage
  const last = terms.length - 1
  let standing = 0
  for (const place of places) if (place >= 0) standing++
  let titleOnly = 0
  for (const place of title) if (!found.has(place)) titleOnly += terms[place]!.idf
  row.push(found.has(0) ? 1 : 0, context.has(0) ? 1 : 0, found.has(last) ? 1 : 0)
  row.push(standing - found.size, titleOnly / weight)
}

function pushWeight(
  row: number[],
  { terms, weight, heaviest }: RankedQuestion,
  passage: RankedPassage,
  field: RankedField,
  likeness: number,
): void {
  const { found, before: sentenceBefore, context } = passage
  let rare = 0
  let rareAround = 0
  let total = 0
  let sentence = 0
  let before = 0
  const length = 0.6 + (0.4 * passage.length) / field.averageLength
  for (let place = 0; place < terms.length; place++) {
    const { idf } = terms[place]!
    const rarity = field.rarity[place]!
    total += rarity
    if (found.has(place)) {
      rare += rarity
      sentence += (idf * 1.4) / (1 + 0.4 * length)
    } else if (sentenceBefore.has(place)) before += idf
    if (found.has(place) || context.has(place)) rareAround += rarity
  }
  for (let rank = 0; rank < 3; rank++) row.push(standingOf(heaviest[rank], passage))
  row.push(
    rare / (total || 1),
    rareAround / (total || 1),
    sentence / weight,
    likeness / weight,
    before / weight,
  )
}

/** Where a term of the question stands: -1 for no term, 3 here, 2 in the sentence before, 1 around, 0 nowhere. */
function standingOf(place: number | undefined, { found, before, context }: RankedPassage): number {
  if (place === undefined) return -1
  if (found.has(place)) return 3
  if (before.has(place)) return 2
  return context.has(place) ? 1 : 0
}
