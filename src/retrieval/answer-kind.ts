import { asWritten, MONTHS, SHORT_MONTHS, WEEKDAYS } from '../calendar.js'
import { NUMERALS, TENS } from '../numerals.js'
import type { AnswerKind } from './parse-question.js'

const NUMBER = new RegExp(
  String.raw`\d|\b(?:${[...NUMERALS.slice(1), ...TENS].join('|')}|hundred|thousand|million|billion|dozen|half|quarter|third|percent|none|twice)\b`,
  'i',
)
export const TIME = new RegExp(
  String.raw`\b(?:${asWritten([...MONTHS, ...WEEKDAYS])}|yesterday|today|tomorrow|tonight|\d{1,2}(?::\d\d)? ?[ap]\.?m|noon|midnight)\b|\b(?:${asWritten(SHORT_MONTHS)})\.|\b(?:1[5-9]|20)\d\d\b|\b(?:last|next|this|earlier) (?:week|month|year|night|fall|spring|summer|winter)\b|\b(?:weekdays?|decades?|years?|months?|weeks?) (?:ago|later|from)\b`,
)
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
