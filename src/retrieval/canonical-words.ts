import { NUMERALS, TENS } from '../numerals.js'
import { stemOf } from './passages/terms.js'
import type { Word } from './words.js'

/** One word, or several that are written as one elsewhere ("one million", "health care"), in a form that other spellings share. */
export interface CanonicalWord extends Word {
  /** Equal for "1,000,000" and "one million", "won't" and "will not", "colour" and "color". */
  form: string
  /** The stems of the words it stands for. */
  stems: readonly string[]
}

const SMALL = new Map([
  ...NUMERALS.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, place): [string, number] => [word, 10 * (place + 2)]),
])
const SCALES = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['dozen', 12],
])
const SHORT_SCALES = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['b', 1e9],
  ['tn', 1e12],
])
/** What is counted in, where a sign would stand for it ("%", "$"). */
const MEASURES = new Set('percent pct dollar dollars usd bucks euro euros pound pounds pence'.split(' '))

const ORDINALS = new Map(
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
  sixteenth seventeenth eighteenth nineteenth twentieth`
    .split(/\s+/)
    .map((word, place): [string, string] => [word, `nth${place + 1}`]),
)

/** "1990s", "’90s" and "nineties" are one; so are those of somebody's age. */
const DECADES = new Map(
  TENS.flatMap((word, at) => {
    const decade = `${at + 2}0s`
    return [decade, `19${decade}`, word.replace(/y$/, 'ies')].map((key): [string, string] => [key, decade])
  }),
)

const ABBREVIATIONS = new Map([
  ['usa', 'united states'],
  ['uk', 'united kingdom'],
  ['eu', 'european union'],
  ['un', 'united nations'],
  ['gop', 'republican party'],
  ['pm', 'prime minister'],
  ['st', 'street'],
  ['prez', 'president'],
  ['tv', 'television'],
  ['govt', 'government'],
  ['jan', 'january'],
  ['feb', 'february'],
  ['aug', 'august'],
  ['sept', 'september'],
  ['oct', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
  ['folks', 'people'],
  ['kids', 'children'],
  ['gonna', 'going to'],
  ['wanna', 'want to'],
  ['gotta', 'got to'],
  ['cannot', 'can not'],
])

/** Contracted negatives: those of auxiliaries, and the three that change the verb. */
export const NEGATIVES = new Map([
  ...'is are was were do does did has have had would could should must need'
    .split(' ')
    .map((verb): [string, string] => [`${verb}nt`, `${verb} not`]),
  ['wont', 'will not'],
  ['cant', 'can not'],
  ['shant', 'shall not'],
])

/** "they're" is alike "they": what is contracted tells nothing. */
const PRONOUN_CONTRACTED =
  /^(i|you|he|she|it|we|they|that|there|who|what)['’](?:m|re|s|ve|d|ll)$|^(i|they|you)(?:m|re|ve)$/i

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/isation(s?)$/, 'ization$1'],
  [/(?<=.{4})(is|ys)(e[sdr]?|ing)$/, 'iz$2'],
  [/(?<=.{2})our(s|ed|ing|able|ite|ites|hood|less)?$/, 'or$1'],
  [/(?<=.{3})tre(s?)$/, 'ter$1'],
  [/(?<=.{3})ence$/, 'ense'],
  [/ogue(s?)$/, 'og$1'],
  [/(?<=.{3})ll(ed|ing|er|ers)$/, 'l$1'],
  [/^programme(s?)$/, 'program$1'],
  [/^mum(s?)$/, 'mom$1'],
]

/** Words that begin otherwise in American English; longer beginnings first. */
const BEGINNINGS = new Map(
  `chequer checker|cheque check|draught draft|enquir inquir|grey gray|jewellery jewelry|kerb curb|manoeuvred maneuvered|
  manoeuvre maneuver|manoeuvr maneuver|mould mold|moustache mustache|plough plow|practis practic|pyjama pajama|
  sceptic skeptic|tyre tire|yoghurt yogurt|aluminium aluminum|artefact artifact|doughnut donut`
    .split('|')
    .map(pair => pair.trim().split(' ') as [string, string]),
)
const BEGINNING = new RegExp(`^(?:${[...BEGINNINGS.keys()].join('|')})`)

const PAIRS = new Set([...ABBREVIATIONS.values(), ...NEGATIVES.values()].filter(form => form.includes(' ')))
const BEGINS_PAIR = new Set([...PAIRS].map(pair => pair.slice(0, pair.indexOf(' '))))
const LONGEST_NUMBER = 8

// A passage is compared again and again, and its words are remembered by the library.
const canonical = new WeakMap<readonly Word[], readonly CanonicalWord[]>()

/** The words in canonical form, in order; each stands for one or more words side by side. */
export function canonicalWords(words: readonly Word[]): readonly CanonicalWord[] {
  const known = canonical.get(words)
  if (known) return known
  const found: CanonicalWord[] = []
  for (let at = 0; at < words.length; ) {
    const word = words[at]!
    const several = readNumber(words, at) ?? readPair(words, at)
    found.push(several ? joined(words.slice(at, at + several.count), several.form) : readAlone(word))
    at += several?.count ?? 1
  }
  canonical.set(words, found)
  return found
}

/** Words that may stand as two on the other side: by their lengths. */
export type Compounds = ReadonlyMap<number, readonly string[]>

export function compoundsOf(words: readonly Word[]): Compounds {
  const compounds = new Map<number, string[]>()
  for (const { key } of words) compounds.set(key.length, [...(compounds.get(key.length) ?? []), key])
  return compounds
}

/** Joins two words that are one of the compounds together ("health care" where the other side has "healthcare"). */
export function joinCompounds(
  words: readonly CanonicalWord[],
  compounds: Compounds,
): readonly CanonicalWord[] {
  if (!words.some((word, at) => words[at + 1] && compoundOf(word, words[at + 1]!, compounds))) return words
  const found: CanonicalWord[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const next = words[at + 1]
    const compound = next && compoundOf(word, next, compounds)
    if (compound !== undefined) {
      found.push(joined([word, next!], compound))
      at++
    } else found.push(word)
  }
  return found
}

const compoundOf = (first: Word, second: Word, compounds: Compounds): string | undefined =>
  compounds
    .get(first.key.length + second.key.length)
    ?.find(key => key.startsWith(first.key) && key.endsWith(second.key))

interface Reading {
  count: number
  form: string
}

function joined(words: readonly Word[], form: string): CanonicalWord {
  const [first] = words
  const last = words.at(-1)
  if (!first || !last) throw new RangeError('A canonical word stands for at least one word, got none')
  return {
    text: words.map(({ text }) => text).join(' '),
    key: words.map(({ key }) => key).join(' '),
    stem: first.stem,
    start: first.start,
    end: last.end,
    form,
    stems: words.map(({ stem }) => stem),
  }
}

/** A single word in this form. */
export function alone(
  { text, key, stem, start, end }: Word,
  form: string,
  stems: readonly string[] = [stem],
): CanonicalWord {
  // Named one by one: spreading takes several times as long, and every word of a library comes here.
  return { text, key, stem, start, end, form, stems }
}

// Most words come again, and spelling rules are most of the cost of reading.
const forms = new Map<string, Pick<CanonicalWord, 'form' | 'stems'>>()
const REMEMBERED_FORMS = 30_000

function readAlone(word: Word): CanonicalWord {
  const known = forms.get(word.text)
  if (known) return alone(word, known.form, known.stems)
  const found = alone(word, formOf(word))
  if (forms.size >= REMEMBERED_FORMS) forms.clear()
  forms.set(word.text, { form: found.form, stems: found.stems })
  return found
}

function formOf({ text, key, stem }: Word): string {
  if (/^U\.?S\.?(?:A\.?)?$/.test(text)) return 'united states'
  const short = ABBREVIATIONS.get(key) ?? NEGATIVES.get(key) ?? ORDINALS.get(key) ?? DECADES.get(key)
  if (short !== undefined) return short
  const ordinal = /^(\d+)(?:st|nd|rd|th)$/.exec(key)
  if (ordinal) return `nth${ordinal[1]}`
  const pronoun = PRONOUN_CONTRACTED.exec(text)
  if (pronoun) return (pronoun[1] ?? pronoun[2] ?? key).toLowerCase()
  const isName = /^\p{Lu}/u.test(text)
  const begun = isName ? key : key.replace(BEGINNING, british => BEGINNINGS.get(british) ?? british)
  const spelt = SPELLINGS.reduce((word, [pattern, other]) => word.replace(pattern, other), begun)
  return spelt === key ? stem : stemOf(spelt)
}

function readPair(words: readonly Word[], at: number): Reading | null {
  const next = words[at + 1]
  if (!next || !BEGINS_PAIR.has(words[at]!.key)) return null
  const pair = `${words[at]!.key} ${next.key}`
  return PAIRS.has(pair) ? { count: 2, form: pair } : null
}

/** A number in digits or words, with its scale and measure: "14 million dollars", "a million", "twenty-five", "1.5bn". */
function readNumber(words: readonly Word[], at: number): Reading | null {
  const { text: opening, key: openingKey } = words[at]!
  if (!/^[$\d]/.test(opening) && !SMALL.has(openingKey) && !isOne(openingKey)) return null
  let value = 0
  let group = 0
  let end = at
  let last: number | null = null
  for (; end < words.length && end < at + LONGEST_NUMBER; end++) {
    const { text, key } = words[end]!
    const scale = SCALES.get(key) ?? (isTouching(words, end) ? SHORT_SCALES.get(key) : undefined)
    const number = digitsOf(text) ?? SMALL.get(key) ?? null
    if (scale !== undefined && last !== null) {
      if (scale === 100 || scale === 12) group *= scale
      else {
        value += group * scale
        group = 0
      }
      last = scale
    } else if (number !== null && (last === null || (SMALL.has(key) && last > number && last % 10 === 0))) {
      group += number
      last = number
    } else if (end === at && isOne(key) && SCALES.has(words[end + 1]?.key ?? '')) {
      group = 1
      last = 1
    } else break
  }
  if (last === null) return null
  return { count: end - at + measureAfter(words, end), form: `#${value + group}` }
}

