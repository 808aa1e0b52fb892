import type { Article } from '../article.js'
import type { AnalyzedArticle } from '../language/analysis.js'
import { firstEndingAfter, overlaps, type Span, textOf } from '../span.js'
import { buildPassageIndex, type PassageIndex } from './passages/passage-index.js'
import { isMistyped } from './recollection.js'
import { NO_RELATED_WORDS, type RelatedWords } from './related-words.js'
import { type Found, type LibrarySpeaker, Roster } from './speaker-names.js'
import type { HasStem } from './stems.js'
import { directionOf, NO_WORD_VECTORS, type WordVectors } from './word-vectors.js'
import { stemSetOf, type Word, wordsOf } from './words.js'

/** Which articles a question may look at: everyone's and those of one server, or a single one of these. */
export interface Scope {
  /** The Discord server; null in the terminal, where only everyone's articles are. */
  guildId: string | null
  articleId?: string | undefined
}

/** An article with the server it belongs to; `guildId` null: everyone's. */
export interface LibraryEntry {
  analyzed: AnalyzedArticle
  guildId: string | null
}

/** A sentence of an article in the library. */
export interface LibraryPassage {
  id: string
  analyzed: AnalyzedArticle
  /** Index into `AnalyzedArticle.sentences`. */
  sentence: number
  span: Span
  /** Indexes of the attributions whose content touches the sentence, in order. */
  attributions: readonly number[]
}

export interface FoundPassage {
  passage: LibraryPassage
  /** By which the passages are ordered. */
  score: number
  /** BM25F. */
  relevance: number
}

export interface SearchFilter {
  accepts?: (passage: LibraryPassage) => boolean
  /** False: for candidates that are compared otherwise. */
  rerank?: boolean
}

/** Shorter words are too near to too many. */
const SHORTEST_MENDED = 5
const REMEMBERED_PASSAGES = 20_000
const NO_STEMS: HasStem = new Set()

interface Shelf {
  entry: LibraryEntry
  guildId: string | null
  passages: readonly LibraryPassage[]
  /** In how many of its passages each stem stands. */
  frequencies: ReadonlyMap<string, number>
}

/** The articles that can be asked, with their passages indexed; reading never changes it. */
export class Library {
  readonly #shelves = new Map<string, Shelf>()
  readonly #passages = new Map<string, LibraryPassage>()
  readonly #index: PassageIndex = buildPassageIndex([], () => this)
  readonly #frequencies = new Map<string, number>()
  readonly #rosters = new Map<string, Roster>()
  /** The stems by their first letters; made when a word is first looked up, and forgotten with every change. */
  readonly #byInitial = new Map<string, string[]>()
  readonly #words = new Map<LibraryPassage, readonly Word[]>()
  readonly #directions = new Map<LibraryPassage, Float64Array>()
  /** How many articles are not everyone's. */
  #ofServers = 0

  /** `related`: which words an answer may have in the place of the question's; `vectors`: how alike words are in use. */
  constructor(
    readonly related: RelatedWords = NO_RELATED_WORDS,
    readonly vectors: WordVectors = NO_WORD_VECTORS,
  ) {}

  /** Adds an article, or puts it in the place of the one with its id. */
  put(entry: LibraryEntry): void {
    const { article } = entry.analyzed
    this.remove(article.id)
    const shelf = shelve(entry)
    this.#shelves.set(article.id, shelf)
    if (shelf.guildId !== null) this.#ofServers++
    for (const passage of shelf.passages) this.#passages.set(passage.id, passage)
    this.#count(shelf, 1)
    this.#index.add(shelf.passages.map(indexable))
    this.#rosters.clear()
    this.#byInitial.clear()
    this.#directions.clear()
  }

  /** False when there is none. */
  remove(articleId: string): boolean {
    const shelf = this.#shelves.get(articleId)
    if (!shelf) return false
    this.#shelves.delete(articleId)
    if (shelf.guildId !== null) this.#ofServers--
    for (const passage of shelf.passages) {
      this.#passages.delete(passage.id)
      this.#words.delete(passage)
    }
    this.#count(shelf, -1)
    this.#index.remove(shelf.passages.map(({ id }) => id))
    this.#rosters.clear()
    this.#byInitial.clear()
    this.#directions.clear()
    return true
  }

