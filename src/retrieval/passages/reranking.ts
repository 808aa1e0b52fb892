import { answerType } from './answer-type.js'
import type { Candidate } from './candidates.js'
import type { Corpus } from './corpus.js'
import type { QuestionTerm, RankedField, RankedPassage, RankedQuestion } from './ranked.js'
import { rankingFeatures } from './ranking-features.js'
import { isStopWord, scanWords, termOf } from './terms.js'
import type { Vocabulary } from './vocabulary.js'
import { Trait, wordTraits } from './word-traits.js'

/** In words; what comes after them, nobody asks. Keeps the cost of a search in bounds. */
export const LONGEST_QUESTION = 128

/** In words: of a longer passage only the beginning is looked at. */
const LONGEST_PASSAGE = 512

/** Of a paragraph with more passages only the first are looked at as siblings. */
const MOST_SIBLINGS = 64

/** Reads a question once for all its candidates. `idf` is of a term's text. */
export function readQuestion(
  text: string,
  vocabulary: Vocabulary,
  idf: (term: string) => number,
): RankedQuestion {
  const words: string[] = []
  const sequence: number[] = []
  const terms = new Map<string, QuestionTerm>()
  scanWords(text, (start, end) => {
    const word = words.length < LONGEST_QUESTION ? text.slice(start, end) : ''
    const term = termOf(word)
    if (!term) return
    const number = vocabulary.find(term) ?? -1
    const traits = wordTraits(word) & (words.length === 0 ? ~Trait.capital : ~0)
    words.push(word.toLowerCase())
    sequence.push(number)
    if (!isStopWord(term) && !terms.has(term))
      terms.set(term, { text: term, term: number, idf: idf(term), traits })
  })
  const list = [...terms.values()]
  const placeOf = new Map(list.map(({ term }, place) => [term, place] as const).filter(([term]) => term >= 0))
  const weight = list.reduce((sum, term) => sum + term.idf, 0) || 1
  return {
    type: answerType(words),
    terms: list,
    sequence,
    placeOf,
    weight,
    heaviest: list.map((_, place) => place).sort((a, b) => list[b]!.idf - list[a]!.idf),
    focus: focusOf(words, list),
  }
}

const WH = /^(?:who|whom|whose|what|which|when|where|why|how)$/
const LONGEST_FOCUS = 4

/** The places in `terms` of the first words that tell something after the word that asks, as far as they stand together. */
function focusOf(words: readonly string[], terms: readonly QuestionTerm[]): number[] {
  const start = words.findIndex(word => WH.test(word))
  const focus: number[] = []
  for (let at = start + 1; at < words.length && focus.length < LONGEST_FOCUS; at++) {
    const term = termOf(words[at]!)
    const place = isStopWord(term) ? -1 : terms.findIndex(({ text }) => text === term)
    if (place >= 0) focus.push(place)
    else if (focus.length > 0) break
  }
  return focus
}

/** The candidates as the features see them. */
export function readCandidates(
  question: RankedQuestion,
  candidates: readonly Candidate[],
  corpus: Corpus,
  vocabulary: Vocabulary,
): RankedPassage[] {
  const reader = new PassageReader(question, corpus, vocabulary)
  return candidates.map(candidate => reader.read(candidate))
}

/** The features of each candidate, in their order, which is that of BM25F. */
export function candidateFeatures(
  question: RankedQuestion,
  candidates: readonly Candidate[],
  passages: readonly RankedPassage[],
  corpus: Corpus,
  averageLength: number,
): number[][] {
  const fields = fieldsOf(candidates, corpus, question.weight, rarityOf(question, passages), averageLength)
  return rankingFeatures(question, passages, fields)
}

function rarityOf({ terms }: RankedQuestion, passages: readonly RankedPassage[]): number[] {
  const counts = terms.map(() => 0)
  for (const { found } of passages) for (const place of found) counts[place]!++
  return counts.map(count => Math.log(1 + (passages.length - count + 0.5) / (count + 0.5)))
}