const isTouching = (words: readonly Word[], at: number): boolean => words[at - 1]?.end === words[at]!.start

const isOne = (key: string): boolean => key === 'a' || key === 'an'

function measureAfter(words: readonly Word[], at: number): number {
  // A name.
  if (words[at]?.text === 'Pence') return 0
  if (MEASURES.has(words[at]?.key ?? '')) return 1
  return words[at]?.key === 'per' && words[at + 1]?.key === 'cent' ? 2 : 0
}

/** "1,200", "$14", "1.5bn", "100k", "40p"; null for anything else. */
function digitsOf(text: string): number | null {
  if (!/^[$\d]/.test(text)) return null
  const parts = /^\$?(\d[\d,]*(?:\.\d+)?)(k|m|mn|bn|b|tn|p)?$/i.exec(text)
  if (!parts) return null
  const value = Number(parts[1]!.replaceAll(',', '')) * (SHORT_SCALES.get(parts[2]?.toLowerCase() ?? '') ?? 1)
  return Number(value.toPrecision(12))
}

/** Whether it stands for a number. */
export const isNumber = ({ form }: CanonicalWord): boolean => form.startsWith('#')

/** Other ways in which its number may be written, for a search: "1000000", "1 million". */
export function otherSpellings(word: CanonicalWord): string[] {
  const { form } = word
  if (!isNumber(word)) return form.includes(' ') && !isNegative(word) ? [form] : []
  const value = Number(form.slice(1))
  const scales = [...SCALES].filter(([word, scale]) => word !== 'dozen' && scale >= 1e3 && value >= scale)
  const largest = scales.at(-1)
  return [String(value), ...(largest ? [`${Number((value / largest[1]).toPrecision(6))} ${largest[0]}`] : [])]
}

const NEGATIVE = /(?:^| )(?:not|no|never|nobody|nothing|none|neither|nor|without)$/

/** Whether it denies. */
export const isNegative = ({ form, key }: CanonicalWord): boolean => NEGATIVE.test(form) || NEGATIVE.test(key)