  /** How many sentences can be found. */
  get size(): number {
    return this.#passages.size
  }

  get(articleId: string): LibraryEntry | null {
    return this.#shelves.get(articleId)?.entry ?? null
  }

  /** In the order they came. */
  list(scope: Scope): readonly AnalyzedArticle[] {
    return this.#shelvesIn(scope).map(({ entry }) => entry.analyzed)
  }

  passages(articleId: string): readonly LibraryPassage[] {
    return this.#shelves.get(articleId)?.passages ?? []
  }

  /** The stems of an article's words. */
  stems(articleId: string): HasStem {
    return this.#shelves.get(articleId)?.frequencies ?? NO_STEMS
  }

  /** The words of a passage; those read lately are remembered. */
  words(passage: LibraryPassage): readonly Word[] {
    const known = this.#words.get(passage)
    if (known) return known
    const words = wordsOf(passage.analyzed.article.text, passage.span)
    if (this.#words.size >= REMEMBERED_PASSAGES) this.#words.clear()
    this.#words.set(passage, words)
    return words
  }

  /** Where words point in meaning, by what each tells here. */
  directionOf(words: readonly Word[]): Float64Array {
    return directionOf(words, this.vectors, stem => this.weightOf(stem))
  }

  /** Where the words of a passage point; remembered until an article comes or goes, as each changes what words tell. */
  direction(passage: LibraryPassage): Float64Array {
    const known = this.#directions.get(passage)
    if (known) return known
    const direction = this.directionOf(this.words(passage))
    if (this.#directions.size >= REMEMBERED_PASSAGES) this.#directions.clear()
    this.#directions.set(passage, direction)
    return direction
  }

  /** The passages nearest to `text`, best first. */
  search(
    text: string,
    scope: Scope,
    limit: number,
    { accepts, rerank = true }: SearchFilter = {},
  ): FoundPassage[] {
    const isAdmitted = (id: string): boolean => {
      const passage = this.#passages.get(id)
      if (passage === undefined || !this.#isIn(scope, passage.analyzed.article.id)) return false
      return accepts?.(passage) ?? true
    }
    const isEverything = scope.articleId === undefined && this.#ofServers === 0 && accepts === undefined
    const filter = isEverything ? undefined : isAdmitted
    return this.#index.search(text, { limit, filter, rerank }).flatMap(({ id, score, relevance }) => {
      const passage = this.#passages.get(id)
      return passage ? [{ passage, score, relevance }] : []
    })
  }

  /** By id, exact title, or a part of the title or the file's name. */
  findArticle(words: string, scope: Scope): Found<AnalyzedArticle> {
    const articles = this.list(scope)
    const wanted = words.trim().toLowerCase()
    const tests: readonly ((article: Article) => boolean)[] = [
      ({ id }) => id === words,
      ({ title }) => title.toLowerCase() === wanted,
      ({ file }) => file.toLowerCase() === wanted,
      ({ title, file }) => title.toLowerCase().includes(wanted) || file.toLowerCase().includes(wanted),
    ]
    for (const test of wanted ? tests : []) {
      const [first, ...more] = articles.filter(({ article }) => test(article))
      if (first && more.length === 0) return { type: 'one', value: first }
      if (first) return { type: 'many', candidates: [first, ...more] }
    }
    return { type: 'none' }
  }

  /** By full name, family name, role or alias ("the NATO chief"). */
  findSpeaker(name: string, scope: Scope): Found<LibrarySpeaker> {
    return this.roster(scope).find(name)
  }

  roster(scope: Scope): Roster {
    const key = `${scope.guildId ?? ''}\n${scope.articleId ?? ''}`
    const known = this.#rosters.get(key) ?? new Roster(this.list(scope))
    this.#rosters.set(key, known)
    return known
  }

  /** Who is quoted and has a name that holds a word with this beginning, most quoted first. */
  speakerNames(scope: Scope, prefix: string): string[] {
    const wanted = prefix.trim().toLowerCase()
    const quoted = this.roster(scope).speakers.filter(({ quotations }) => quotations > 0)
    return quoted.map(({ name }) => name).filter(name => hasWordWith(name, wanted))
  }

  articleTitles(scope: Scope, prefix: string): { id: string; title: string }[] {
    const wanted = prefix.trim().toLowerCase()
    return this.list(scope)
      .map(({ article: { id, title } }) => ({ id, title }))
      .filter(({ title }) => hasWordWith(title, wanted))
  }

  /** How much a word tells: the inverse document frequency of its stem over all passages. */
  weightOf(stem: string): number {
    const frequency = this.#frequencies.get(stem) ?? 0
    return Math.log(1 + this.#passages.size / (frequency + 0.5))
  }

  isKnown(stem: string): boolean {
    return this.#frequencies.has(stem)
  }

  /** The stem of the articles that differs from `stem` by a slip of the typist, the commonest; null where none does. */
  nearestStem(stem: string): string | null {
    if (stem.length < SHORTEST_MENDED) return null
    if (this.#byInitial.size === 0)
      for (const known of this.#frequencies.keys()) {
        const initial = known.charAt(0)
        const others = this.#byInitial.get(initial)
        if (others) others.push(known)
        else this.#byInitial.set(initial, [known])
      }
    let nearest: string | null = null
    for (const known of this.#byInitial.get(stem.charAt(0)) ?? [])
      if (isMistyped(stem, known) && this.#frequencyOf(known) > this.#frequencyOf(nearest)) nearest = known
    return nearest
  }

  #frequencyOf(stem: string | null): number {
    return stem === null ? 0 : (this.#frequencies.get(stem) ?? 0)
  }

  #isIn(scope: Scope, articleId: string): boolean {
    if (scope.articleId !== undefined && scope.articleId !== articleId) return false
    const guildId = this.#shelves.get(articleId)?.guildId
    return guildId === null || guildId === scope.guildId
  }

  #shelvesIn(scope: Scope): Shelf[] {
    return [...this.#shelves.values()].filter(({ entry }) => this.#isIn(scope, entry.analyzed.article.id))
  }

  #count(shelf: Shelf, sign: 1 | -1): void {
    for (const [stem, count] of shelf.frequencies) {
      const total = (this.#frequencies.get(stem) ?? 0) + sign * count
      if (total > 0) this.#frequencies.set(stem, total)
      else this.#frequencies.delete(stem)
    }
  }
}

/** Whether a word begins so; what stands before it may be white space or any mark: “The …”, (The …. */
const hasWordWith = (name: string, prefix: string): boolean => {
  const lower = name.toLowerCase()
  for (let at = lower.indexOf(prefix); at >= 0; at = lower.indexOf(prefix, at + 1))
    if (at === 0 || !/[\p{L}\p{N}\p{M}]/u.test(lower[at - 1]!)) return true
  return false
}

function shelve(entry: LibraryEntry): Shelf {
  const { analyzed } = entry
  const touching = attributionsBySentence(analyzed)
  const frequencies = new Map<string, number>()
  const passages = analyzed.sentences.map((span, sentence) => {
    const id = `${analyzed.article.id}#${sentence}`
    const passage = { id, analyzed, sentence, span, attributions: touching[sentence] ?? [] }
    for (const stem of stemSetOf(textOf(analyzed.article.text, span)))
      frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1)
    return passage
  })
  return { entry, guildId: entry.guildId, passages, frequencies }
}

function attributionsBySentence({ sentences, attributions }: AnalyzedArticle): number[][] {
  const touching: number[][] = sentences.map(() => [])
  for (const [index, { content }] of attributions.entries()) {
    for (const span of content) {
      for (let at = firstEndingAfter(sentences, span[0]); at < sentences.length; at++) {
        if (!overlaps(sentences[at]!, span)) break
        if (touching[at]!.at(-1) !== index) touching[at]!.push(index)
      }
    }
  }
  return touching
}

function indexable({ id, analyzed: { article }, span }: LibraryPassage) {
  const paragraph = article.paragraphs[firstEndingAfter(article.paragraphs, span[0])]
  return {
    id,
    text: textOf(article.text, span),
    context: paragraph && paragraph[0] <= span[0] ? textOf(article.text, paragraph) : '',
    title: article.title,
  }
}
