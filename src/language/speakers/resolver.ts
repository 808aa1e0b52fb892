import type { Quotation } from '../quotation.js'
import { tokensWithin } from '../tokens.js'
import { bylinesOf, nameOfAuthor } from './author.js'
import { featuresOf, isGuess, isRuledOut, type Question, writtenFeatures } from './candidates.js'
import { HeadIndex } from './head-index.js'
import { isDependent, type LastMention, readMention } from './last-mention.js'
import { genderOfTitle, type MergedNames, mergeNames } from './name-merging.js'
import { findNames, firstNameFrom, type NameMention } from './names.js'
import type { Nominal } from './nominals.js'
import { PRONOUNS, type Pronoun } from './pronouns.js'
import type { Reading } from './reading.js'
import {
  addName,
  learnGender,
  type Referent,
  referentsOf,
  settleKind,
  sharedDescription,
  unnamedReferent,
} from './referents.js'
import { firstOfClauses, nameBefore, nounBefore } from './relative-pronouns.js'
import { type Choice, collectSpeakers, type ResolvedSpeakers } from './resolved-speakers.js'
import { firstNamed, pronounAfter, titlesOf } from './shared-names.js'
import {
  companiesOf,
  isFirstPerson,
  type Reference,
  readMissingSource,
  readSource,
} from './source-phrases.js'
import { speakerOf } from './speaker-names.js'
import type { Features, Ranker, ReferenceSort } from './speaker-ranking.js'
import {
  anchorsOf,
  contentOfTokens,
  namedIn,
  type Step,
  sourceTokensOf,
  speakersAfter,
  stepsOf,
} from './walk.js'

/** How many of the referents last mentioned can be meant. */
const RECENT = 10
/** How many of those most often named can be meant from anywhere. */
const PROMINENT = 4
/** A pronoun in the narrative only counts as a mention when its choice is at least this sure. */
const SURE_ENOUGH = 0.6

/** Walks an article once from front to back and keeps in mind who was mentioned last. */
export class Resolver {
  private readonly names: NameMention[]
  private readonly merged: MergedNames
  private readonly referents: Referent[]
  private readonly references: Reference[]
  private readonly entityOf: Int32Array
  private readonly last = new Map<number, LastMention>()
  private readonly prominent: number[]
  private readonly counts: Uint32Array
  private readonly byHead: HeadIndex
  private readonly choices: Choice[]
  private readonly anchors: number[]
  private readonly nextNamed: (number | null)[]
  private readonly inSource: Uint8Array
  /** The innermost quotation a token is said in; -1 where in none. */
  private readonly contentOf: Int32Array
  /** Quotations whose "I" speaks inside another quotation: resolved last, as that one may be credited later. */
  private readonly inner: number[] = []
  private readonly speakers: ReadonlySet<number>
  /** The names that are listed together, by the last of them. */
  private readonly companies: ReadonlyMap<number, readonly number[]>
  private readonly author: number | null
  /** Whether the author speaks as "I", and so never as "he". */
  private readonly isToldByAuthor: boolean
  private readonly bylines: ReadonlySet<number>
  private recent: number[] = []
  /** The groups of named people last mentioned. */
  private company: number[] = []
  private previous: number | null = null
  private speakerOutside: number | null = null

  constructor(
    private readonly reading: Reading,
    private readonly quotations: readonly Quotation[],
    private readonly rank: Ranker,
    author: string | undefined,
  ) {
    this.names = findNames(reading)
    this.merged = mergeNames(reading, this.names)
    this.entityOf = Int32Array.from(this.merged.entityOf)
    this.referents = referentsOf(reading, this.names, this.merged)
    this.references = quotations.map(({ source, cue }) =>
      source === null ? readMissingSource(reading, this.names, cue) : readSource(reading, this.names, source),
    )
    this.choices = quotations.map(() => ({ referent: null, confidence: 0 }))
    this.anchors = anchorsOf(reading, quotations)
    this.inSource = sourceTokensOf(reading, quotations)
    this.contentOf = contentOfTokens(reading, quotations)
    this.counts = Uint32Array.from(this.referents, ({ names }) => names.length)
    this.prominent = [...this.referents.keys()]
      .sort((a, b) => this.counts[b]! - this.counts[a]!)
      .slice(0, PROMINENT)
    this.byHead = new HeadIndex(this.referents)
    this.nextNamed = speakersAfter(reading, this.anchors, index => this.namedSpeaker(index))
    this.companies = companiesOf(reading, this.names)
    const signed = nameOfAuthor(reading, this.names, author)
    this.author = signed === null || this.entityOf[signed]! < 0 ? null : this.entityOf[signed]!
    this.bylines = bylinesOf(reading)
    this.isToldByAuthor =
      (signed !== null && this.bylines.has(this.paragraphOf(this.names[signed]!.first))) ||
      quotations.some(({ outer }, index) => outer === null && isFirstPerson(this.references[index]!))
    this.speakers = new Set(quotations.flatMap((_, index) => this.namedSpeaker(index) ?? []))
    for (const id of this.speakers) settleKind(reading, this.referents[id]!)
  }

