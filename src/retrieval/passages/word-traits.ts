import { MONTHS, SHORT_MONTHS, WEEKDAYS } from '../../calendar.js'
import { NUMERALS, TENS } from '../../numerals.js'

/** What the shape of a word says about it; bits of one number. */
export const Trait = {
  capital: 1,
  number: 2,
  year: 4,
  date: 8,
  quantity: 16,
  money: 32,
  percent: 64,
  personTitle: 128,
  unit: 256,
  role: 512,
  place: 1024,
  reason: 2048,
  pronoun: 4096,
} as const

const LISTS: readonly (readonly [trait: number, words: string])[] = [
  [
    Trait.date,
    `${[...MONTHS, ...SHORT_MONTHS, ...WEEKDAYS].join(' ')} today yesterday tomorrow tonight
    century centuries decade decades spring summer autumn winter morning evening night week month year day`,
  ],
  [
    Trait.quantity,
    `${[...NUMERALS.slice(1), ...TENS].join(' ')} hundred hundreds thousand thousands million millions
    billion billions trillion dozen dozens half third quarter several few many most single double twice once first second`,
  ],
  [Trait.money, 'dollar dollars euro euros pound pounds yen cents franc francs'],
  [Trait.percent, 'percent percentage pct'],
  [
    Trait.personTitle,
    `mr mrs ms miss dr sir lord lady president senator sen rep gov governor king queen prince princess pope bishop
    general gen colonel captain prof professor minister judge justice chancellor secretary saint`,
  ],
  [
    Trait.unit,
    `mile miles km kilometre kilometres kilometer kilometers metre metres meter meters feet foot inch inches yard yards
    acre acres hectare hectares ton tons tonne tonnes kg kilogram kilograms gram grams degree degrees hour hours minute
    minutes second seconds day days week weeks month months years litre litres liter liters gallon barrels mph watt watts
    volt volts people`,
  ],
  [
    Trait.role,
    `founder leader director chief head chairman chair ceo author writer actor actress singer player coach inventor
    scientist physicist engineer architect artist composer emperor ruler commander officer official spokesman spokeswoman
    spokesperson lawyer attorney teacher doctor student son daughter father mother brother sister wife husband`,
  ],
  [
    Trait.place,
    `city town village country state province county region district river lake sea ocean island mountain valley street
    road avenue park church university school hospital stadium airport north south east west northern southern eastern
    western coast border capital area located near at in`,
  ],
  [
    Trait.reason,
    'because due since therefore thus hence cause caused causes reason reasons led result resulted so',
  ],
  [Trait.pronoun, 'he she it they him her them his their its this these that those'],
]

const LISTED = new Map<string, number>()
for (const [trait, words] of LISTS)
  for (const word of words.split(/\s+/)) LISTED.set(word, (LISTED.get(word) ?? 0) | trait)

/** The traits of a word as it is written. */
export function wordTraits(word: string): number {
  const listed = LISTED.get(word.length < 16 ? word.toLowerCase() : '') ?? 0
  return listed | shapeTraits(word)
}

function shapeTraits(word: string): number {
  if (/\p{N}/u.test(word)) return numberTraits(word)
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0)
  return first !== first.toLowerCase() ? Trait.capital : 0
}

function numberTraits(word: string): number {
  if (/^1\d{3}s?$|^20\d{2}s?$/.test(word)) return Trait.number | Trait.year
  const money = /^[$€£¥]/.test(word) ? Trait.money : 0
  return Trait.number | money | (word.endsWith('%') ? Trait.percent : 0)
}
