import { canonicalWords } from './canonical-words.js'
import { withFamilyNames } from './family-names.js'
import type { Library, Scope } from './library.js'
import type { Question } from './parse-question.js'
import type { RelatedWords } from './related-words.js'
import { THERE } from './sought-words.js'
import { quotedAndDescribed } from './speaker-descriptions.js'
import { allOf, coreOfName, isTitle, type LibrarySpeaker } from './speaker-names.js'
import { bearersOfRole, isBareRole } from './speaker-roles.js'
import { spelledTitles } from './spelled-titles.js'
import { type HasStem, isInAny } from './stems.js'
import { isFunctionWord, isMerePerson, type Word, wordsOf } from './words.js'

/** A question with what the library knows of its words and its speaker. */
export interface Inquiry {
  question: Question
  /** Each topical stem with what it tells. */
  topic: ReadonlyMap<string, number>
  /** Of the topic what is in nobody's name: what is asked about whoever is named. */
  matter: ReadonlyMap<string, number>
  /** What may stand for a word: related ones, and for somebody's given name the family name as that word itself. */
  related: RelatedWords
  /** Who may be meant as the speaker; empty when nobody is asked for, or nobody known. */
  speakers: readonly LibrarySpeaker[]
  /** The stems of the words that name or describe the speaker. */
  described: ReadonlyMap<string, number>
  /**
   * Share of the question's weight in words that stand nowhere in the library, nor any that could stand for them; the words
   * for a speaker count only where nobody is found by them.
   */
  unknown: number
}

export function inquireInto(asked: Question, library: Library, scope: Scope): Inquiry {
  const question = { ...asked, topic: mendedTopic(asked.topic, library, scope) }
  const speaker = question.speaker && mendedName(question, spelledTitles(question.speaker), library, scope)
  const topic = weightsOf(question.topic, library)
  const named = speaker && library.roster(scope).commonName(speaker)
  const described = weightsOf(named ? wordsOfSpeaker(question, named) : [], library)
  const speakers = speaker ? speakersMeant(speaker, described, library, scope) : []
  if (speakers.length === 0 && question.otherwise) return inquireInto(question.otherwise, library, scope)
  const related = withFamilyNames(library.related, question.topic, library.roster(scope), THERE)
  const telling = [...topic].filter(([stem]) => !LIGHT.has(stem))
  const sought = [...telling, ...(speakers.length > 0 ? [] : described)]
  const matter = weightsOf(withoutNames(question.topic, library, scope), library)
  return {
    question,
    topic,
    matter,
    related,
    speakers,
    described,
    unknown: unknownShare(sought, related, library),
  }
}

/** Verbs that say little of what is asked: that no article has them tells nothing ("how long did the journey take"). */
const LIGHT = new Set(['take', 'make', 'give', 'put'])

/** In a longer text than anybody asks, words are left as they are: each is compared with all that begin like it. */
const MOST_MENDED = 60

const mendedTopic = (words: readonly Word[], library: Library, scope: Scope): readonly Word[] =>
  words.length > MOST_MENDED ? words : words.flatMap(word => mendedWord(word, library, scope))

/**
 * A word that no article has as articles write it: in the other spelling ("colour"), in two words ("superpac"), or put right
 * where it is but a slip off one that is no name.
 */
function mendedWord(word: Word, library: Library, scope: Scope): readonly Word[] {
  const isThere = (stem: string) => library.isKnown(stem)
  if (isThere(word.stem)) return [word]
  const spelled = canonicalWords([word])[0]?.stems ?? []
  if (spelled.length > 0 && spelled.every(isThere))
    return spelled.map(stem => ({ ...word, text: stem, stem }))
  if (library.vectors.of(word.stem) !== null || library.related.of(word.stem).size > 0) return [word]
  const halves = halvesOf(word.key).find(pair => pair.every(({ stem }) => isThere(stem)))
  if (halves) return halves.map(({ text, stem }) => ({ ...word, text, stem }))
  const stem = library.nearestStem(word.stem)
  const isName = stem === null || library.roster(scope).bearersOf([stem]).length > 0
  return isName ? [word] : [{ ...word, text: stem, stem }]
}

/** Every way to part a word in two, the longest first half first; none of what is too long to be a word. */
const halvesOf = (key: string): Word[][] =>
  key.length > LONGEST_PARTED
    ? []
    : Array.from(
        { length: Math.max(0, key.length - 2 * SHORTEST_PART + 1) },
        (_, at) => key.length - SHORTEST_PART - at,
      ).map(cut => wordsOf(`${key.slice(0, cut)} ${key.slice(cut)}`))
const SHORTEST_PART = 3
const LONGEST_PARTED = 24

function withoutNames(words: readonly Word[], library: Library, scope: Scope): Word[] {
  const roster = library.roster(scope)
  return words.filter(({ text }) => roster.bearersOf(coreOfName(text)).length === 0)
}