  resolve(): ResolvedSpeakers {
    for (const step of stepsOf(this.reading, this.names, this.anchors, this.inSource)) this.take(step)
    for (const index of this.inner)
      this.choices[index] = this.choices[this.quotations[index]!.outer!] ?? UNKNOWN
    return collectSpeakers(this.reading, this.referents, this.choices)
  }

  private namedSpeaker(index: number): number | null {
    const reference = this.references[index]!
    const entity = reference.type === 'name' ? this.entityOf[reference.name]! : -1
    return entity < 0 ? null : entity
  }

  private paragraphOf(at: number): number {
    return this.reading.tokens[at]?.paragraph ?? 0
  }

  private take(step: Step): void {
    if (step.type === 'name') this.takeName(step.name)
    else if (step.type === 'quotation') this.takeQuotation(step.quotation)
    else {
      const { at, pronoun } = step
      const { referent, confidence } = this.choose(this.question('person', at, pronoun.gender, null, null))
      if (referent === null || confidence < SURE_ENOUGH) return
      this.mention(referent, at, at + 1)
      learnGender(this.referents[referent]!, pronoun.gender)
    }
  }

  private takeName(index: number): void {
    const name = this.names[index]!
    let entity = this.entityOf[index]!
    if (entity < 0) {
      entity = this.chooseBearer(index)
      this.entityOf[index] = entity
      addName(this.referents[entity]!, name)
    }
    this.counts[entity]!++
    if (
      this.reading.quoted[name.first] === 1 ||
      name.headline ||
      this.bylines.has(this.paragraphOf(name.first))
    )
      return
    this.mention(entity, name.first, name.end, name.titleFirst)
    this.takeCompany(index)
  }

  /** "Marta Olsen and Peter Dunn": whom "they" may mean from here on. */
  private takeCompany(index: number): void {
    const names = this.companies.get(index)
    if (names === undefined) return
    const members = names.map(name => this.entityOf[name]!)
    if (members.some(id => id < 0 || this.referents[id]!.kind !== 'person')) return
    const id = this.describeGroup(names)
    const first = this.names[names[0]!]!.first
    const isSource = this.inSource[first] === 1
    const isReported = this.around(first) !== null
    const { end } = this.names[index]!
    this.last.set(id, readMention(this.reading, first, end, { isSource, isReported, isUnnamed: false }))
    this.company = [id, ...this.company].slice(0, 2)
  }

  private chooseBearer(index: number): number {
    const name = this.names[index]!
    const question = {
      ...this.question('shared-name', name.first, genderOfTitle(this.reading, name), null, null),
      titles: titlesOf(this.reading, name),
      pronounAfter: pronounAfter(this.reading, this.names, index),
      firstOfFamily: firstNamed(this.merged.choices[index]!, this.referents),
    }
    const choice = this.chooseAmong(question, [...this.merged.choices[index]!], false)
    return choice.referent ?? this.merged.choices[index]![0]!
  }

  /** `start` is where a name's title begins; null for a pronoun or description. */
  private mention(id: number, first: number, end: number, start: number | null = null): void {
    const isSource = this.inSource[first] === 1
    const isReported = this.around(first) !== null
    const place = { isSource, isReported, isUnnamed: start === null, start: start ?? first }
    this.last.set(id, readMention(this.reading, first, end, place))
    this.recent = [id, ...this.recent.filter(other => other !== id)].slice(0, RECENT)
    if (start === null) this.referents[id]!.others.push([first, end])
  }

