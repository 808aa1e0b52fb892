import type { AnalyzedArticle, Speaker } from '../language/analysis.js'
import { broaderRole, isTitleWord, kindOfHead, rolesOfTitle } from '../language/speakers/role-words.js'
import type { Span } from '../span.js'
import type { Library, Scope } from './library.js'
import { seatAfter, stateOf } from './seats.js'
import { coreOfName, type LibrarySpeaker } from './speaker-names.js'
import { spelledTitles } from './spelled-titles.js'
import { isFunctionWord, isMerePerson, type Word, wordsOf } from './words.js'

/** A noun phrase that says what somebody is: "the mayor of Skarne" has the head "mayor". */
export interface Role {
  /** The head and what it is called besides: "gov" is "governor". */
  heads: ReadonlySet<string>
  /** The stems of its other words. */
  stems: ReadonlySet<string>
  /** Whether it is one that was, will be or stands beneath: "former mayor", "deputy mayor". */
  isLesser: boolean
  /** Whether it stands apart from the name with an article: "Ana Prieto, the mayor", "Ana Prieto is a mayor". */
  isApposed: boolean
}

const MENTIONS_READ = 8
/** Characters read before and after a name. */
const BEFORE = 70
const AFTER = 90
/** Words before the head that tell more of it. */
const MODIFIERS = 5

const PAST = new Set('former ex late then old onetime erstwhile previous retired'.split(' '))
const LESSER = new Set([
  ...PAST,
  ...'deputy vice assistant associate under lieutenant lt acting aspiring'.split(' '),
])
/** Whoever leads may be called so, whatever the office is called: "the FBI boss" is its director. */
const LEADERS = new Set('head boss chief leader'.split(' '))
const LEADING_OFFICES = new Set(
  'director president chairperson chair ceo leader head chief commissioner administrator executive'.split(
    ' ',
  ),
)
const OF = new Set('of for in at from on to with since and who whose'.split(' '))
const OPENING = new Set('the a an his her its their our my'.split(' '))

