import type { AnalyzedArticle, SpeakerKind } from '../language/analysis.js'
import { isNickname } from '../language/speakers/nicknames.js'
import { isRoleWord } from '../language/speakers/role-words.js'
import { isEverydayWord, isSlipOfName } from './given-names.js'
import { Trait, wordTraits } from './passages/word-traits.js'
import { isMistyped } from './recollection.js'
import { isFunctionWord, isMerePerson, keyOf } from './words.js'

/** A speaker over all the articles of a scope: the same full name is the same speaker. */
export interface LibrarySpeaker {
  /** The fullest name. */
  name: string
  kind: SpeakerKind
  named: boolean
  aliases: readonly string[]
  /** Which speaker of which article: indexes into `AnalyzedArticle.speakers`. */
  members: ReadonlyMap<string, number>
  quotations: number
}

/** What a name or a title leads to; `many` are in the order of how often they are quoted. */
export type Found<T> =
  | { type: 'one'; value: T }
  | { type: 'many'; candidates: readonly T[] }
  | { type: 'none' }

export const allOf = <T>(found: Found<T>): readonly T[] => {
  if (found.type === 'none') return []
  return found.type === 'one' ? [found.value] : found.candidates
}

const TITLES = new Set(
  `mr mrs ms miss dr sir lord lady dame president former senator sen congressman congresswoman representative rep
  governor gov mayor secretary prime minister chancellor king queen prince princess gen general lt col maj sgt capt
  captain officer judge justice attorney rev reverend pope father professor prof
  councillor councilman councilwoman ambassador commissioner premier lieutenant sergeant jr sr ii iii`.split(
    /\s+/,
  ),
)
const ARTICLES = new Set(['the', 'a', 'an', 'this', 'that'])

/** Said of a person or of those around one. */
const isRole = (word: string): boolean =>
  /^(?:ally|campaign)$/.test(word) || isRoleWord(word) || (wordTraits(word) & Trait.role) !== 0

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '')

