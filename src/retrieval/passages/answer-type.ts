import { Trait } from './word-traits.js'

/** What a question asks for. */
export const ANSWER_TYPES = [
  'other',
  'who',
  'when',
  'where',
  'why',
  'how',
  'number',
  'measure',
  'thing',
] as const
export type AnswerType = (typeof ANSWER_TYPES)[number]

const WH = new Set('who whom whose when where why how what which'.split(' '))
const MEASURED = new Set(
  'long far old often large big tall high deep fast heavy wide big soon late far late hot cold big'.split(
    ' ',
  ),
)

const HEADS: readonly (readonly [type: AnswerType, words: string])[] = [
  ['when', 'year years date dates day month decade century time period era season'],
  [
    'where',
    `city cities country countries place places state states location locations town region regions area areas
    continent county province street river island village venue stadium site`,
  ],
  [
    'who',
    `person people player players coach president king queen actor actress author leader ruler emperor scientist
    inventor politician singer artist writer director man woman individual individuals doctor architect general
    minister philosopher theologian composer founder governor`,
  ],
  ['number', 'percent percentage number amount population fraction proportion rate score'],
  ['measure', 'length height distance size temperature age speed cost price depth weight width'],
]

const TYPE_OF_HEAD = new Map<string, AnswerType>()
for (const [type, words] of HEADS) for (const word of words.split(/\s+/)) TYPE_OF_HEAD.set(word, type)

const AUXILIARIES = new Set(
  'did does do is are was were has have had can could should would will didnt doesnt dont isnt arent wasnt werent hasnt havent'.split(
    ' ',
  ),
)
/** What may stand before the word that asks: "in which year", "and at what time". */
const BEFORE_ASKING = new Set(
  'and but so or in on at of for from to by with under during after before about along within through the a an'.split(
    ' ',
  ),
)
/** In characters: who asks says so before. */
const LONGEST_OPENING = 200

/** Whether a text asks: by its last mark, or, without one, by a word at its beginning; what does not, says something. */
export function isQuestion(text: string): boolean {
  const [, mark] = /([?.!…])[\s"'”’)]{0,20}$/.exec(text) ?? []
  if (mark !== undefined) return mark === '?'
  const opening = text.slice(0, LONGEST_OPENING).toLowerCase().replace(/['’]/g, '')
  const words = opening.match(/[\p{L}\p{N}]+/gu) ?? []
  if (AUXILIARIES.has(words[0] ?? '')) return true
  const first = words.find(word => !BEFORE_ASKING.has(word))
  return first !== undefined && WH.has(first)
}

/** What is searched for: what answers a question, or what says the same as a statement (a claim, remembered words). */
export type SearchKind = 'question' | 'statement'

export const kindOf = (text: string): SearchKind => (isQuestion(text) ? 'question' : 'statement')

/** How many words after "what" or "which" are looked at for the thing asked for. */
const HEAD_REACH = 4

/** Of a question's words in lower case, in order. */
export function answerType(words: readonly string[]): AnswerType {
  const at = words.findIndex(word => WH.has(word))
  const next = words[at + 1] ?? ''
  switch (words[at]) {
    case undefined:
      return 'other'
    case 'who':
    case 'whom':
    case 'whose':
      return 'who'
    case 'when':
    case 'where':
    case 'why':
      return words[at] as AnswerType
    case 'how':
      return next === 'many' ? 'number' : next === 'much' || MEASURED.has(next) ? 'measure' : 'how'
    default:
      return typeOfThing(words.slice(at + 1, at + 1 + HEAD_REACH))
  }
}

/** "what team did …", "which city": the word before the verb, or after "is the". */
function typeOfThing(following: readonly string[]): AnswerType {
  for (const word of following) {
    const type = TYPE_OF_HEAD.get(word)
    if (type) return type
    if (/^(?:did|does|do|had|has|have|would|could|can|will)$/.test(word)) break
  }
  return 'thing'
}

/** The traits of words that can be the answer. */
export const TRAITS_OF_ANSWER: Readonly<Record<AnswerType, number>> = {
  other: Trait.capital | Trait.number,
  who: Trait.capital,
  when: Trait.year | Trait.date | Trait.number,
  where: Trait.capital,
  why: Trait.reason,
  how: 0,
  number: Trait.number | Trait.quantity,
  measure: Trait.number | Trait.quantity | Trait.money | Trait.unit,
  thing: Trait.capital,
}