function fieldsOf(
  candidates: readonly Candidate[],
  corpus: Corpus,
  weight: number,
  rarity: readonly number[],
  averageLength: number,
): RankedField[] {
  const paragraphs = candidates.map(({ slot }) => corpus.paragraphOf.at(slot))
  const titles = paragraphs.map(paragraph => corpus.titleOf.at(paragraph))
  const inParagraph = countEach(paragraphs)
  const withTitle = countEach(titles)
  const total = candidates.length
  const relevanceOf = new Map(candidates.map(({ slot, score }) => [slot, score]))
  return candidates.map(({ slot, score }, rank) => ({
    rarity,
    averageLength,
    bestRelevance: candidates[0]!.score,
    rank,
    relevanceBefore: (relevanceOf.get(slot - 1) ?? 0) / weight,
    relevanceAfter: (relevanceOf.get(slot + 1) ?? 0) / weight,
    bestSibling: (bestOther(candidates, paragraphs, rank) - score) / weight,
    paragraphShare: inParagraph.get(paragraphs[rank]!)! / total,
    titleShare: withTitle.get(titles[rank]!)! / total,
  }))
}

function countEach(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** Candidates come best first, so the first other one of the paragraph is the best. */
function bestOther(candidates: readonly Candidate[], paragraphs: readonly number[], rank: number): number {
  for (let i = 0; i < candidates.length; i++)
    if (i !== rank && paragraphs[i] === paragraphs[rank]) return candidates[i]!.score
  return 0
}

/** Reads each paragraph once, however many of its passages are candidates. */
class PassageReader {
  readonly #contexts = new Map<number, ReadonlySet<number>>()
  readonly #titles = new Map<number, ReadonlySet<number>>()
  readonly #places = new Map<number, ReadonlySet<number>>()

  constructor(
    private readonly question: RankedQuestion,
    private readonly corpus: Corpus,
    private readonly vocabulary: Vocabulary,
  ) {}

  read({ slot, score }: Candidate): RankedPassage {
    const { corpus, vocabulary } = this
    const paragraph = corpus.paragraphOf.at(slot)
    const first = corpus.firstPassage.at(paragraph)
    const end = corpus.endOf(paragraph)
    const words = corpus.wordsOf(slot).slice(0, LONGEST_PASSAGE)
    const terms = words.map(word => vocabulary.termOf(word))
    const places = terms.map(term => this.question.placeOf.get(term) ?? -1)
    const found = new Set(places)
    found.delete(-1)
    return {
      others: this.#others(slot, first, Math.min(end, first + MOST_SIBLINGS)),
      terms,
      places,
      found,
      traits: words.map(word => vocabulary.traitsOf(word)),
      textOf: term => vocabulary.textOf(term),
      before: slot > first ? this.#placesIn(slot - 1) : NOTHING,
      after: slot + 1 < end ? this.#placesIn(slot + 1) : NOTHING,
      context: cached(this.#contexts, paragraph, () => this.#placesAround(paragraph, first, end)),
      title: cached(this.#titles, corpus.titleOf.at(paragraph), () =>
        this.#among(corpus.titleWordsOf(paragraph)),
      ),
      position: slot - first,
      siblings: end - first,
      relevance: score,
      length: corpus.passageLength.at(slot),
    }
  }

  #others(slot: number, first: number, end: number): ReadonlySet<number>[] {
    const others: ReadonlySet<number>[] = []
    for (let other = first; other < end; other++) if (other !== slot) others.push(this.#placesIn(other))
    return others
  }

  #placesIn(slot: number): ReadonlySet<number> {
    return cached(this.#places, slot, () => this.#among(this.corpus.wordsOf(slot)))
  }

  #placesAround(paragraph: number, first: number, end: number): ReadonlySet<number> {
    const own = this.corpus.contextOf(paragraph)
    if (own) return this.#among(own)
    const all = new Set<number>()
    for (let slot = first; slot < end; slot++) for (const place of this.#placesIn(slot)) all.add(place)
    return all
  }

  #among(words: readonly number[]): ReadonlySet<number> {
    const places = new Set<number>()
    for (const word of words) {
      const place = this.question.placeOf.get(this.vocabulary.termOf(word))
      if (place !== undefined) places.add(place)
    }
    return places
  }
}

const NOTHING: ReadonlySet<number> = new Set()

function cached<V>(cache: Map<number, V>, key: number, compute: () => V): V {
  const known = cache.get(key)
  if (known !== undefined) return known
  const value = compute()
  cache.set(key, value)
  return value
}
