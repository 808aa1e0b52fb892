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
  let bound = 0
  for (let i = 0; i < terms.length; i++) {
    if (i >= essential) {
      if ((bound + rest[i]!) * SLACK <= threshold) return
      terms[i]!.cursor.advance(paragraph)
    }
    const { cursor } = terms[i]!
    if (cursor.paragraph === paragraph) bound += cursor.isOnce ? terms[i]!.onceBound : terms[i]!.bound
  }
  if (bound > 0 && bound * SLACK > threshold) scorer.score(terms, paragraph)
}

class ParagraphScorer {
  /** What each passage of the paragraph has beyond what all of it shares; kept zero between paragraphs. */
  #extra = new Float64Array(64)

  constructor(
    private readonly corpus: Corpus,
    private readonly averages: Averages,
    readonly top: TopList,
    private readonly accepts: (slot: number) => boolean,
  ) {}

  score(terms: readonly SearchTerm[], paragraph: number): void {
    const { corpus, top } = this
    const first = corpus.firstPassage.at(paragraph)
    const count = corpus.endOf(paragraph) - first
    if (count > this.#extra.length) this.#extra = new Float64Array(2 * count)
    const shared = this.#addTerms(terms, paragraph, first)
    for (let i = 0; i < count; i++) {
      const score = shared + this.#extra[i]!
      this.#extra[i] = 0
      if (score > top.threshold && corpus.isLive(first + i) && this.accepts(first + i))
        top.offer(first + i, score)
    }
  }

  #addTerms(terms: readonly SearchTerm[], paragraph: number, first: number): number {
    const { corpus, averages } = this
    const context = contextWeight(corpus.contextLength.at(paragraph), averages.context)
    const title = titleWeight(corpus.titleWordsOf(paragraph).length, averages.title)
    let shared = 0
    for (const { cursor, idf } of terms) {
      if (cursor.paragraph !== paragraph) continue
      const around = context * cursor.context + title * cursor.title
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
