import type { Span } from '../../span.js'
import type { Speaker } from '../analysis.js'
import type { Quotation } from '../quotation.js'
import { initialsOf } from '../speakers/name-merging.js'
import type { ResolvedSpeakers } from '../speakers/resolved-speakers.js'
import { announcedName } from './heading-names.js'
import { isInitials, keyOfLabel, kindOfLabel, wordsOfLabel } from './label-kinds.js'
import type { Label } from './labels.js'
import { type Casing, mixedCase, readCasing } from './mixed-case.js'
import type { Turns } from './turns.js'

interface Transcript {
  text: string
  turns: Turns
}

/** Confidence in a speaker whose label is a name, or a part in the conversation. */
const LABELLED = 0.97
/** And where the name was chosen among several of one family. */
const CHOSEN = 0.85
/** And where an interview's title tells whose the answers are. */
const INTERVIEWED = 0.75
/** UTF-16 units before the first turn in which names are looked for. */
const LONGEST_HEADING = 10_000

/** Everyone whom labels name, with the fullest of them: "LEE" after "ANN LEE, HOST" is one with it. */
interface Party {
  label: Label
  /** Lower case, without titles. */
  words: readonly string[]
  isRole: boolean
  spans: Span[]
}

/**
 * Credits every turn to whom its label names: by the fullest name that the transcript gives, always the same for one
 * label. What nobody is named for has no speaker.
 */
export function creditTurns(
  transcript: Transcript,
  title: string,
  quotations: readonly Quotation[],
  resolved: ResolvedSpeakers,
): ResolvedSpeakers {
  if (transcript.turns.size === 0) return resolved
  const { parties, partyAt } = partiesOf(transcript.turns)
  const roster = new Roster(transcript, title, resolved.speakers)
  const speakers = parties.map(party => roster.speakerOf(party))
  const speakerOf = [...resolved.speakerOf]
  const confidence = [...resolved.confidence]
  for (const [index, { isTurn, source }] of quotations.entries()) {
    if (!isTurn) continue
    const chosen = source === null ? undefined : speakers[partyAt.get(source[0])!]
    speakerOf[index] = chosen?.speaker ?? null
    confidence[index] = chosen?.confidence ?? 0
  }
  return withoutUnheard(roster.speakers, parties, speakerOf, confidence)
}

/** `partyAt`: by where a label begins. */
function partiesOf(turns: Turns): { parties: Party[]; partyAt: Map<number, number> } {
  const parties: Party[] = []
  const byKey = new Map<string, number>()
  const byFamily = new Map<string, number>()
  const partyAt = new Map<number, number>()
  for (const { label, opens } of turns.values()) {
    if (label === null || !opens) continue
    const key = keyOfLabel(label.name)
    const words = wordsOfLabel(label.name)
    const isRole = isPart(label.name)
    const family = isRole ? undefined : byFamily.get(words.at(-1)!)
    const fits = family !== undefined && isOneWith(parties[family]!.words, words)
    const known = words.length === 1 && fits ? family : (byKey.get(key) ?? (fits ? family : undefined))
    const index = known ?? parties.length
    if (known === undefined) parties.push({ label, words, isRole, spans: [] })
    const party = parties[index]!
    if (words.length > party.words.length) Object.assign(party, { label, words })
    party.spans.push(label.span)
    byKey.set(key, index)
    if (!isRole) byFamily.set(words.at(-1)!, index)
    partyAt.set(label.span[0], index)
  }
  return { parties, partyAt }
}

const isPart = (name: string): boolean => {
  const kind = kindOfLabel(name)
  return kind === 'role' || kind === 'question'
}

/** Whether two names with one last word may be one person's: a given name that both have must agree. */
function isOneWith(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < b.length ? endsWith(b, a) : endsWith(a, b)) return true
  return a[0] === b[0] || a[0]![0] === b[0]!.replace(/\./g, '') || a[0]!.replace(/\./g, '') === b[0]![0]
}

const endsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.every((word, index) => word === long[long.length - short.length + index])

/** The speakers that the names of the text made, with those that only labels name. */
class Roster {
  readonly speakers: Speaker[]
  readonly #byFamily = new Map<string, number[]>()
  readonly #title: string
  readonly #header: string
  readonly #casing: Casing

  constructor(transcript: Transcript, title: string, known: readonly Speaker[]) {
    this.speakers = [...known]
    this.#title = title
    const [first] = transcript.turns.values()
    const heading = transcript.text.slice(0, first?.label?.span[0] ?? first?.said[0] ?? 0)
    this.#header = `${title}\n${heading.slice(-LONGEST_HEADING)}`
    this.#casing = readCasing(transcript.text)
    for (const [index, { name, kind, named }] of known.entries()) {
      const words = wordsOfLabel(name)
      if (!named || kind === 'document' || words.length > 5) continue
      const family = words.at(-1)!
      const bearers = this.#byFamily.get(family)
      if (bearers) bearers.push(index)
      else this.#byFamily.set(family, [index])
    }
  }