/** A name's words as keys, without a closing possessive. */
function wordsOfName(name: string): string[] {
  const bare = fold(name)
    .replace(/,(?! *[js]r\b).*$/is, ' ')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/['’]s?(?=\s|$)/gi, '')
  return bare.split(/[\s,-]+/).flatMap(word => {
    const key = keyOf(word).replace(/[^\p{L}\p{N}]/gu, '')
    return key ? [key] : []
  })
}

/** The words that tell one bearer from another: no titles, no articles, no initials. */
export function coreOfName(name: string): string[] {
  const words = wordsOfName(name)
  const core = words.filter(word => !TITLES.has(word) && !ARTICLES.has(word) && word.length > 1)
  return core.length > 0 ? core : words
}

const LONGEST_INITIALS = 2

/** Whether two full names share the family name alone: "Jill Biden" and "Joe Biden", but not "Joseph" and "Joe". */
export function areNamesakes(a: string, b: string): boolean {
  const [given, others] = [coreOfName(a), coreOfName(b)]
  if (given.pop() !== others.pop() || given.length === 0 || others.length === 0) return false
  const areInitials = (word: string, other: string) => word.length <= LONGEST_INITIALS && other[0] === word[0]
  const isSame = (word: string, other: string) =>
    word === other ||
    isNickname(word, other) ||
    isSlipOfName(word, other) ||
    areInitials(word, other) ||
    areInitials(other, word)
  return !given.some(word => others.some(other => isSame(word, other)))
}

export const isTitle = (key: string): boolean => TITLES.has(key)

const descriptionKey = (words: string): string =>
  wordsOfName(words)
    .filter(word => !ARTICLES.has(word))
    .join(' ')

const INITIALS = /^(?:[Tt]he )?(?:\p{Lu}\.?){2,}$/u

const initialsOf = (words: readonly string[]): string => words.map(word => word.charAt(0)).join('')

/** Initials by which a body of these words may go: "doj" and "dj" for "Department of Justice". */
function initialsFor(words: readonly string[]): string[] {
  const telling = words.filter(word => !isFunctionWord(word))
  return telling.length > 1 ? [...new Set([initialsOf(words), initialsOf(telling)])] : []
}

/** By what a speaker is found whole: the words of each name, and the initials of a body. */
function keysOf({ name, aliases, named, kind }: LibrarySpeaker): Set<string> {
  const names = [name, ...aliases].map(descriptionKey)
  const body = named && kind !== 'person' && /^(?:[Tt]he )?\p{Lu}.* \p{Lu}/u.test(name)
  return new Set([
    ...names,
    ...(body ? initialsFor(wordsOfName(name).filter(word => !ARTICLES.has(word))) : []),
  ])
}

const isFullName = (speaker: LibrarySpeaker): boolean => speaker.named && coreOfName(speaker.name).length > 1

/** Who is quoted or mentioned in a scope, and how to find them by what people call them. */
export class Roster {
  readonly speakers: readonly LibrarySpeaker[]
  readonly #byWord = new Map<string, LibrarySpeaker[]>()
  readonly #byDescription = new Map<string, LibrarySpeaker[]>()

  constructor(articles: readonly AnalyzedArticle[]) {
    this.speakers = mergeSpeakers(articles)
    for (const speaker of this.speakers) {
      if (speaker.named)
        for (const word of new Set(coreOfName(speaker.name))) add(this.#byWord, word, speaker)
      for (const key of keysOf(speaker)) add(this.#byDescription, key, speaker)
    }
  }

  /** By full name, family name, given name, role or alias; the surest way that finds anybody decides. */
  find(name: string): Found<LibrarySpeaker> {
    const core = coreOfName(name)
    if (core.length === 0) return { type: 'none' }
    const bearers = this.bearersOf(core)
    const whole = bearers.filter(({ name: full }) => coreOfName(full).length === core.length)
    const called = this.#calledAlso(core, whole)
    if (core.length > 1 && whole.length + called.length > 0) return asOne([...whole, ...called])
    const described = this.#byDescription.get(descriptionKey(name)) ?? this.#byInitials(core)
    const family = bearers.filter(({ name: full }) => coreOfName(full).at(-1) === core.at(-1))
    const given = core.length === 1 ? bearers : []
    return foundOf([family, described, given].find(candidates => candidates.length > 0) ?? [])
  }

  /**
   * Who has the family name and another form of the given name ("joe biden" is Joseph R. Biden Jr.), and bare family names
   * where they mean nobody else. A given name that may be a slip ("phillis", "hilary") counts where nobody of the name as
   * it is typed is quoted.
   */
  #calledAlso(core: readonly string[], whole: readonly LibrarySpeaker[]): readonly LibrarySpeaker[] {
    if (core.length < 2) return []
    const family = this.bearersOf(core.slice(-1)).filter(
      ({ kind, name }) => kind === 'person' && coreOfName(name).at(-1) === core.at(-1),
    )
    const full = family.filter(isFullName)
    const having = (isLike: (a: string, b: string) => boolean) =>
      full.filter(
        speaker =>
          !whole.includes(speaker) &&
          core.slice(0, -1).some(word => isLike(word, coreOfName(speaker.name)[0]!)),
      )
    const short = having((a, b) => a === b || isNickname(a, b))
    const isQuoted = [...whole, ...short].some(({ quotations }) => quotations > 0)
    const slips = isQuoted ? [] : having(isSlipOfName).filter(speaker => !short.includes(speaker))
    const meant = [...whole, ...short, ...slips]
    const others = full.filter(speaker => !meant.includes(speaker))
    const bare = quotationsOf(meant) >= CHIEF * quotationsOf(others) && meant.length > 0
    return [...short, ...slips, ...(bare ? family.filter(speaker => !isFullName(speaker)) : [])]
  }

  /** Who goes by the initials of these words: "EU" for "European Union". */
  #byInitials(core: readonly string[]): readonly LibrarySpeaker[] {
    const bearers = initialsFor(core).flatMap(initials => this.#byWord.get(initials) ?? [])
    return bearers.filter(({ name, kind }) => kind !== 'person' && INITIALS.test(name))
  }

  /** The family name of whom a given name nearly always means: "sanders" for "bernie". */
  familyNamesOf(word: string): readonly string[] {
    const [key = ''] = coreOfName(word)
    const bearers = isEverydayWord(key) ? [] : this.bearersOf([key]).filter(isFullName)
    const [chief, ...others] = [...bearers].sort((a, b) => b.quotations - a.quotations)
    if (chief?.kind !== 'person' || chief.quotations < CHIEF * quotationsOf(others)) return []
    const words = coreOfName(chief.name)
    const family = words.at(-1)!
    return words[0] === key && !isEverydayWord(family) ? [family] : []
  }

  /** What of a name all have who are meant by it: of "joe biden" for Joseph R. Biden Jr. the family name. */
  commonName(name: string): string {
    const core = coreOfName(name)
    const bearers = this.bearersOf(core)
    const others = core.length > 1 ? this.#calledAlso(core, bearers) : []
    const isTail = core.length === 2 && bearers.length === 0 && this.findByTail(name).length > 0
    return others.length > 0 || isTail ? core.at(-1)! : name
  }

  /** The word of a name that differs from `word` by a slip of the typist, or null where none or several do. */
  nearestWord(word: string): string | null {
    const key = fold(keyOf(word))
    const near = [...this.#byWord.keys()].filter(
      other => other.charAt(0) === key.charAt(0) && isMistyped(key, other),
    )
    return near.length === 1 ? near[0]! : null
  }

  /** Named speakers with all these words in their names. */
  bearersOf(core: readonly string[]): readonly LibrarySpeaker[] {
    const [first, ...others] = core.map(
      word => this.#byWord.get(word) ?? this.#byWord.get(word.replace(/s$/, '')) ?? [],
    )
    return (first ?? []).filter(speaker => others.every(bearers => bearers.includes(speaker)))
  }

  /**
   * Who is meant by a phrase that ends in a name ("clinton's adviser mike schmidt", "kevin mckinley" where the articles
   * have only "Mr. McKinley"): nobody of that family name with another given name.
   */
  findByTail(phrase: string): readonly LibrarySpeaker[] {
    const core = coreOfName(phrase)
    for (let length = Math.min(3, core.length - 1); length > 0; length--) {
      const tail = core.slice(-length)
      const before = core[core.length - length - 1] ?? ''
      const bearers = this.bearersOf(tail).filter(({ name }) => coreOfName(name).at(-1) === tail.at(-1))
      const fitting = isRole(before) || isMerePerson(before) || !bearers.some(isFullName) ? bearers : []
      if (fitting.length > 0) return fitting
    }
    return []
  }
}

/** A bare family name means whoever is quoted so many times as often as all others of the name. */
const CHIEF = 3

const quotationsOf = (speakers: readonly LibrarySpeaker[]): number =>
  speakers.reduce((sum, { quotations }) => sum + quotations, 0)

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

/** Where one full name and bare family names are found together, they are one. */
function foundOf(candidates: readonly LibrarySpeaker[]): Found<LibrarySpeaker> {
  const full = candidates.filter(isFullName)
  const [first] = candidates
  if (!first) return { type: 'none' }
  if (candidates.length === 1) return { type: 'one', value: first }
  if (full.length === 1) return { type: 'one', value: unite(full[0]!, candidates) }
  return { type: 'many', candidates: full.length > 0 ? full : candidates }
}

/** Of one full name, or of forms of it: one, by the full name most quoted. */
function asOne(speakers: readonly LibrarySpeaker[]): Found<LibrarySpeaker> {
  const fullFirst = (a: LibrarySpeaker, b: LibrarySpeaker) => Number(isFullName(b)) - Number(isFullName(a))
  const [main, ...others] = [...speakers].sort((a, b) => fullFirst(a, b) || b.quotations - a.quotations)
  if (!main) return { type: 'none' }
  return { type: 'one', value: others.length > 0 ? unite(main, speakers) : main }
}

function unite(main: LibrarySpeaker, all: readonly LibrarySpeaker[]): LibrarySpeaker {
  const members = new Map(all.flatMap(({ members }) => [...members]))
  for (const [article, speaker] of main.members) members.set(article, speaker)
  return { ...main, members, quotations: quotationsOf(all) }
}

interface Merged extends LibrarySpeaker {
  name: string
  aliases: string[]
  members: Map<string, number>
  quotations: number
}

/** People of one full name are one over all articles; the unnamed ("sources") are of their article alone. */
function mergeSpeakers(articles: readonly AnalyzedArticle[]): LibrarySpeaker[] {
  const merged = new Map<string, Merged>()
  for (const { article, speakers, attributions } of articles) {
    const counts = new Map<number | null, number>()
    for (const { speaker } of attributions) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
    for (const [index, { name, kind, named, aliases }] of speakers.entries()) {
      const key = named ? coreOfName(name).join(' ') : `${article.id}\n${index}`
      const known: Merged = merged.get(key) ?? {
        name,
        kind,
        named,
        aliases: [],
        members: new Map(),
        quotations: 0,
      }
      if (name.length > known.name.length) known.name = name
      known.aliases.push(...aliases.filter(alias => !known.aliases.includes(alias)))
      known.members.set(article.id, index)
      known.quotations += counts.get(index) ?? 0
      merged.set(key, known)
    }
  }
  return [...merged.values()].sort((a, b) => b.quotations - a.quotations)
}