/** The phrase as a role, by the word before "of", or the last. */
export function readRole(phrase: string): Role | null {
  const spelled = spelledTitles(phrase).replace(/['’]s?(?=\s|$)/g, '')
  const words = wordsOf(spelled.replace(/\p{L}+/gu, word => stateOf(word.toLowerCase()) ?? word)).filter(
    ({ key }) => !OPENING.has(key),
  )
  const of = words.findIndex(({ key }) => OF.has(key))
  if (of === words.length - 1) return null
  const head = (of < 0 ? words.length : of) - 1
  return head < 0 ? null : roleOf(words, head)
}

/** The role whose head is the word of that place; `isApposed` as in `Role`. */
function roleOf(words: readonly Word[], head: number, isApposed = false): Role {
  const others = words.filter(({ key }, at) => at !== head && !isFunctionWord(key) && !isMerePerson(key))
  return {
    isApposed,
    heads: new Set(headsOf(words[head]!.key)),
    stems: new Set(others.map(({ key, stem }) => (PAST.has(key) ? 'former' : stem))),
    isLesser: words.slice(Math.max(0, head - 2), head).some(({ key }) => LESSER.has(key)),
  }
}

const headsOf = (key: string): string[] =>
  [key, ...rolesOfTitle(key), broaderRole(key) ?? key].map(role =>
    role
      .replace(/(?:wom|m)an$/, 'person')
      .replace(/^chair$/, 'chairperson')
      .replace(/^prof$/, 'professor'),
  )

const isSuch = (role: Role, wanted: Role, asked: string): boolean =>
  (role.heads.has(asked) ||
    (LEADERS.has(asked) && [...role.heads].some(head => LEADING_OFFICES.has(head)))) &&
  (wanted.isLesser || !role.isLesser) &&
  [...wanted.stems].every(stem => role.stems.has(stem))

/** What the article says the speaker is, in the words beside the names and in other words for the speaker. */
export function rolesOf({ article: { text }, speakers }: AnalyzedArticle, index: number): Role[] {
  const speaker = speakers[index]
  if (!speaker) return []
  const phrases = [...speaker.aliases, ...(speaker.named ? [] : [speaker.name])].filter(isDescription)
  return [
    ...phrases.flatMap(phrase => readRole(phrase) ?? []),
    ...namesOf(speaker, text).flatMap(name => rolesBeside(text, name)),
  ]
}

function rolesBeside(text: string, [start, end]: Span): Role[] {
  const after = text.slice(end, end + AFTER)
  const before = spelledTitles(text.slice(Math.max(0, start - BEFORE), start))
  const roles = [
    ...roleBefore(before, spelledTitles(text.slice(start, end))),
    ...roleAfter(spelledTitles(after)),
  ]
  const seat = wordsOf(seatAfter(after)).map(({ stem }) => stem)
  return seat.length === 0
    ? roles
    : roles.map(role => ({ ...role, stems: new Set([...role.stems, ...seat]) }))
}

/** A name beside which the article says what its bearer is. */
export interface TellingName {
  name: Span
  /** Whether it says so apart from the name ("Ana Prieto, the mayor"), rather than by a title. */
  isApposed: boolean
}

/** The speaker's names beside which the article says what the speaker is; of `wanted`, that it is this. */
export function tellingNames(
  { article: { text }, speakers }: AnalyzedArticle,
  index: number,
  wanted: Role | null,
): TellingName[] {
  const [asked] = wanted?.heads ?? []
  const isTelling = (role: Role): boolean => (wanted && asked ? isSuch(role, wanted, asked) : saysWho(role))
  const speaker = speakers[index]
  return (speaker ? namesOf(speaker, text) : []).flatMap(name => {
    const roles = rolesBeside(text, name).filter(isTelling)
    return roles.length > 0 ? [{ name, isApposed: roles.some(({ isApposed }) => isApposed) }] : []
  })
}

/** "The engineer", "union leader"; not "Mr.", and no word that only happens to stand there. */
const saysWho = ({ heads, isApposed }: Role): boolean =>
  isApposed ||
  [...heads].some(head => (isTitleWord(head) ? rolesOfTitle(head).length > 0 : kindOfHead(head) === 'person'))

const isDescription = (phrase: string): boolean => /^(?:[Tt]he|[Aa]n?)\s|^\p{Ll}/u.test(phrase)

const namesOf = ({ named, mentions }: Speaker, text: string) =>
  named ? mentions.slice(0, MENTIONS_READ).filter(([start]) => /["“]?\p{Lu}/u.test(text[start] ?? '')) : []

/** "Mayor |Ana Prieto", "Kessler's spokesman, |Bo Fenn", "the mayor of Skarne, |Ana Prieto". */
function roleBefore(before: string, name: string): Role[] {
  const close = /[^.;:!?"“”()\n—–]*$/u.exec(before.replace(/\b(\p{Lu}\p{Ll}{1,3})\./gu, '$1 '))?.[0] ?? ''
  const clause = close.replace(/,\s*$/, '')
  const apart = clause.length < close.length
  const words = wordsOf(clause.slice(clause.lastIndexOf(',') + 1))
  const all = [...words.slice(-MODIFIERS - 3), ...wordsOf(name.replaceAll('.', ''))]
  const first = Math.min(words.length, MODIFIERS + 3)
  const roleAt = (head: number): Role => {
    // Behind the head stands what it is of, and then the name, which is no part of the role.
    const phrase = all.slice(0, Math.max(first, head + 1))
    return roleOf(phrase, head, apart && hasArticle(all, head))
  }
  const of = apart ? all.slice(0, first).findLastIndex(({ key }) => OF.has(key)) : -1
  const titles = [...all.keys()].filter(at => at >= first && at + 1 < all.length && isTitleWord(all[at]!.key))
  const heads = [...titles, titles.length > 0 ? -1 : first - 1, of - 1]
  return heads.flatMap(head => (head >= 0 && isHead(all, head) ? [roleAt(head)] : []))
}

/** "On Friday, |Ana Prieto" and "said |Ana Prieto" call her nothing: a noun is known for a role, or has its article. */
function isHead(words: readonly Word[], at: number): boolean {
  const { text, key } = words[at]!
  if (isTitleWord(key) || kindOfHead(key) !== null) return true
  const isLesser = modifiersOf(words, at).some(word => LESSER.has(word.key))
  return /^\p{Ll}/u.test(text) && (isLesser || hasArticle(words, at))
}

const hasArticle = (words: readonly Word[], at: number): boolean =>
  modifiersOf(words, at).some(({ key }) => OPENING.has(key))

const modifiersOf = (words: readonly Word[], at: number): readonly Word[] =>
  words.slice(Math.max(0, at - MODIFIERS), at)

/** "Ana Prieto|, the mayor of Skarne", "Ana Prieto| is the mayor of Skarne". */
function roleAfter(after: string): Role[] {
  const phrase = /^(?:, | is )([^,.;:"“”()\n—–]+)/u.exec(after)?.[1]
  if (phrase === undefined) return []
  const words = wordsOf(phrase)
  const first = OPENING.has(words[0]?.key ?? '') ? 1 : 0
  const stop = words.findIndex(({ key }, at) => at >= first && (OF.has(key) || isFunctionWord(key)))
  const head = (stop < 0 ? words.length : stop) - 1
  if (head < first || head - first > MODIFIERS) return []
  if (stop >= 0 && !OF.has(words[stop]!.key)) return []
  return [roleOf(words.slice(first), head - first, first === 1)]
}

const remembered = new WeakMap<AnalyzedArticle, ReadonlyMap<number, readonly Role[]>>()

/** What the article says of each speaker that it quotes. */
function rolesOfQuoted(analyzed: AnalyzedArticle): ReadonlyMap<number, readonly Role[]> {
  const known = remembered.get(analyzed)
  if (known) return known
  const quoted = new Set(analyzed.attributions.flatMap(({ speaker }) => speaker ?? []))
  const roles = new Map([...quoted].map(speaker => [speaker, rolesOf(analyzed, speaker)]))
  remembered.set(analyzed, roles)
  return roles
}

/** Whether the phrase is but a role: "the Ohio governor", not "Governor Ana Prieto". */
export function isBareRole(phrase: string): boolean {
  const [head] = readRole(phrase)?.heads ?? []
  return head !== undefined && (isTitleWord(head) || kindOfHead(head) === 'person')
}

/** Who is quoted and said to be this ("the union leader", "mayor"), most quoted first; nobody for a name. */
export function bearersOfRole(phrase: string, library: Library, scope: Scope): readonly LibrarySpeaker[] {
  const wanted = readRole(phrase)
  const roster = library.roster(scope)
  const [asked] = wanted?.heads ?? []
  if (!wanted || !asked || roster.bearersOf(isBareRole(phrase) ? [asked] : coreOfName(phrase)).length > 0)
    return []
  const found = new Map<string, Set<number>>()
  for (const analyzed of library.list(scope)) {
    const such = [...rolesOfQuoted(analyzed)].flatMap(([speaker, roles]) =>
      roles.some(role => isSuch(role, wanted, asked)) ? speaker : [],
    )
    if (such.length > 0) found.set(analyzed.article.id, new Set(such))
  }
  if (found.size === 0) return []
  return roster.speakers.filter(({ members }) =>
    [...members].some(([article, speaker]) => found.get(article)?.has(speaker)),
  )
}