  /** "A", where the title names one person: an interview with whom. */
  #interviewed({ words }: Party): number[] {
    if (!/^(?:a|answer)$/.test(words.join(' '))) return []
    const title = ` ${wordsOfLabel(this.#title.replace(/['’]s(?!\p{L})|[^\p{L}\p{N}'’.-]+/gu, ' ')).join(' ')} `
    return [...this.speakers.keys()].filter(index => {
      const { name, named, kind } = this.speakers[index]!
      const own = wordsOfLabel(name)
      return named && kind === 'person' && own.length > 1 && title.includes(` ${own.join(' ')} `)
    })
  }

  speakerOf(party: Party): { speaker: number; confidence: number } {
    const candidates = party.isRole ? this.#holders(party) : this.#bearers(party)
    const [only] = candidates
    if (only !== undefined && candidates.length === 1)
      return { speaker: this.#join(only, party), confidence: LABELLED }
    const interviewed = this.#interviewed(party)
    if (interviewed.length === 1) return { speaker: interviewed[0]!, confidence: INTERVIEWED }
    const chosen = party.isRole ? null : this.#mostMeant(candidates)
    if (chosen !== null) return { speaker: this.#join(chosen, party), confidence: CHOSEN }
    this.speakers.push(this.#written(party))
    return { speaker: this.speakers.length - 1, confidence: LABELLED }
  }

  /** Who has the initials, or the family name and no other given name. */
  #bearers({ label, words }: Party): number[] {
    const spelledOut = isInitials(label.name) ? this.#spelledOut(label.name) : []
    if (spelledOut.length === 1) return spelledOut
    const named = (this.#byFamily.get(words.at(-1)!) ?? []).map(index => ({
      index,
      own: wordsOfLabel(this.speakers[index]!.name),
    }))
    const fitting = named.filter(({ own }) => isOneWith(own, words))
    const fullest = fitting.filter(
      ({ own }) => !fitting.some(other => other.own.length > own.length && endsWith(other.own, own)),
    )
    const several = fullest.length > 0 && fullest[0]!.own.length === 1
    return (several ? fullest.slice(0, 1) : fullest).map(({ index }) => index)
  }

  /** Whose initials these are. */
  #spelledOut(initials: string): number[] {
    return [...this.speakers.keys()].filter(index => {
      const { name, named, kind } = this.speakers[index]!
      return named && kind === 'person' && initialsOf(wordsOfLabel(name)).toUpperCase() === initials
    })
  }

  /** "THE PRESIDENT", where the heading tells of one: "Remarks by President Lee". */
  #holders({ words }: Party): number[] {
    const office = words.join(' ')
    if (/^(?:q|a|question|answer)$/.test(office)) return []
    const named = new RegExp(String.raw`(?<!\p{L})${escaped(office)} ((?:\p{Lu}[\p{L}.'’-]*\s?)+)`, 'giu')
    const holders = [...this.#header.matchAll(named)].map(([, name]) => wordsOfLabel(name!.trim()).join(' '))
    const found = [...this.speakers.keys()].filter(index => {
      const { name, named, kind } = this.speakers[index]!
      if (!named || kind !== 'person') return false
      const own = wordsOfLabel(name)
      return holders.some(
        holder => holder === own.join(' ') || holder === own.at(-1) || holder.startsWith(`${own.join(' ')} `),
      )
    })
    return [...new Set(found)]
  }

  /** Of several of one family: whom the heading names, or whom the others name much more often. */
  #mostMeant(candidates: readonly number[]): number | null {
    const header = this.#header.toLowerCase()
    const announced = candidates.filter(index =>
      header.includes(wordsOfLabel(this.speakers[index]!.name).join(' ')),
    )
    if (announced.length === 1) return announced[0]!
    const among = announced.length > 0 ? announced : candidates
    const counts = among.map(index => this.speakers[index]!.mentions.length)
    const most = Math.max(0, ...counts)
    const clear = counts.filter(count => count * 2 > most).length === 1
    return clear ? among[counts.indexOf(most)]! : null
  }

  #join(index: number, { label, words }: Party): number {
    const speaker = this.speakers[index]!
    const known = wordsOfLabel(speaker.name)
    const fuller = words.length > known.length ? label.name : speaker.name
    const isBare = words.length >= known.length
    const announced = isBare ? announcedName(this.#header, words) : null
    const name = mixedCase(this.#casing, announced ?? fuller)
    const aliases = new Set([...speaker.aliases, speaker.name, label.name])
    aliases.delete(name)
    this.speakers[index] = { ...speaker, name, kind: 'person', aliases: [...aliases] }
    return index
  }

  #written({ label, words, isRole, spans }: Party): Speaker {
    const full = announcedName(this.#header, words) ?? label.name
    const name = isRole ? label.name : mixedCase(this.#casing, full)
    const aliases = name === label.name ? [] : [label.name]
    return { name, kind: 'person', named: !isRole, aliases, mentions: spans.slice(0, 1) }
  }
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Leaves out those who were found in labels only and whom no turn is credited to after all. */
function withoutUnheard(
  speakers: readonly Speaker[],
  parties: readonly Party[],
  speakerOf: readonly (number | null)[],
  confidence: number[],
): ResolvedSpeakers {
  const heard = new Set(speakerOf)
  const labels = new Set(parties.flatMap(({ spans }) => spans.map(([start]) => start)))
  const kept = [...speakers.keys()].filter(
    index =>
      heard.has(index) ||
      (speakers[index]!.named && !speakers[index]!.mentions.every(([start]) => labels.has(start))),
  )
  const places = new Map(kept.map((index, place) => [index, place]))
  return {
    speakers: kept.map(index => speakers[index]!),
    speakerOf: speakerOf.map(index => (index === null ? null : (places.get(index) ?? null))),
    confidence,
  }
}
