import { type Gender, genderOfWord } from './gender.js'
import { genderOfGivenName, isGivenName } from './lexicon.js'
import type { NameKind, NameMention } from './names.js'
import { isNickname } from './nicknames.js'
import { tellsPlaces } from './proper-words.js'
import type { Reading } from './reading.js'
import { isBodyName } from './role-words.js'

/** The name mentions of one person, body or place. */
export interface NamedEntity {
  kind: NameKind
  /** Lower-case words of every form of the name, the longest form first. */
  forms: string[][]
  mentions: NameMention[]
}

/** What the names of an article come down to. `entityOf` and `choices` follow the order of the mentions. */
export interface MergedNames {
  entities: NamedEntity[]
  /** Index of the mention's entity; -1 where several share the name. */
  entityOf: Int32Array
  /** The entities that share an ambiguous name; empty elsewhere. */
  choices: (readonly number[])[]
}

/** Groups of one written form, before they are merged. */
interface Form {
  words: string[]
  mentions: number[]
  kind: NameKind
  /** From "Mr." or "Mrs." before a family name alone. */
  gender: Gender | null
  /** "jr" or "sr", which tells a father from his son. */
  suffix: string
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/
const GENERATION = /^(?:jr|sr)\.?$/
/** More bearers of one family name than this are not told apart. */
const MOST_BEARERS = 24

/**
 * Merges the names of an article: full names with family names, initials, nicknames and acronyms. Only names that
 * share their first or last word are compared, so the time is linear in the number of names.
 */
export function mergeNames(reading: Reading, names: readonly NameMention[]): MergedNames {
  const merger = new Merger()
  const forms = withGenerations(names, groupByForm(reading, names))
  const long = forms.filter(form => form.words.length > 1)
  long.sort((a, b) => b.words.length - a.words.length || b.mentions.length - a.mentions.length)
  const placed = new Map<Form, readonly number[]>()
  for (const form of long) placed.set(form, [merger.placeLong(form)])
  const short = forms.filter(form => form.words.length === 1)
  short.sort((a, b) => Number(b.gender !== null) - Number(a.gender !== null))
  for (const form of short) placed.set(form, merger.placeShort(form))
  return assign(names, merger.entities, placed)
}

function assign(
  names: readonly NameMention[],
  entities: NamedEntity[],
  placed: ReadonlyMap<Form, readonly number[]>,
): MergedNames {
  const entityOf = new Int32Array(names.length).fill(-1)
  const choices: (readonly number[])[] = names.map(() => [])
  for (const [form, ids] of placed) {
    for (const index of form.mentions) {
      if (ids.length === 1) entityOf[index] = ids[0]!
      else choices[index] = ids
    }
  }
  for (const [index, name] of names.entries())
    if (entityOf[index]! >= 0) entities[entityOf[index]!]!.mentions.push(name)
  return { entities, entityOf, choices }
}

function groupByForm(reading: Reading, names: readonly NameMention[]): Form[] {
  const forms = new Map<string, Form>()
  for (const [index, name] of names.entries()) {
    const words = plainWords(name.words)
    const gender = words.length === 1 ? genderOfTitle(reading, name) : null
    const suffix = generationOf(name)
    const key = `${words.join(' ')}|${gender}|${suffix}`
    const form = forms.get(key)
    if (form === undefined) forms.set(key, { words, mentions: [index], kind: name.kind, gender, suffix })
    else {
      form.mentions.push(index)
      if (name.kind !== 'unknown' && (form.kind === 'unknown' || name.kind === 'person'))
        form.kind = name.kind
    }
  }
  return [...forms.values()]
}

const generationOf = ({ words }: NameMention): string => {
  const last = words.length > 1 ? plainWord(words.at(-1)!) : ''
  return GENERATION.test(last) ? last.replace('.', '') : ''
}

/**
 * Whether father and son bear one name: the name without "Jr." is no slip where it comes first or again. Else it is
 * the same person.
 */
function withGenerations(names: readonly NameMention[], forms: readonly Form[]): readonly Form[] {
  const plain = new Map(forms.filter(({ suffix }) => suffix === '').map(form => [form.words.join(' '), form]))
  return forms.map(form => {
    if (form.suffix === '' || form.words.length < 2) return form
    const other = plain.get(form.words.join(' '))
    const told = other?.mentions.filter(index => !names[index]!.headline) ?? []
    const apart = told.length > 1 || (told[0] ?? Number.POSITIVE_INFINITY) < form.mentions[0]!
    return apart ? form : { ...form, suffix: '' }
  })
}

/** What "Mr.", "Mrs." or "Sir" before a name tells; other titles are open to both. */
export function genderOfTitle({ tokens }: Reading, { titleFirst, first }: NameMention): Gender | null {
  for (let at = titleFirst; at < first; at++) {
    const gender = genderOfWord(tokens[at]!.lower)
    if (gender !== null) return gender
  }
  return null
}

/** Lower case, without accents, clitics and suffixes such as "Jr.". */
export function plainWords(words: readonly string[]): string[] {
  const plain = words.map(plainWord)
  const kept = plain.filter((word, index) => index === 0 || !SUFFIX.test(word))
  return kept.length > 1 && kept[0] === 'the' ? kept.slice(1) : kept
}

/** "José" → jose, "al-Amin's" → amin, "J.D." → jd. */
export const plainWord = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/’/g, "'")
    .replace(/'s?$/, '')
    .replace(/^[ae]l-(?=\p{L}{2})/iu, '')
    .replace(/^(?:\p{L}\.){2,}$/u, letters => letters.replace(/\./g, ''))
    .toLowerCase()

class Merger {
  readonly entities: NamedEntity[] = []
  private readonly suffixes: string[] = []
  private readonly byLast = new Map<string, number[]>()
  private readonly bySound = new Map<string, number[]>()
  private readonly byFirst = new Map<string, number[]>()
  private readonly byInitials = new Map<string, number[]>()

  placeLong(form: Form): number {
    const found = (this.byLast.get(form.words.at(-1)!) ?? []).find(id => this.isSame(id, form))
    if (found === undefined) return this.add(form)
    this.join(found, form)
    return found
  }

  private isSame(id: number, form: Form): boolean {
    return this.suffixes[id] === form.suffix && isSameName(this.entities[id]!, form)
  }

  /** The entities that a single word may name; a new one where there is none. */
  placeShort(form: Form): readonly number[] {
    const word = form.words[0]!
    const bearers = this.bearers(word).filter(id => !this.clashes(id, form.gender))
    const ofGeneration = bearers.filter(id => this.suffixes[id] === form.suffix)
    const ids = ofGeneration.length > 0 ? ofGeneration : bearers
    if (ids.length === 0) return [this.misspelt(form) ?? this.add(form)]
    if (ids.length === 1) this.join(ids[0]!, form)
    return ids
  }

  private bearers(word: string): readonly number[] {
    const families = (this.byLast.get(word) ?? []).filter(id => !this.isPartOfPlace(id))
    const people = families.filter(id => this.isPersonal(id))
    if (people.length > 0) return people
    const called = (this.byFirst.get(word) ?? []).filter(id => this.isPersonal(id))
    if (called.length > 0) return called
    if (families.length > 0) return families.slice(0, 1)
    const initials = this.byInitials.get(word.replace(/\./g, ''))
    if (initials !== undefined) return initials.slice(0, 1)
    const first = (this.byFirst.get(word) ?? []).filter(id => this.entities[id]!.kind === 'organisation')
    return isGivenName(word) ? [] : first.slice(0, 1)
  }

  /** "New England" is not called England. */
  private isPartOfPlace(id: number): boolean {
    const { kind, forms } = this.entities[id]!
    return kind !== 'person' && forms[0]!.length === 2 && tellsPlaces(forms[0]![0]!)
  }

  /** The one person whose family name has a letter more or less, none of them the first: "Bornsten" for Bornstein. */
  private misspelt({ words, kind, mentions }: Form): number | null {
    const word = words[0]!
    if (word.length < LONG_ENOUGH || mentions.length > 3 || kind === 'organisation' || kind === 'place')
      return null
    const alike = (this.bySound.get(soundOf(word)) ?? []).filter(id => {
      const family = this.entities[id]!.forms[0]!.at(-1)!
      return this.isPersonal(id) && (isLetterMore(family, word) || isLetterMore(word, family))
    })
    return alike.length === 1 ? alike[0]! : null
  }

  private clashes(id: number, gender: Gender | null): boolean {
    const given = genderOfGivenName(this.entities[id]!.forms[0]![0]!)
    return gender !== null && given !== null && given !== gender && this.entities[id]!.forms[0]!.length > 1
  }

  private isPersonal(id: number): boolean {
    const { kind, forms } = this.entities[id]!
    return kind === 'person' || (kind === 'unknown' && forms[0]!.length <= 4)
  }

  private join(id: number, form: Form): void {
    const entity = this.entities[id]!
    entity.forms.push(form.words)
    if (entity.kind === 'unknown' || form.kind === 'person') entity.kind = form.kind
  }

  private add(form: Form): number {
    const id = this.entities.length
    this.entities.push({ kind: form.kind, forms: [form.words], mentions: [] })
    this.suffixes.push(form.suffix)
    pushTo(this.byLast, form.words.at(-1)!, id)
    if (form.words.length > 1) pushTo(this.bySound, soundOf(form.words.at(-1)!), id)
    if (form.words.length > 1) pushTo(this.byFirst, form.words[0]!, id)
    if (form.words.length > 2 || form.kind === 'organisation')
      pushTo(this.byInitials, initialsOf(form.words), id)
    return id
  }
}

function pushTo(index: Map<string, number[]>, key: string, id: number): void {
  const ids = index.get(key)
  if (ids === undefined) index.set(key, [id])
  else if (ids.length < MOST_BEARERS) ids.push(id)
}

/** A family name shorter than this is not taken for a misspelling. */
const LONG_ENOUGH = 7

/** The first letter and the consonants after it, doubled ones once: "mcclenney" → mcln. */
const soundOf = (word: string): string =>
  word.slice(0, 1) + word.slice(1).replace(/[aeiouyh]+/g, '').replace(/(.)\1+/g, '$1') // biome-ignore format: one thought

function isLetterMore(long: string, short: string): boolean {
  if (long.length !== short.length + 1) return false
  let at = 0
  while (at < short.length && long[at] === short[at]) at++
  return long.slice(at + 1) === short.slice(at)
}

const SMALL = new Set(['of', 'for', 'the', 'and', 'on', 'to', 'in', 'at'])

export const initialsOf = (words: readonly string[]): string =>
  words.filter(word => !SMALL.has(word)).map(word => word[0]).join('') // biome-ignore format: one thought

/** Two names with the same last word: of one bearer where the words before it agree. */
function isSameName(entity: NamedEntity, form: Form): boolean {
  const longest = entity.forms[0]!
  const isBody = form.kind === 'organisation' || isBodyName(form.words.at(-1)!)
  if (isBody || entity.kind === 'organisation') return endsWith(longest, form.words)
  return (
    entity.forms.some(words => words.length > 1 && agree(words, form.words)) || endsWith(longest, form.words)
  )
}

const endsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.length > 1 && short.every((word, index) => word === long[long.length - short.length + index])

function agree(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.slice(0, -1).some(one => b.slice(0, -1).some(other => isSameGiven(one, other))) && firstsAgree(a, b)
  )
}

/** First names must not contradict: "Bill" is no "Hillary", whatever the middle name. */
function firstsAgree(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [a[0]!, b[0]!]
  if (isSameGiven(one, other)) return true
  return a.slice(1, -1).includes(other) || b.slice(1, -1).includes(one)
}

function isSameGiven(one: string, other: string): boolean {
  if (one === other || isNickname(one, other)) return true
  if (/^.\.?$/.test(one) || /^.\.?$/.test(other)) return one[0] === other[0]
  return false
}