  private takeQuotation(index: number): void {
    const choice = this.resolveReference(index, this.references[index]!)
    this.choices[index] = choice
    if (choice.referent === null) return
    const { source } = this.quotations[index]!
    const reference = this.references[index]!
    if (source !== null && reference.type !== 'name' && reference.type !== 'several') {
      const [first, end] =
        reference.type === 'pronoun'
          ? [reference.at, reference.at + 1]
          : tokensWithin(this.reading.tokens, source)
      if (end > first) this.mention(choice.referent, first, end)
    }
    this.previous = index
    if (this.quotations[index]!.outer === null) this.speakerOutside = choice.referent
  }

  private resolveReference(index: number, reference: Reference): Choice {
    const at = this.anchors[index]!
    switch (reference.type) {
      case 'name': {
        const shared = this.merged.entityOf[reference.name]! < 0
        if (this.entityOf[reference.name]! < 0) this.takeName(reference.name)
        return { referent: this.entityOf[reference.name]!, confidence: shared ? 0.75 : 0.95 }
      }
      case 'several':
        return { referent: this.describeGroup(reference.names), confidence: 0.9 }
      case 'pronoun':
        return this.resolvePronoun(index, reference.pronoun, reference.at)
      case 'nominal':
        return this.resolveNominal(index, reference)
      case 'nothing':
        return this.choose(this.question('missing', at, null, index, null), true)
      case 'untold':
        return UNKNOWN
    }
  }

  private resolvePronoun(index: number, pronoun: Pronoun, at: number): Choice {
    if (pronoun.person === 'first' || pronoun.person === 'second') return this.speakerAround(index, pronoun)
    if (pronoun.person === 'relative') {
      const first = firstOfClauses(this.reading, at)
      const noun = nounBefore(this.reading, this.names, first)
      if (noun !== null) return { referent: this.addDescribed(noun), confidence: 0.8 }
      const { reading, recent, referents, last } = this
      const name = nameBefore(reading, recent, referents, last, first, pronoun.number === 'thing')
      if (name !== null) return { referent: name, confidence: 0.85 }
    }
    const sort = pronoun.number === 'one' ? 'person' : pronoun.number
    return this.choose(this.question(sort, at, pronoun.gender, index, null))
  }

  /** "I" and "we" inside a quotation are its speaker; outside, the author of the article. */
  private speakerAround(index: number, { person }: Pronoun): Choice {
    const { outer } = this.quotations[index]!
    if (person === 'second') return UNKNOWN
    if (outer !== null && outer !== index) {
      this.inner.push(index)
      return UNKNOWN
    }
    return this.author === null ? UNKNOWN : { referent: this.author, confidence: 0.8 }
  }

  private resolveNominal(index: number, nominal: Nominal): Choice {
    const isWhose = nominal.possessor !== null && this.reading.tokens[nominal.first]!.lower === 'whose'
    if (isWhose) return { referent: this.addDescribed(nominal), confidence: 0.8 }
    return this.choose(this.question('nominal', nominal.first, nominal.gender, index, nominal), true)
  }

  private describeGroup(names: readonly number[]): number {
    const [first, last] = [this.names[names[0]!]!, this.names[names.at(-1)!]!]
    const members = names.map(name => this.entityOf[name]!).filter(id => id >= 0)
    const description = sharedDescription(members.map(id => this.referents[id]!))
    return this.addReferent({ kind: 'group', words: [first.titleFirst, last.end], members, description })
  }

  private addReferent(some: Pick<Referent, 'kind' | 'words'> & Partial<Referent>): number {
    return this.referents.push(unnamedReferent(some)) - 1
  }

  private around(at: number): number | null {
    const quotation = this.contentOf[at] ?? -1
    return quotation < 0 ? null : quotation
  }

  private question(
    sort: ReferenceSort,
    at: number,
    gender: Question['gender'],
    quotation: number | null,
    nominal: Nominal | null,
  ): Question {
    const spokenAt = this.previous === null ? -1 : this.anchors[this.previous]!
    const outer = quotation === null ? this.around(at) : this.quotations[quotation]!.outer
    return {
      sort,
      at,
      gender,
      nominal,
      owner: nominal === null ? null : this.ownerOf(nominal),
      titles: NO_TITLES,
      pronounAfter: null,
      firstOfFamily: null,
      inDescription: nominal === null ? NOBODY : this.othersThan(nominal),
      inContent:
        quotation === null
          ? NOBODY
          : namedIn(this.reading, this.names, this.entityOf, this.quotations[quotation]!.content),
      speakers: this.speakers,
      speakerBefore: this.previous === null ? null : this.choices[this.previous]!.referent,
      spokenAt,
      speakerOutside: this.speakerOutside,
      sameParagraph: spokenAt >= 0 && this.paragraphOf(spokenAt) === this.paragraphOf(at),
      nextSpeaker: quotation === null ? null : this.nextNamed[quotation]!,
      dependent: isDependent(this.reading.tokens[at]?.lower ?? ''),
      reported: this.around(at) !== null,
      isSource: quotation !== null,
      outerSpeaker: outer === null ? null : (this.choices[outer]?.referent ?? this.namedSpeaker(outer)),
    }
  }

