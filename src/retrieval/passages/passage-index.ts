import { NO_RELATED_WORDS, type RelatedWords } from '../related-words.js'
import { kindOf, type SearchKind } from './answer-type.js'
import { countBound, inverseFrequency, saturate } from './bm25f.js'
import { type Admission, type Candidate, findCandidates } from './candidates.js'
import { Corpus, type ParagraphWords } from './corpus.js'
import { Ints } from './growable.js'
import { meaningFeatures, NO_WORD_MEANINGS, type WordMeanings } from './meaning-features.js'
import {
  type Found,
  type Hit,
  type Passage,
  type PassageId,
  type SearchOptions,
  withoutRepeats,
} from './passage.js'
import { groupParagraphs, isTiled, type PassageGroup } from './passage-groups.js'
import { type Occurrences, Postings } from './postings.js'
import { type RankedCandidate, rerank, unranked } from './ranking.js'
import { candidateFeatures, LONGEST_QUESTION, readCandidates, readQuestion } from './reranking.js'
import { weighTerms } from './search-terms.js'
import { TermTally } from './term-tally.js'
import { terms } from './terms.js'
import { Vocabulary } from './vocabulary.js'

interface WeighedTerm {
  /** Number of the term, or -1. */
  number: number
  idf: number
}

/** The least number of removed passages before the index is rebuilt without them. */
const FEWEST_TO_COMPACT = 1024
/** How many are put in the learned order: a statement may be worded otherwise, so that its words tell less. */
export const RERANKED: Readonly<Record<SearchKind, number>> = { question: 40, statement: 60 }
/** Where one passage of so many is admitted, or fewer, they are looked at one by one. */
const FEW_ADMITTED = 16

/**
 * An index over the passages, in memory. Adding and removing cost what is added or removed, not the index (now and then,
 * after as many removals as there are passages left, it is compacted). An id that is there already is replaced.
 * Throws `TypeError` for an input that is no passage; the index is then as it was. `meanings` are asked for when something is
 * first stated, not asked; without word vectors, what is stated is ordered by BM25F, as the learned order leans on them.
 */
export function buildPassageIndex<Id extends PassageId = string>(
  passages: Iterable<Passage<Id>>,
  meanings?: () => WordMeanings,
): PassageIndex<Id> {
  const index = new PassageIndex<Id>(meanings)
  index.add(passages)
  return index
}

export class PassageIndex<Id extends PassageId = string> {
  #vocabulary = new Vocabulary()
  #corpus = new Corpus()
  #postings = new Postings()
  #frequency = new Ints()
  #peak = new Ints()
  #ids: Id[] = []
  #slots = new Map<Id, number>()
  #tally = new TermTally()
  #totals = { passage: 0, context: 0, title: 0 }
  readonly #meanings: () => WordMeanings

  constructor(meanings: () => WordMeanings = () => NO_WORD_MEANINGS) {
    this.#meanings = meanings
  }

  /** How many passages can be found. */
  get size(): number {
    return this.#slots.size
  }

  has(id: Id): boolean {
    return this.#slots.has(id)
  }

  add(passages: Iterable<Passage<Id>>): void {
    const added = withoutRepeats(passages)
    this.remove(added.map(({ id }) => id))
    for (const group of groupParagraphs(added)) this.#addGroup(group)
  }

