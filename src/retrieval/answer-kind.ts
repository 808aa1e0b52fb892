import type { AnswerKind } from './parse-question.js'

const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|half|quarter|third|percent|none|twice)\b/i
const TIME =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow|tonight|\d{1,2}(?::\d\d)? ?[ap]\.?m|noon|midnight)\b|\b(?:1[5-9]|20)\d\d\b|\b(?:last|next|this|earlier) (?:week|month|year|night|fall|spring|summer|winter)\b|\b(?:weekdays?|decades?|years?|months?|weeks?) (?:ago|later|from)\b/
const PLACE =
  /\b(?:in|at|near|from|outside|across|inside|to|on) (?:the )?(?:[A-Z][\p{L}.’'-]+)|\b(?:city|town|street|university|hotel|airport|capital|headquarters)\b/u
const REASON =
  /\b(?:because|since|so that|in order to|due to|owing to|as a result|therefore|the reason|reasons|thanks to|caused? by|after|for fear)\b/i
const NAME = /(?:^|[^.!?"“”‘’'\s]\s+)(?:[A-Z][\p{L}’'-]+)/u

/** Whether a sentence holds words of the kind that a question asks for. */
export function holdsAnswer(kind: AnswerKind, sentence: string): boolean {
  switch (kind) {
    case 'number':
      return NUMBER.test(sentence)
    case 'time':
      return TIME.test(sentence)
    case 'place':
      return PLACE.test(sentence)
    case 'reason':
      return REASON.test(sentence)
    case 'person':
    case 'name':
      return NAME.test(sentence)
    default:
      return true
  }
}

const COUNT_WORD =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|' +
  'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|couple|handful|half|pair|' +
  'both|several|none|nobody|single|twice|once|no'
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?'
/** A number that counts: no year, no day of a month, no time of day. */
const COUNT = new RegExp(
  `\\b(?:${COUNT_WORD})\\b|(?<!${MONTH} )(?<![-\\w.,:])(?!(?:1[5-9]|20)\\d\\d\\b(?![,.]\\d))\\d[\\d,.]*(?![\\d:]|\\w| ?[ap]\\.m)`,
  'i',
)
const MONEY =
  /[$£€¥]|\b(?:dollars?|pounds?|euros?|cents?|bucks|rubles?|pesos?|yen|yuan|free|nothing)\b|\d ?(?:million|billion|trillion|thousand)\b/i
const SHARE =
  /%|\b(?:percent\w*|per cent|pct|half|thirds?|quarters?|fifths?|tenths?|majority|most|all|none)\b|\d (?:in|of|out of|to) (?:every )?\d|\bpoints?\b|\d[–-]\d/i

const WANTED: readonly (readonly [question: RegExp, answer: RegExp])[] = [
  [
    /\bhow much\b.*\b(?:cost|pay|pays|paid|spen[dt]|spending|raised?|worth|charged?|priced?|donated?|gave|give|given|earn\w*|owed?|money|cash|tickets?|invest\w*|loan\w*|borrow\w*|fined?|salary)\b|\bwhat (?:price|salary)\b/i,
    MONEY,
  ],
  [/\b(?:what|which) (?:share|portion|percent\w*|fraction)\b|\bwhat ?%|\bhow many percent\b/i, SHARE],
  [/\bhow many\b/i, COUNT],
  [
    /\bhow long (?:did|does|do|has|have|had|was|is|will|would|were)\b/i,
    /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur\w+|miles?|feet|foot|inch\w*|met(?:er|re)s?|long|until|since|forever|indefinitely|weekend)\b/i,
  ],
  [
    /\bhow old\b/i,
    /\d|\b(?:teen\w*|twent\w+|thirt\w+|fort\w+|fift\w+|sixt\w+|seventy|eighty|ninety|born)\b/i,
  ],
]

/** What an answer to the question must hold, where it asks for an amount, a share, a count, a time or an age; else null. */
export const amountAskedFor = (question: string): RegExp | null =>
  WANTED.find(([asking]) => asking.test(question))?.[1] ?? null
