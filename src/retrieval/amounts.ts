import { asWritten, MONTHS, SHORT_MONTHS, WEEKDAYS } from '../calendar.js'
import { NUMERALS, TENS } from '../numerals.js'
import { writtenOut } from './chat-words.js'
import { type Word, wordsOf } from './words.js'

/** What a sentence holds of the amount that is asked for: none, one that may be of something else, or one of the very thing. */
export const Amount = { none: 0, some: 1, asked: 2 } as const
export type Amount = (typeof Amount)[keyof typeof Amount]

export type AmountTest = (sentence: string) => Amount

const MONTH = `\\b(?:${asWritten([...MONTHS, ...SHORT_MONTHS])})\\b\\.?`
const NUMERAL = `${[...NUMERALS.slice(2), ...TENS].join('|')}|hundreds?|thousands?|millions?|billions?|dozens?|couple|handful|pair|twice`
/** They count only what follows them: "both ships", but "both in Runa and in Vell". */
const LOOSE_NUMERAL = 'one|no|none|nobody|zero|once|single|both|half|several|few'
/** A number that counts: no year, no day of a month, no time of day, no sum of money. */
const COUNT = new RegExp(
  `(?<![$£€][\\d.,]{1,12} )\\b(?:${NUMERAL}|(${LOOSE_NUMERAL}))\\b|` +
    `(?<!${MONTH} )(?<![-\\w.,:$£€])(?!(?:1[5-9]|20)\\d\\d\\b(?![,.]\\d))\\d[\\d,.]*(?![\\d:]|\\w| ?[ap]\\.m)`,
  'gi',
)
/** What a number before it measures. */
const MEASURE =
  /^(?: ?(?:to|and|or|-|–) ?[\d.,]{1,12})?[ -]?(?:(%|per ?cent|percent\w*|pct)|(?:(?:hundred|thousand|million|billion|trillion)[ -])?(?:dollars?|pounds?|euros?|rubles?|cents?)\b|(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|points?|miles?|feet|foot|inch(?:es)?|kilomet(?:er|re)s?|met(?:er|re)s?|acres?|degrees?|o['’]clock)\b)/i
/** "27 percent", "one-third". */
const COUNTED_SHARE =
  /\d ?(?:%|per ?cent\b|percent\b|pct\b)|\b(?:one|two|three|four)[- ](?:third|quarter|fifth|tenth)s?\b/i
/** Polls tell how many by the share. */
const POLL = /\b(?:polls?|polled|polling|pollsters?|surveys?|surveyed)\b/i
const AFTER_HOW_MANY = /\bhow many\s+([^?]*)/i
const ENDS_NOUN =
  /^(?:did|does|do|has|have|had|is|are|was|were|will|would|can|could|should|may|might|in|on|at|to|from|with|that|who|which|of|for|by|there|he|she|it|they|we|you|the|a|an)$/
const NOUN_WORDS = 4
const REACH = 5
const LONGEST_REACH = 60
const SHARED_BEGINNING = 4

/** "How many ships sank": a count of ships, or one that does not measure something else; of a poll, a share. */
function countAskedFor(question: string): AmountTest {
  const counted = nounsAfterHowMany(question)
  const isPoll = POLL.test(question)
  const isCounted = ({ stem }: Word) => counted.some(noun => isLike(noun, stem))
  return sentence => {
    if ((isPoll || POLL.test(sentence)) && COUNTED_SHARE.test(sentence)) return Amount.asked
    let held: Amount = Amount.none
    for (const match of sentence.matchAll(COUNT)) {
      const [count, loose] = match
      const after = sentence.slice(match.index + count.length).slice(0, LONGEST_REACH)
      const [measure, share] = MEASURE.exec(after) ?? []
      if (share !== undefined) continue
      if (wordsOf(clauseOf(after)).slice(0, REACH).some(isCounted)) return Amount.asked
      if (loose === undefined && measure === undefined) held = Amount.some
    }
    return held
  }
}

function nounsAfterHowMany(question: string): string[] {
  const words = wordsOf(AFTER_HOW_MANY.exec(question)?.[1] ?? '')
    .slice(0, NOUN_WORDS)
    .flatMap(writtenOut)
  const end = words.findIndex(({ key }) => ENDS_NOUN.test(key))
  return words.slice(0, end < 0 ? words.length : end).map(({ stem }) => stem)
}

const clauseOf = (text: string): string => text.split(/[.;:?!](?:\s|$)/, 1)[0]!

const isLike = (a: string, b: string): boolean =>
  a === b || (a.length >= SHARED_BEGINNING && a.slice(0, SHARED_BEGINNING) === b.slice(0, SHARED_BEGINNING))

const MONEY =
  /[$£€¥]|\b(?:dollars?|pounds?|euros?|cents?|bucks|rubles?|pesos?|yen|yuan|kron(?:or|er|a)|rupees?|francs?|shekels?|free|nothing)\b|\d ?(?:million|billion|trillion|thousand)\b/i
/** Or a number as large as sums are, its currency being plain. */
const SUM = new RegExp(`${MONEY.source}|\\d,\\d{3}\\b`, 'i')
const SHARE =
  /%|\b(?:percent(?!age points?)\w*|per cent|pct|half|thirds?|quarters?|fifths?|tenths?|majority|most|all|none)\b|\d (?:in|of|out of|to) (?:every )?\d|\d[–-]\d/i
const MARGIN =
  /%|\b(?:percent\w*|per cent|pct|points?|votes?|margins?|lead|half|twice|double\w*|triple\w*)\b|[$£€]|\d ?(?:to|[–-]) ?\d/i
const DURATION =
  /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur\w+|miles?|feet|foot|inch\w*|met(?:er|re)s?|long|until|since|forever|indefinitely|weekend)\b/i
const LENGTH =
  /\b(?:miles?|feet|foot|inch\w*|yards?|(?:kilo|centi|milli)?met(?:er|re)s?|stor(?:eys?|y|ies))\b|\d[ -]?(?:ft|in|[kcm]?m)\b|\d ?['′’]/i
const NUMBER = new RegExp(
  `\\d|\\b(?:${NUMERAL}|one|zero|half|single|once|third|quarter|doubled?|tripled?|tied?|even|inch|foot|miles?)\\b`,
  'i',
)
/** Apart from months, which are told by their capital: "may" and "march" are verbs. */
const TIME = new RegExp(
  String.raw`\d|\b(?:${WEEKDAYS.join('|')}|today|yesterday|tomorrow|tonight|weeks?|weekends?|months?|years?|days?|nights?|mornings?|evenings?|afternoons?|noon|midnight|ago|earlier|later|since|until|till|springs?|summers?|winters?|autumns?|fall|decades?|centur\w+|hours?|minutes?|moments?|soon|immediately|recently|Christmas|Easter|Eve|after|before|during|following|now|next|last|then|once|when)\b`,
  'i',
)
const A_MONTH = new RegExp(MONTH)
const COUNTED = String.raw`(?:\d|\b(?:${NUMERAL}|one|half an?))`
const A_NUMBER = new RegExp(String.raw`\d|\b(?:${NUMERAL}|one)\b`, 'i')
const YEARS = String.raw`(?:\d{1,3}|(?:${TENS.join('|')})(?:-\w{3,5})?|${NUMERALS.slice(1).join('|')})`
const DECADES = TENS.map(word => word.replace(/y$/, 'ies')).join('|')
/** "46-year-old", "nine hours old", "ages 4 and 6", "Maren Holt, 46, …", "(46)", "who was 12 when they split". */
const AGE = new RegExp(
  String.raw`(?:\d|\b${YEARS})[- ](?:year|month|week|day|hour)s?[- ]old\b|\b(?:age(?: of|d|s)?:?|turn(?:s|ed|ing)?) ?${YEARS}\b(?! of\b)|(?:, |\()\d{1,3}(?=[,.](?!\d)|[;)]|$)|` +
    String.raw`\b(?:is|was|are|were|at|of|from) ${YEARS}(?=[,.](?!\d)|[;:)’”"]|$| (?:when|and|who|but|or|years(?! (?:ago|later|from)\b)|called|at the time)\b)|` +
    String.raw`\b(?:born|birthday|teen(?:s|age|aged|agers?)?|in (?:his|her|their) (?:\w+[- ])?(?:${DECADES}|\d0s))\b`,
  'i',
)
const WEIGHT = new RegExp(
  `${COUNTED}[ -]?(?:pounds?|lbs?|ounces?|oz|stones?|st|tons?|tonnes?|(?:kilo|milli)?gram(?:me)?s?|kilos?|k?g)\\b`,
)
const SPEED = new RegExp(
  String.raw`${COUNTED}[ -]?(?:mph|kph|km\/h|knots?|hours?|minutes?|seconds?|days?|weeks?)\b|\b(?:an|per) (?:hour|minute|second)\b|\d:\d\d`,
  'i',
)

const holds =
  (amount: RegExp): AmountTest =>
  sentence =>
    amount.test(sentence) ? Amount.asked : Amount.none

/** What another number tells is not what is asked for, but may be. */
const holdsOr =
  (amount: RegExp, other: RegExp): AmountTest =>
  sentence =>
    amount.test(sentence) ? Amount.asked : other.test(sentence) ? Amount.some : Amount.none

/** Where words without a number may tell it as well: "The quay was full." */
const holdsAtBest =
  (amount: RegExp): AmountTest =>
  sentence =>
    amount.test(sentence) ? Amount.asked : Amount.some

const WANTED: readonly (readonly [question: RegExp, test: (question: string) => AmountTest])[] = [
  [/\bby how (?:much|many (?:points|votes|percent\w*|pct))\b/i, () => holds(MARGIN)],
  [
    /\bhow much\b.{0,200}\b(?:cost|pay|pays|paid|spen[dt]|spending|raised?|worth|charged?|priced?|donated?|gave|give|given|earn\w*|owed?|money|cash|tickets?|invest\w*|loan\w*|borrow\w*|fined?|salary)\b|\bwhat (?:price|salary)\b/i,
    () => holds(MONEY),
  ],
  [
    /\bwhat(?:['’]?s| is| was| are| were) (?:the |an? |his |her |its |their )?(?:(?!(?:on|with|for|about|against|of|to|in|from)\b)\w{1,20} ){0,2}(?:price|salary|salaries|incomes?|fees?|wages?|rent)(?= (?:of|for|to|in|at|on|by)\b|\W*$)/i,
    () => holds(SUM),
  ],
  [
    /\bhow (?:big|large) (?:was|is|were|are) (?:\w{1,20} ){0,2}(?:che(?:ck|que)|donation|loan|payment|gift)\b/i,
    () => holds(SUM),
  ],
  [
    /\b(?:what|which) (?:share|portion|percent\w*|pct|fraction)\b|\bwhat ?%|\bhow many (?:percent|pct)\b/i,
    () => holds(SHARE),
  ],
  [/\bhow many\b/i, countAskedFor],
  [/\bhow long (?:did|does|do|has|have|had|was|is|will|would|were)\b/i, () => holds(DURATION)],
  [/\bhow old\b/i, () => holdsOr(AGE, A_NUMBER)],
  [
    /\bhow heavy\b|\bhow much .{0,100}\bweigh(?:s|ed)?\b|\bwhat (?:did|does|do) .{0,60}\bweigh\W*$/i,
    () => holdsOr(WEIGHT, A_NUMBER),
  ],
  [/\bhow fast\b/i, () => holdsOr(SPEED, A_NUMBER)],
  [/\bhow tall\b/i, () => holds(LENGTH)],
  [
    /\bhow (?:far (?:ahead|behind|away|off|up|down|back|apart|above|below|under\w*|in|out|from|is|was|are|were)|high|wide)\b/i,
    () => holds(NUMBER),
  ],
  [/\bhow (?:big|large|deep|thick|hot|cold|warm)\b(?! (?:of )?an? )/i, () => holdsAtBest(NUMBER)],
  [
    /^\W*(?:(?:and|so|but|hey) )?when(?:['’]?s| is| are| was| were| did| does| do| has| had| will| would)\b|\b(?:what|which) (?:day|date|month|year|time)\b/i,
    () => sentence => (A_MONTH.test(sentence) || TIME.test(sentence) ? Amount.asked : Amount.none),
  ],
]

/** Tells what sentences hold of the amount that is asked for: a sum, share, count, length or age; null where none is. */
export const amountAskedFor = (question: string): AmountTest | null =>
  WANTED.find(([asking]) => asking.test(question))?.[1](question) ?? null
