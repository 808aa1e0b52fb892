import { findRemembered } from './remembered-words.js'
import { isFunctionWord, type Word, wordsOf } from './words.js'

/** What kind of words an answer must hold. */
export type AnswerKind = 'person' | 'time' | 'place' | 'number' | 'reason' | 'name' | 'any'

/** A question, taken apart. */
export interface Question {
  text: string
  /** Whether it asks what somebody said, thinks or wants. */
  asksForSpeech: boolean
  /** Who is asked about as a speaker, as typed ("hillarys spokesman fallon"), or null. */
  speaker: string | null
  /** Whether these words are a name rather than a description ("the mayor", "trump's doctor"). */
  namesSpeaker: boolean
  /** What the speaker is asked to have done: "say", "deny"; empty where nobody is asked about. */
  verb: string
  /** Words asked about word for word ("did X say …"), or null. */
  quoted: string | null
  /** Whether they stand in quotation marks. */
  marked: boolean
  /** What it is about: no question words, no speaker, no reporting verb. */
  topic: readonly Word[]
  answer: AnswerKind
}

const SPEECH_VERBS =
  `say|says|said|tell|tells|told|think|thinks|thought|want|wants|wanted|believe|believes|believed|
  promise|promises|claim|claims|claimed|argue|argues|argued|ask|asks|asked|answer|answers|reply|replies|respond|responds|
  react|reacts|write|writes|wrote|explain|explains|explained|suggest|suggests|predict|predicts|advise|advises|hope|hopes|
  fear|fears|call|calls|describe|describes|warn|warns|mean|means|admit|admits|deny|denies|demand|demands|propose|proposes|
  report|reports|state|states|announce|announces|complain|complains|feel|feels|expect|expects|see|sees|seek|seeks|
  criticise|criticize|praise|mention|recommend|recommends|urge|urges|insist|insists|pledge|pledges|show|shows|find|put`
    .split('|')
    .map(verb => verb.trim())
    .join('|')
/** Of them those that are nouns as well: "the report", "the claim of the union". */
const NOUNS = 'answer|call|claim|demand|fear|hope|mention|pledge|praise|promise|reply|report|show|state|urge'
const BARE_VERBS = SPEECH_VERBS.split('|')
  .filter(verb => !verb.endsWith('s'))
  .join('|')
const OF_NOUN = '(?:(?:of|by|from) (?:(?!(?:who|what|how|why|when|where|and|or|but|to)\\b)[^\\s,?]+ ){1,6}?)?'
const IS_NOUN_BEFORE_VERB = `(?:${NOUNS}) ${OF_NOUN}(?:also |really |just |once |ever |actually )?(?:${BARE_VERBS})(?=\\W|$)`
const DETERMINER = "the|an?|this|that|these|those|my|your|his|her|its|our|their|\\S+['’]s?"
const IS_NOUN_AFTER_DETERMINER = `(?:^|\\s)(?:${DETERMINER})\\s(?=(?:${NOUNS})(?=\\W|$))`
/** A speech verb that is not the noun of the speaker's name. */
const VERB = `(?!${IS_NOUN_BEFORE_VERB})(?<!${IS_NOUN_AFTER_DETERMINER})(${SPEECH_VERBS})(?=\\W|$)`
const AUXILIARY = "did|does|do|didn't|didnt|doesn't|has|have|had|would|will|should|is|was|were|are"

/** "what did X say about Y", "why does X think Y", "when does X think …". */
const ASKED_OF = new RegExp(
  `^\\W*(?:so |and |but |ok |tell me )?(?:what|how|why|when|where|which(?: \\S+){1,2}|what(?: \\S+){1,3}|how \\S+(?: \\S+)?)\\s+(?:else\\s+|exactly\\s+)?(?:${AUXILIARY})\\s+([^\\s,?]+(?:\\s[^\\s,?]+){0,9}?)\\s+(?:also |really |just |once |ever |actually )?${VERB}`,
  'iu',
)
/** "did X say …", "was it X who said …", "does X think …". */
const CLAIMED = new RegExp(
  `^\\W*(?:so |and |but )?(?:(?:${AUXILIARY})\\s+(?!it\\b)(\\S+(?:\\s\\S+){0,7}?)\\s+(?:also |really |ever |actually )?${VERB}|(?:was|is|wasnt|wasn't) it\\s+(\\S+(?:\\s\\S+){0,7}?)\\s+(?:who|that)\\s+${VERB})`,
  'iu',
)
const ACCORDING =
  /\b(?:according to|in the (?:words|view|opinion) of)\s+([^,?]+?)(?=[,?]|\s*$|\s+(?:why|what|how|when|where|who|did|does|is|are|was)\b)/iu