  /** Ids that are not there are passed over. */
  remove(ids: Iterable<Id>): void {
    for (const id of ids) {
      const slot = this.#slots.get(id)
      if (slot === undefined) continue
      this.#slots.delete(id)
      this.#corpus.bury(slot)
      this.#countLengths(slot, -1)
      this.#uncountTerms(slot)
    }
    const dead = this.#corpus.passageCount - this.#slots.size
    if (dead > FEWEST_TO_COMPACT && dead > this.#slots.size) this.#compact()
  }

  /** The passages that answer `text` best, best first; none for a text without words that tell ("who is it?"). */
  search(text: string, options?: SearchOptions<Id> & { rerank?: true | undefined }): Hit<Id>[]
  search(text: string, options: SearchOptions<Id>): Found<Id>[]
  search(
    text: string,
    { limit = 10, filter, rerank: isReranked = true }: SearchOptions<Id> = {},
  ): Found<Id>[] {
    const searched = searchedTerms(text)
    if (limit <= 0 || searched.length === 0 || this.size === 0) return []
    const admission = this.#admission(filter)
    if (!isReranked)
      return this.#findCandidates(searched, NO_RELATED_WORDS, limit, admission).map(({ slot, score }) => ({
        id: this.#ids[slot]!,
        score,
        relevance: score,
      }))
    const kind = kindOf(text)
    const wanted = Math.max(limit, RERANKED[kind])
    const candidates = this.#findCandidates(searched, this.#relatedFor(kind), wanted, admission)
    const ranked = this.#rerank(text, kind, candidates).slice(0, limit)
    const weighed = searched.map(term => ({ number: this.#vocabulary.find(term) ?? -1, idf: this.idf(term) }))
    const total = weighed.reduce((sum, { idf }) => sum + idf, 0)
    return ranked.map(found => this.#hit(found, weighed, total))
  }

  /**
   * What the learned order is made of, for the first `limit` by BM25F: numbers in the order of `RANKING_FEATURES` and, for
   * statements, `MEANING_FEATURES`.
   */
  explain(text: string, limit: number): { id: Id; features: number[] }[] {
    const kind = kindOf(text)
    const related = this.#relatedFor(kind)
    const candidates = this.#findCandidates(searchedTerms(text), related, limit, this.#admission(undefined))
    const features = this.#features(text, kind, candidates)
    return candidates.map(({ slot }, index) => ({ id: this.#ids[slot]!, features: features[index]! }))
  }

  /** The terms that stand for `text` in a search, in order, repeats kept. */
  terms(text: string): string[] {
    return terms(text)
  }

  /** How much a term tells: its inverse document frequency over the passages' own text. */
  idf(term: string): number {
    const number = this.#vocabulary.find(term)
    return inverseFrequency(this.#slots.size, number === undefined ? 0 : this.#frequencyOf(number))
  }

  /** In how many passages a term stands. */
  frequency(term: string): number {
    const number = this.#vocabulary.find(term)
    return number === undefined ? 0 : this.#frequencyOf(number)
  }

  #features(text: string, kind: SearchKind, candidates: readonly Candidate[]): number[][] {
    const question = readQuestion(text, this.#vocabulary, term => this.idf(term))
    const passages = readCandidates(question, candidates, this.#corpus, this.#vocabulary)
    const averageLength = this.#averages().passage || 1
    const rows = candidateFeatures(question, candidates, passages, this.#corpus, averageLength)
    if (kind === 'question') return rows
    const weigh = (term: number) => inverseFrequency(this.#slots.size, this.#frequencyOf(term))
    const meaning = meaningFeatures(question, passages, this.#vocabulary, weigh, this.#meanings())
    return rows.map((row, at) => [...row, ...meaning[at]!])
  }

  #rerank(text: string, kind: SearchKind, candidates: readonly Candidate[]): RankedCandidate[] {
    const depth = RERANKED[kind]
    if (kind === 'statement' && this.#meanings().vectors.dimensions === 0) return unranked(candidates, depth)
    return rerank(kind, candidates, this.#features(text, kind, candidates.slice(0, depth)))
  }

  #frequencyOf(term: number): number {
    return term < this.#frequency.length ? this.#frequency.at(term) : 0
  }

  /** Not for questions, whose order was learnt without them. */
  #relatedFor(kind: SearchKind): RelatedWords {
    return kind === 'question' ? NO_RELATED_WORDS : this.#meanings().related
  }

  #findCandidates(
    searched: readonly string[],
    related: RelatedWords,
    limit: number,
    admission: Admission,
  ): Candidate[] {
    const frequencyOf = (term: number) => this.#frequencyOf(term)
    const weights = weighTerms(searched, related, this.#vocabulary, this.#slots.size, frequencyOf)
    const searchTerms = [...weights]
      .filter(([term]) => term < this.#peak.length)
      .map(([term, idf]) => ({
        cursor: this.#postings.cursor(term),
        idf,
        bound: idf * saturate(this.#peak.at(term) / PEAK_UNIT),
        onceBound: idf * saturate(countBound(1, 1, 0)),
      }))
    return findCandidates(this.#corpus, this.#averages(), searchTerms, limit, admission)
  }

  #admission(filter: SearchOptions<Id>['filter']): Admission {
    if (!filter) return { accepts: () => true, paragraphs: null }
    if (typeof filter === 'function') return { accepts: slot => filter(this.#ids[slot]!), paragraphs: null }
    const accepts = (slot: number) => filter.has(this.#ids[slot]!)
    return { accepts, paragraphs: filter.size > this.size / FEW_ADMITTED ? null : this.#paragraphsOf(filter) }
  }

  #paragraphsOf(ids: ReadonlySet<Id>): Int32Array {
    const paragraphs = new Set<number>()
    for (const id of ids) {
      const slot = this.#slots.get(id)
      if (slot !== undefined) paragraphs.add(this.#corpus.paragraphOf.at(slot))
    }
    return Int32Array.from(paragraphs).sort()
  }

  #averages() {
    const { passage, context, title } = this.#totals
    const count = this.#slots.size || 1
    return { passage: passage / count, context: context / count, title: title / count }
  }

  #hit(
    { slot, score, relevance }: RankedCandidate,
    searched: readonly WeighedTerm[],
    total: number,
  ): Hit<Id> {
    const inText = new Set(this.#corpus.wordsOf(slot).map(word => this.#vocabulary.termOf(word)))
    const around = this.#termsAround(slot)
    let text = 0
    let context = 0
    for (const { number, idf } of searched) {
      if (inText.has(number)) text += idf
      if (inText.has(number) || around.has(number)) context += idf
    }
    const share = (part: number) => (total > 0 ? part / total : 0)
    return {
      id: this.#ids[slot]!,
      score,
      relevance,
      coverage: share(text),
      contextCoverage: share(context),
    }
  }

  #termsAround(slot: number): Set<number> {
    const paragraph = this.#corpus.paragraphOf.at(slot)
    const terms = new Set<number>()
    for (const word of this.#corpus.titleWordsOf(paragraph)) terms.add(this.#vocabulary.termOf(word))
    for (const word of this.#contextWords(paragraph)) terms.add(this.#vocabulary.termOf(word))
    return terms
  }

  #contextWords(paragraph: number): number[] {
    const own = this.#corpus.contextOf(paragraph)
    if (own) return own
    const words: number[] = []
    for (let slot = this.#corpus.firstPassage.at(paragraph); slot < this.#corpus.endOf(paragraph); slot++)
      for (const word of this.#corpus.wordsOf(slot)) words.push(word)
    return words
  }

  #addGroup(group: PassageGroup<Passage<Id>>): void {
    const passages = group.passages.map(({ text }) => this.#vocabulary.read(text))
    const context = isTiled(group) ? null : this.#vocabulary.read(group.context)
    const title = this.#titleNumber(group.title)
    this.#addParagraph(
      { title, context, passages },
      group.passages.map(({ id }) => id),
    )
  }

  #title = { text: '', number: -1 }

  #titleNumber(text: string): number {
    if (this.#title.number < 0 || this.#title.text !== text)
      this.#title = { text, number: this.#corpus.addTitle(this.#vocabulary.read(text)) }
    return this.#title.number
  }

  #addParagraph(words: ParagraphWords, ids: readonly Id[]): void {
    const paragraph = this.#corpus.paragraphCount
    const first = this.#corpus.passageCount
    const { contextLength, lengths } = this.#tally.count(
      words,
      this.#corpus.titles[words.title] ?? [],
      this.#vocabulary,
    )
    this.#corpus.addParagraph(words, contextLength, lengths)
    this.#tally.each((term, occurrences) => {
      this.#postings.append(term, paragraph, occurrences)
      this.#raisePeak(term, occurrences)
      this.#frequency.extend(term + 1)
      this.#frequency.data[term]! += occurrences.passages.length >> 1
    })
    for (const [index, id] of ids.entries()) {
      this.#ids.push(id)
      this.#slots.set(id, first + index)
      this.#countLengths(first + index, 1)
    }
  }

  #raisePeak(term: number, { context, title, passages }: Occurrences): void {
    let most = 0
    for (let i = 1; i < passages.length; i += 2) most = Math.max(most, passages[i]!)
    const peak = Math.ceil(countBound(most, context, title) * PEAK_UNIT)
    this.#peak.extend(term + 1)
    if (peak > this.#peak.at(term)) this.#peak.data[term] = peak
  }

  #countLengths(slot: number, sign: 1 | -1): void {
    const paragraph = this.#corpus.paragraphOf.at(slot)
    this.#totals.passage += sign * this.#corpus.passageLength.at(slot)
    this.#totals.context += sign * this.#corpus.contextLength.at(paragraph)
    this.#totals.title += sign * this.#corpus.titleWordsOf(paragraph).length
  }

  #uncountTerms(slot: number): void {
    const own = new Set(this.#corpus.wordsOf(slot).map(word => this.#vocabulary.termOf(word)))
    for (const term of own) if (!this.#vocabulary.isStop(term)) this.#frequency.data[term]!--
  }

  #compact(): void {
    const fresh = new PassageIndex<Id>()
    const renumber = this.#renumbering(fresh.#vocabulary)
    for (let paragraph = 0; paragraph < this.#corpus.paragraphCount; paragraph++)
      this.#copyParagraph(paragraph, fresh, renumber)
    this.#vocabulary = fresh.#vocabulary
    this.#corpus = fresh.#corpus
    this.#postings = fresh.#postings
    this.#frequency = fresh.#frequency
    this.#peak = fresh.#peak
    this.#ids = fresh.#ids
    this.#slots = fresh.#slots
    this.#totals = fresh.#totals
    this.#title = { text: '', number: -1 }
  }

  #copyParagraph(
    paragraph: number,
    fresh: PassageIndex<Id>,
    renumber: (words: readonly number[]) => number[],
  ): void {
    const slots: number[] = []
    const first = this.#corpus.firstPassage.at(paragraph)
    const end = this.#corpus.endOf(paragraph)
    for (let slot = first; slot < end; slot++) if (this.#corpus.isLive(slot)) slots.push(slot)
    if (slots.length === 0) return
    const isWhole = slots.length === end - first && this.#corpus.contextOf(paragraph) === null
    const words = {
      title: fresh.#copiedTitle(
        this.#corpus.titleOf.at(paragraph),
        renumber(this.#corpus.titleWordsOf(paragraph)),
      ),
      context: isWhole ? null : renumber(this.#contextWords(paragraph)),
      passages: slots.map(slot => renumber(this.#corpus.wordsOf(slot))),
    }
    fresh.#addParagraph(
      words,
      slots.map(slot => this.#ids[slot]!),
    )
  }

  /** Titles come in order, so only the last can be met again. */
  #copiedTitle(old: number, words: readonly number[]): number {
    const key = String(old)
    if (this.#title.text !== key) this.#title = { text: key, number: this.#corpus.addTitle(words) }
    return this.#title.number
  }

  #renumbering(vocabulary: Vocabulary): (words: readonly number[]) => number[] {
    const surfaces = this.#vocabulary.surfaces()
    const renumbered = new Map<number, number>()
    const numberOf = (word: number): number => {
      const known = renumbered.get(word)
      if (known !== undefined) return known
      const number = vocabulary.number(surfaces[word]!)
      renumbered.set(word, number)
      return number
    }
    return words => words.map(numberOf)
  }
}

const searchedTerms = (text: string): string[] => [...new Set(terms(text).slice(0, LONGEST_QUESTION))]

const PEAK_UNIT = 64
