import { contextWeight, saturate, sentenceWeight, titleWeight } from './bm25f.js'
import type { Corpus } from './corpus.js'
import { END, type PostingCursor } from './postings.js'
import { TopList } from './top-list.js'

export interface SearchTerm {
  cursor: PostingCursor
  idf: number
  /** No passage gets more for this term. */
  bound: number
  /** Nor more than this, where the term stands once in the paragraph and not in the title. */
  onceBound: number
}

export interface Averages {
  passage: number
  context: number
  title: number
}

export interface Candidate {
  slot: number
  score: number
}

/** Which passages may be found. */
export interface Admission {
  accepts: (slot: number) => boolean
  /** In rising order, the only paragraphs that have such passages; null: any may. */
  paragraphs: Int32Array | null
}

// Sums of the same numbers in another order differ in their last bits; a bound must not fall below what it bounds.
const SLACK = 1 + 1e-9

/**
 * The best passages by BM25F, exactly, best first; of equals the earlier. Paragraph at a time by MaxScore (Turtle & Flood,
 * "Query evaluation: strategies and optimizations", 1995): lists that cannot lift a paragraph above the worst of the best
 * are only looked into for paragraphs that another list brought up.
 */
export function findCandidates(
  corpus: Corpus,
  averages: Averages,
  searched: readonly SearchTerm[],
  limit: number,
  { accepts, paragraphs }: Admission,
): Candidate[] {
  const top = new TopList(limit)
  const terms = [...searched].sort((a, b) => b.bound - a.bound)
  const scorer = new ParagraphScorer(corpus, averages, top, accepts)
  if (paragraphs) scoreAmong(paragraphs, terms, scorer)
  else scoreAll(terms, scorer)
  return top.sorted().map(({ item, score }) => ({ slot: item, score }))
}

function scoreAll(terms: readonly SearchTerm[], scorer: ParagraphScorer): void {
  const rest = boundsFrom(terms)
  let essential = terms.length
  for (;;) {
    while (essential > 0 && rest[essential - 1]! * SLACK <= scorer.top.threshold) essential--
    const paragraph = nextParagraph(terms, essential)
    if (paragraph === END) return
    scoreParagraph(terms, rest, essential, paragraph, scorer)
    for (let i = 0; i < essential; i++) if (terms[i]!.cursor.paragraph === paragraph) terms[i]!.cursor.next()
  }
}

/** Costs as much as there are paragraphs, and skips the postings between them. */
function scoreAmong(paragraphs: Int32Array, terms: readonly SearchTerm[], scorer: ParagraphScorer): void {
  const rest = boundsFrom(terms)
  for (const paragraph of paragraphs) scoreParagraph(terms, rest, 0, paragraph, scorer)
}

/** For each term the sum of the bounds from it to the last. */
function boundsFrom(terms: readonly SearchTerm[]): number[] {
  const rest = new Array<number>(terms.length + 1).fill(0)
  for (let i = terms.length - 1; i >= 0; i--) rest[i] = rest[i + 1]! + terms[i]!.bound
  return rest
}

function nextParagraph(terms: readonly SearchTerm[], essential: number): number {
  let paragraph = END
  for (let i = 0; i < essential; i++) {
    const at = terms[i]!.cursor.paragraph
    if (at < paragraph) paragraph = at
  }
  return paragraph
}

function scoreParagraph(
  terms: readonly SearchTerm[],
  rest: readonly number[],
  essential: number,
  paragraph: number,
  scorer: ParagraphScorer,
): void {
  const { threshold } = scorer.top
  let bound = rest[essential]!
  for (let i = 0; i < essential; i++) {
    const { cursor, onceBound, bound: most } = terms[i]!
    if (cursor.paragraph === paragraph) bound += cursor.isOnce ? onceBound : most
  }
  if (bound * SLACK <= threshold) return
  scorer.enter(paragraph)
  bound = 0
  for (let i = 0; i < essential; i++) bound += scorer.boundOf(terms[i]!)
  for (let i = essential; i < terms.length; i++) {
    if ((bound + rest[i]!) * SLACK <= threshold) return
    terms[i]!.cursor.advance(paragraph)
    bound += scorer.boundOf(terms[i]!)
  }
  if (bound > 0 && bound * SLACK > threshold) scorer.score(terms)
}

class ParagraphScorer {
  /** What each passage of the paragraph has beyond what all of it shares; kept zero between paragraphs. */
  #extra = new Float64Array(64)
  #paragraph = END
  #context = 0
  /** What an occurrence counts in the shortest of the passages. */
  #sentence = 0

  constructor(
    private readonly corpus: Corpus,
    private readonly averages: Averages,
    readonly top: TopList,
    private readonly accepts: (slot: number) => boolean,
  ) {}

  /** Reads the weights of a paragraph for what follows. */
  enter(paragraph: number): void {
    const { corpus, averages } = this
    this.#paragraph = paragraph
    this.#context = contextWeight(corpus.contextLength.at(paragraph), averages.context)
    this.#sentence = sentenceWeight(corpus.shortestLength.at(paragraph), averages.passage)
  }

  /** No passage of the paragraph gets more for this term. */
  boundOf({ cursor, idf }: SearchTerm): number {
    if (cursor.paragraph !== this.#paragraph) return 0
    return idf * saturate(this.#around(cursor) + this.#sentence * cursor.most)
  }

  /** The weighed counts in context and title; few terms stand in a title, so that its length is mostly not looked up. */
  #around({ context, title }: PostingCursor): number {
    if (title === 0) return this.#context * context
    const length = this.corpus.titleWordsOf(this.#paragraph).length
    return this.#context * context + titleWeight(length, this.averages.title) * title
  }

  score(terms: readonly SearchTerm[]): void {
    const { corpus, top } = this
    const paragraph = this.#paragraph
    const first = corpus.firstPassage.at(paragraph)
    const count = corpus.endOf(paragraph) - first
    if (count > this.#extra.length) this.#extra = new Float64Array(2 * count)
    const shared = this.#addTerms(terms, first)
    for (let i = 0; i < count; i++) {
      const score = shared + this.#extra[i]!
      this.#extra[i] = 0
      if (score > top.threshold && corpus.isLive(first + i) && this.accepts(first + i))
        top.offer(first + i, score)
    }
  }

  #addTerms(terms: readonly SearchTerm[], first: number): number {
    const { corpus, averages } = this
    let shared = 0
    for (const { cursor, idf } of terms) {
      if (cursor.paragraph !== this.#paragraph) continue
      const around = this.#around(cursor)
      const without = idf * saturate(around)
      shared += without
      for (let i = 0; i < cursor.passageCount; i++) {
        const passage = cursor.passages[2 * i]!
        const length = corpus.passageLength.at(first + passage)
        const here = sentenceWeight(length, averages.passage) * cursor.passages[2 * i + 1]!
        this.#extra[passage]! += idf * saturate(around + here) - without
      }
    }
    return shared
  }
}