const OPINION_OF =
  /\b(?:argument|view|opinion|position|reaction|response|answer|reply|excuse|advice|message)\s+(?:of|from|by)\s+([^?]+?)(?=\s+(?:over|about|on|to|against|regarding|for)\b|[?]|$)/iu

export function parseQuestion(text: string): Question {
  const claimed = CLAIMED.exec(text)
  const asked = claimed ? null : ASKED_OF.exec(text)
  const found =
    claimed?.[1] ??
    claimed?.[3] ??
    asked?.[1] ??
    ACCORDING.exec(text)?.[1] ??
    OPINION_OF.exec(text)?.[1] ??
    null
  const speaker = found !== null && !ANYBODY.test(found) ? found : null
  const verb = (speaker && (claimed?.[2] ?? claimed?.[4] ?? asked?.[2])) ?? ''
  return {
    text,
    asksForSpeech:
      speaker !== null ||
      /^\W*who\W+(?:\S+\s+)?(?:said|says|told|thinks|wants|called|critici[sz]ed|praised|asked|warned|wrote|thought|claimed|argued|denied|promised|predicted|insisted|defended|attacked|blamed|compared|complained)\b/i.test(
        text,
      ),
    speaker: speaker && nameOfHead(speaker),
    namesSpeaker: speaker !== null && isNameLike(nameOfHead(speaker)),
    verb,
    quoted: claimed ? claimedWords(text, claimed[0].length) : null,
    marked: /["“”]|''/.test(text),
    topic: topicOf(text, speaker, verb),
    answer: answerKindOf(text),
  }
}

/** "what do people find …" names nobody. */
const ANYBODY =
  /^(?:people|you|we|they|i|one|any(?:one|body)|some(?:one|body)|every(?:one|body)|it|this|that|there)$/i

/** What X is asked to have said: the marked words, or the clause after the verb unless it only names a topic. */
function claimedWords(text: string, after: number): string | null {
  const rest = text.slice(after)
  if (
    /^\W*(?:anything|something|what|much|more|a word|about|of|to (?!be))\b/i.test(rest) &&
    !/["“”]/.test(rest)
  )
    return null
  const { core } = /["“”]|''/.test(rest)
    ? findRemembered(rest)
    : { core: wordsOf(rest.replace(/^\W*that\b/i, '')) }
  return core.length >= 3 ? core.map(word => word.text).join(' ') : null
}

const isNameLike = (words: string): boolean =>
  !/^(?:the|an?|that|this|some|his|her|my|our|their)\b|['’]s?(?=\s|$)/i.test(words) &&
  words.split(/\s+/).length <= 4

/** A speaker's words up to what only describes them further ("the doctor | who checked Hillary"). */
const nameOfHead = (speaker: string): string =>
  speaker.replace(/\s+(?:who|whom|whose|which|himself|herself|themselves|itself|also)\b.*$/i, '').trim()

function topicOf(text: string, speaker: string | null, verb: string): Word[] {
  const at = speaker ? text.indexOf(speaker) : -1
  const end = at + (speaker?.length ?? 0)
  const topical = wordsOf(text).filter(
    word => !isFunctionWord(word.key) && !ASKING.has(word.key) && word.key !== verb.toLowerCase(),
  )
  const outside = topical.filter(word => at < 0 || word.end <= at || word.start >= end)
  return outside.length > 0 ? outside : topical
}

const ASKING = new Set(
  `say says said tell told think thinks anything something thing things exactly according kind sort argument go going
  happen happened happens talk talks talking please know words word put question answer whats whos wheres whens whether
  still already yet`.split(/\s+/),
)

const ANSWER_KINDS: readonly (readonly [RegExp, AnswerKind])[] = [
  [
    /\bhow (?:many|much|big|far|long|old|tall|large|high|often|few)\b|\bwhat (?:share|portion|percent\w*|number|fraction|polling|score|vote|price|cost|amount)\b|\b(?:height|weight|percentage|salary|earn|vote to)\b/i,
    'number',
  ],
  [
    /^\W*when\b|\b(?:and|or) when\b|\b(?:what|which) (?:time|day|date|year|month)\b|\bdeadline\b|\bhow soon\b|\bwhat hours\b/i,
    'time',
  ],
  [
    /\bwhere\b|\bwhich (?:city|country|state|place|town)\b|\bwhat (?:city|country|state|place|town)\b/i,
    'place',
  ],
  [/\bwhy\b|\bhow come\b|\bwhat (?:reason|caused?)\b/i, 'reason'],
  [/^\W*(?:who|whom|whose)\b/i, 'person'],
  [
    /^\W*(?:on |in )?(?:which|what) (?!did|does|do|has|have|had|is|was|are|were|will|would|should|can|could|happened)\w+/i,
    'name',
  ],
]

const answerKindOf = (text: string): AnswerKind =>
  ANSWER_KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'any'