/** A name with the words that nobody wrote put right, where they are but a slip off a speaker's. */
function mendedName({ namesSpeaker }: Question, name: string, library: Library, scope: Scope): string {
  if (!namesSpeaker || library.roster(scope).find(name).type !== 'none') return name
  const slips = wordsOf(name).filter(({ stem }) => !library.isKnown(stem))
  return slips.reduce((mended, { text }) => {
    const right = library.roster(scope).nearestWord(text)
    return right === null ? mended : mended.replace(text, right)
  }, name)
}

/** Of a name, what tells one bearer from another: what calls her "congresswoman" need not be written "Rep.". */
function wordsOfSpeaker({ namesSpeaker }: Question, speaker: string): Word[] {
  const words = wordsOf(speaker).filter(({ key }) => !isFunctionWord(key))
  const bare = words.filter(({ key }) => (namesSpeaker ? !isTitle(key) : !isMerePerson(key)))
  return bare.length > 0 ? bare : words
}

export const weightsOf = (words: readonly Word[], library: Library): Map<string, number> =>
  new Map(words.map(({ stem }) => [stem, library.weightOf(stem)]))

/** What `found` has of the weight of `wanted`. */
export function coverage(wanted: ReadonlyMap<string, number>, ...found: readonly HasStem[]): number {
  let total = 0
  let has = 0
  for (const [stem, weight] of wanted) {
    total += weight
    if (isInAny(found, stem)) has += weight
  }
  return total === 0 ? 0 : has / total
}

/** What an article has of the weight of the words, or of the other names that stand for them. */
export const coverageOfArticle = (
  wanted: ReadonlyMap<string, number>,
  { related }: Inquiry,
  stems: HasStem,
): number =>
  coverage(wanted, {
    has: stem =>
      stems.has(stem) ||
      [...related.of(stem)].some(([other, likely]) => likely === THERE && stems.has(other)),
  })

/**
 * By the whole words, else by the last words of them that name somebody ("clintons spokesman | fallon"), else by what the
 * articles say somebody is ("the mayor of Skarne"); the other way about where the last words name another.
 */
function speakersMeant(
  words: string,
  described: Inquiry['described'],
  library: Library,
  scope: Scope,
): readonly LibrarySpeaker[] {
  const roster = library.roster(scope)
  const holders = isDescribedRole(words) ? bearersOfRole(words, library, scope) : []
  if (holders.length > 0) return holders
  const found = roster.find(words)
  const core = coreOfName(words)
  if (found.type !== 'none' && core.length === 1)
    return [...new Set([...roster.bearersOf(core), ...allOf(found)])]
  const bearers = bearersOfRole(words, library, scope)
  const known = [...new Set([...allOf(found), ...bearers])]
  if (known.length > 0) return known
  const byTail = roster.findByTail(words)
  if (byTail.length > 0 && !ENDS_IN_ANOTHER.test(words)) return byTail
  const byDescription = likeliestKind(words, describedSpeakers(described, library, scope))
  return byDescription.length > 0 ? byDescription : byTail
}

/** "The Washington congressman" is no Washington. */
const isDescribedRole = (words: string): boolean =>
  /^(?:the|that|this|an?)\s/i.test(words) && isBareRole(words)

/** "The man from Skarne" is no Skarne. */
const ENDS_IN_ANOTHER = /\s(?:of|from|at|in|for|with)\s/i

/** Of those for whom the words may stand, the people where the words mean a person. */
function likeliestKind(words: string, speakers: readonly LibrarySpeaker[]): readonly LibrarySpeaker[] {
  if (!wordsOf(words).some(({ key }) => isMerePerson(key))) return speakers
  const people = speakers.filter(({ kind }) => kind === 'person')
  return people.length > 0 ? people : speakers
}

function describedSpeakers(
  described: Inquiry['described'],
  library: Library,
  scope: Scope,
): LibrarySpeaker[] {
  return quotedAndDescribed(described, library, scope).flatMap(members =>
    [...members].flatMap(([articleId, index]) => {
      const analyzed = library.get(articleId)?.analyzed
      const speaker = analyzed?.speakers[index]
      if (!analyzed || !speaker) return []
      const quotations = analyzed.attributions.filter(attribution => attribution.speaker === index).length
      return [{ ...speaker, members, quotations }]
    }),
  )
}

function unknownShare(
  weights: readonly (readonly [stem: string, weight: number])[],
  related: RelatedWords,
  library: Library,
): number {
  let total = 0
  let unknown = 0
  for (const [stem, weight] of weights) {
    total += weight
    if (!isKnown(stem, related, library)) unknown += weight
  }
  return total === 0 ? 0 : unknown / total
}

/** Whether the library has the word, or one that can stand for it. */
const isKnown = (stem: string, related: RelatedWords, library: Library): boolean =>
  library.isKnown(stem) || [...related.of(stem).keys()].some(other => library.isKnown(other))