  private choose(question: Question, canBeNew = false): Choice {
    return this.chooseAmong(question, this.candidates(question), canBeNew)
  }

  private candidates({ sort, nominal, nextSpeaker, outerSpeaker, inDescription, at }: Question): number[] {
    const ids = new Set([...this.recent, ...this.prominent])
    if (sort === 'plural' || nominal?.kind === 'group') for (const id of this.company) ids.add(id)
    for (const id of [nextSpeaker, outerSpeaker]) if (id !== null) ids.add(id)
    if (nominal !== null) for (const id of this.byHead.of(nominal.head)) ids.add(id)
    const next = firstNameFrom(this.names, at)
    for (const index of [next, next + 1, next + 2])
      if ((this.entityOf[index] ?? -1) >= 0) ids.add(this.entityOf[index]!)
    if (this.isToldByAuthor && sort !== 'plural') ids.delete(this.author!)
    return [...ids].filter(id => !inDescription.has(id))
  }

  private chooseAmong(question: Question, possible: readonly number[], canBeNew: boolean): Choice {
    const ranks = new Map(this.recent.map((id, rank) => [id, rank]))
    const most = Math.log(2 + Math.max(0, ...this.prominent.map(id => this.counts[id]!)))
    const ids: number[] = []
    const features: Features[] = []
    for (const id of possible) {
      const share = Math.log(1 + (this.counts[id] ?? 1)) / most
      const [referent, last] = [this.referents[id]!, this.last.get(id)]
      const found = featuresOf(this.reading, question, referent, id, last, ranks.get(id) ?? RECENT, share)
      if (canBeNew && isRuledOut(question, referent, found)) continue
      ids.push(id)
      features.push(found)
    }
    if (canBeNew) features.push(writtenFeatures(question, [...features]))
    if (features.length === 0) return UNKNOWN
    const chances = this.rank({
      sort: question.sort,
      at: this.reading.tokens[question.at]!.start,
      candidates: features,
      nameOf: index =>
        index < ids.length ? speakerOf(this.reading, this.referents, ids[index]!).name : null,
    })
    const top = chances.reduce((most, chance, index) => (chance > chances[most]! ? index : most), 0)
    const isLeftAsWritten = canBeNew && isGuess(question, features[top]!, chances[top]!)
    const best = isLeftAsWritten ? ids.length : top
    const confidence = chances[best]!
    if (best < ids.length) return { referent: ids[best]!, confidence }
    return question.nominal === null ? UNKNOWN : { referent: this.addDescribed(question.nominal), confidence }
  }

  private addDescribed(nominal: Nominal): number {
    const { kind, gender, description, head, first, end } = nominal
    description.heads.add(head)
    const owner = this.ownerOf(nominal)
    const some: Parameters<typeof unnamedReferent>[0] = { kind, gender, description, words: [first, end] }
    if (owner !== null) {
      some.possessor = { referent: owner, end: Math.max(first, this.names[nominal.possessor!]!.end) }
    }
    const id = this.addReferent(some)
    this.byHead.add(head, id)
    return id
  }

  /** Whom a description cannot mean: the names in it, and who is the "he" of "his brother". */
  private othersThan({ names, first }: Nominal): Set<number> {
    const others = new Set(names.map(name => this.entityOf[name]!))
    const owner = PRONOUNS.get(this.reading.tokens[first]!.lower)
    if (owner?.person !== 'third' || owner.number !== 'one') return others
    const { referent, confidence } = this.choose(this.question('person', first, owner.gender, null, null))
    if (referent !== null && confidence >= SURE_ENOUGH) others.add(referent)
    return others
  }

  private ownerOf({ possessor }: Nominal): number | null {
    const owner = possessor === null ? -1 : this.entityOf[possessor]!
    return owner < 0 ? null : owner
  }
}

const UNKNOWN: Choice = { referent: null, confidence: 0 }
const NO_TITLES: ReadonlySet<string> = new Set()
const NOBODY: ReadonlySet<number> = new Set()
