import { tagBits } from '../tagger.js'
import {
  type Description,
  describe,
  emptyDescription,
  headOf,
  isDeterminer,
  kindOfNoun,
} from './descriptions.js'
import type { Gender } from './gender.js'
import { firstNameFrom, type NameMention } from './names.js'
import { PRONOUNS } from './pronouns.js'
import { LEADING } from './proper-words.js'
import type { Reading } from './reading.js'
import { type HeadKind, kindOfHead } from './role-words.js'

/** A person, body or document told by a description: "the NATO chief", "another source", "Clinton's campaign". */
export interface Nominal {
  type: 'nominal'
  first: number
  end: number
  head: string
  kind: HeadKind
  gender: Gender | null
  definite: boolean
  /** Whether it is somebody's: "his wife", "Clinton's campaign". */
  possessed: boolean
  /** Whether words follow its head: "the chair of the board". */
  detailed: boolean
  /** Indexes of the names in it: "a Homeland Security memo". */
  names: readonly number[]
  description: Description
  /** Index of the name that "X's" or "X, whose" puts before the noun, or null. */
  possessor: number | null
}

export const NOUN = tagBits('Noun', 'Adjective', 'Plural', 'Singular', 'Actor')
export const PREPOSITION = tagBits('Preposition')
const PLURAL = tagBits('Plural')
export const VERB = tagBits('Auxiliary', 'Modal', 'Copula', 'PastTense')

/** What a source that names nobody describes; null where it describes nothing. */
export function nominal(
  reading: Reading,
  names: readonly NameMention[],
  inside: readonly number[],
  first: number,
  end: number,
): Nominal | null {
  const at = headOf(reading, first, end)
  if (at === null || PRONOUNS.has(reading.tokens[at]!.lower)) return null
  if (end - first === 1 && !isNounAlone(reading, at)) return null
  return readNominal(reading, names, inside, startOfPhrase(reading, first, end), end, at)
}

/** Where the phrase begins of which the source is the last word: "The transport | ministry". */
function startOfPhrase(reading: Reading, first: number, end: number): number {
  const { text } = reading.tokens[first]!
  const kind = kindOfHead(text)
  if (end - first > 1 || kind === null || kind === 'group') return first
  for (let start = first - 1; start > 0 && first - start < 4 && isLeading(reading, start); start--)
    if (/^(?:an?|the|his|her|its|their)$/.test(reading.tokens[start]!.lower)) return start
  return first
}

export function isLeading({ tokens, tags }: Reading, at: number): boolean {
  const { kind, lower, text } = tokens[at]!
  if (kind !== 'word' || isDeterminer(tokens[at + 1]!.lower)) return false
  return isDeterminer(lower) || /^\d+$/.test(text) || ((tags[at]! & NOUN) !== 0 && (tags[at]! & VERB) === 0)
}

/** Whether a word that stands alone can name somebody: "officials", "some", but not "keeps", "worth", "but". */
function isNounAlone({ tokens, tags }: Reading, at: number): boolean {
  const { lower } = tokens[at]!
  if (kindOfHead(lower) !== null || QUANTITY.test(lower)) return true
  if (LEADING.has(lower)) return false
  return (tags[at]! & (NO_NOUN | VERB)) === 0
}

const QUANTITY =
  /^(?:some|many|others?|another|few|several|both|most|all|one|two|three|none|neither|half|\d.*)$/
const NO_NOUN = tagBits(
  'PresentTense',
  'Infinitive',
  'Gerund',
  'Adverb',
  'Conjunction',
  'Preposition',
  'Determiner',
)

export function readNominal(
  reading: Reading,
  names: readonly NameMention[],
  inside: readonly number[],
  first: number,
  end: number,
  head: number,
): Nominal {
  const { tokens, tags } = reading
  const description = emptyDescription()
  describe(reading, description, first, head + 1)
  const lower = tokens[head]!.lower
  const possessor =
    tokens[first]!.lower === 'whose'
      ? nameJustBefore(reading, names, first)
      : inside.find(index => {
          const after = names[index]!.end
          return after < head && /^'s?$/.test(tokens[after]!.lower)
        })
  return {
    type: 'nominal',
    first,
    end,
    head: lower,
    kind: kindOfNoun(lower, (tags[head]! & PLURAL) !== 0),
    gender: description.gender,
    definite: /^(?:the|that|this|these|those)$/.test(tokens[first]!.lower),
    possessed: isPossessed(reading, first, head),
    detailed: isDetailed(reading, head + 1, end),
    names: inside,
    description,
    possessor: possessor ?? null,
  }
}

/** "Ann Lee, | whose lawyers" */
function nameJustBefore({ tokens }: Reading, names: readonly NameMention[], at: number): number | undefined {
  const end = tokens[at - 1]?.text === ',' ? at - 1 : at
  const index = firstNameFrom(names, end - 1)
  return names[index]?.end === end ? index : undefined
}

const isPossessed = ({ tokens }: Reading, first: number, head: number): boolean =>
  /^(?:its|his|her|their|my|our|your|whose)$/.test(tokens[first]!.lower) ||
  tokens.slice(first + 1, head).some(({ lower }) => /^['’]s?$/.test(lower))

/** Whether words follow the head, other than a clause that only adds something: ", which makes frozen meals". */
function isDetailed({ tokens }: Reading, first: number, end: number): boolean {
  const adds = tokens[first]?.text === ',' && /^(?:who|which|whose)$/.test(tokens[first + 1]?.lower ?? '')
  return !adds && tokens.slice(first, end).some(({ kind }) => kind === 'word')
}
