import { writtenOut } from './chat-words.js'
import { type AskedSpeaker, findAskedSpeaker, lengthOfRequest } from './question-forms.js'
import { findRemembered } from './remembered-words.js'
import { doubtAfter, seekingBefore } from './talk-around.js'
import { isFunctionWord, isMerePerson, type Word, wordsOf } from './words.js'

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
  /** Whether it asks for a statement ("did X say that …"), not only about something. */
  isClaim: boolean
  /** Whether they stand in quotation marks. */
  marked: boolean
  /** What it is about: no question words, no speaker, no reporting verb. */
  topic: readonly Word[]
  answer: AnswerKind
  /** How it is to be read where nobody is known by the words for the speaker; null: no other way. */
  otherwise: Question | null
}

export function parseQuestion(text: string): Question {
  const request = lengthOfRequest(text)
  const asked = text.slice(request)
  const lookedFor = wordsLookedFor(asked)
  if (lookedFor !== null) return { ...parseQuestion(`who said ${lookedFor}`), text }
  return questionOf(text, asked, findAskedSpeaker(asked, request > 0))
}

/** `asked` is `text` without a request at its beginning. */
function questionOf(text: string, asked: string, found: AskedSpeaker | null): Question {
  const speaker = found && !ANYBODY.test(found.speaker) ? found.speaker : null
  const verb = speaker === null || !found ? '' : found.word
  return {
    text,
    asksForSpeech: speaker !== null || ASKS_WHO_OR_WHAT_IS_SAID.test(asked),
    speaker: speaker && nameOfHead(speaker),
    namesSpeaker: speaker !== null && isNameLike(nameOfHead(speaker)),
    verb,
    quoted: found === null || found.claim === null ? null : claimedWords(asked, found.claim),
    isClaim: found !== null && found.claim !== null && isStatement(asked.slice(found.claim), found.word),
    marked: /["“”]|''/.test(asked),
    topic: topicOf(asked, speaker, verb),
    // "Where does X stand …" asks for no place, and "tell me what X said" for no name.
    answer: /^stands?$/i.test(verb) ? 'any' : answerKindOf(speaker === null ? asked : text),
    otherwise: found?.isLoose ? questionOf(text, asked, findAskedSpeaker(asked, asked !== text, true)) : null,
  }
}

/** The words whose speaker is looked for in more talk than "who said" ("I can't remember who said …"), or null. */
function wordsLookedFor(asked: string): string | null {
  const before = ASKS_WHO_OR_WHAT_IS_SAID.test(asked) ? 0 : seekingBefore(asked)
  if (before === 0) return null
  const words = asked.slice(before, doubtAfter(asked))
  return wordsOf(words).length >= LEAST_LOOKED_FOR ? words : null
}
const LEAST_LOOKED_FOR = 3

const TELLING =
  'said|says|told|thinks|wants|called|critici[sz]ed|praised|asked|warned|wrote|thought|claimed|argued|denied|promised|' +
  'predicted|insisted|defended|attacked|blamed|accused|compared|complained|tweeted'
/** "who (else) said …", "which senator said …", "what has been said …". */
const ASKS_WHO_OR_WHAT_IS_SAID = new RegExp(
  `^\\W*who\\W+(?:\\S+\\s+)?(?:${TELLING})\\b|^\\W*(?:which|what) \\S+ (?:${TELLING})\\b|` +
    '^\\W*what (?:was|is|has been|have been) (?:said|written|claimed|argued)\\b|\\baccording to who',
  'i',
)

/** "what do people find …" and "what has been said" name nobody. */
const ANYBODY =
  /^(?:people|you|we|they|he|she|i|me|us|him|her|them|one|been|any(?:one|body)|some(?:one|body)|every(?:one|body)|it|to|this|that|there)(?: (?:always|usually|often|generally|all|now|still|mostly))?$/i

/** What X is asked to have said: the marked words, or the clause after the verb unless it only names a topic. */
function claimedWords(text: string, after: number): string | null {
  const rest = text.slice(after)
  if (onlyNamesTopic(rest)) return null
  const { core } = /["“”]|''/.test(rest)
    ? findRemembered(rest)
    : { core: wordsOf(rest.replace(/^\W*that\b/i, '')) }
  return core.length >= 3 ? core.map(word => word.text).join(' ') : null
}

/** "anything about the quay", "on the quay", nothing at all: what follows the verb states nothing. */
const onlyNamesTopic = (rest: string): boolean =>
  /^\W*(?:(?:anything|something|what|much|more|a word|about|on|regarding|of|to (?!be))\b|$)/i.test(rest) &&
  !/["“”]/.test(rest)

/** "does X want | to bomb Y": what X is asked to have meant, not what X spoke about. */
const isStatement = (rest: string, verb: string): boolean =>
  !onlyNamesTopic(rest) ||
  (/^(?:want|hope|promise|pledge|vow|expect|propose)/i.test(verb) && /^\W*to\b/i.test(rest))

const isNameLike = (words: string): boolean =>
  !/^(?:the|an?|that|this|some|his|her|my|our|their)\b|['’]s?(?=\s|$)/i.test(words) &&
  words.split(/\s+/).length <= 4

/**
 * A speaker's words up to what only describes them further ("the doctor | who checked Hillary", "the Skarne man |
 * holding a sign"); all of them where the others tell nobody ("the woman who bakes").
 */
function nameOfHead(speaker: string): string {
  const bare = speaker.replace(/\s+(?:who|whom|whose|which|himself|herself|themselves|itself|also)\b.*$/i, '')
  const words = wordsOf(bare)
  const doing = words.findIndex(
    ({ key }, at) => key.endsWith('ing') && isMerePerson(words[at - 1]?.key ?? ''),
  )
  const head = doing < 0 ? words : words.slice(0, doing)
  const tells = head.some(({ key }) => !isFunctionWord(key) && !isMerePerson(key))
  return tells ? bare.slice(0, words[doing]?.start).trim() : speaker
}

function topicOf(text: string, speaker: string | null, verb: string): Word[] {
  const at = speaker ? text.indexOf(speaker) : -1
  const end = at + (speaker?.length ?? 0)
  const topical = wordsOf(text).filter(
    (word, place, words) =>
      !isFunctionWord(word.key) &&
      !ASKING.has(word.key) &&
      word.key !== verb.toLowerCase() &&
      !(words[place - 1]?.key === 'how' && MEASURED.has(word.key)),
  )
  const outside = topical.filter(word => at < 0 || word.end <= at || word.start >= end)
  return withoutIdle(outside.length > 0 ? outside : topical)
}

/** As articles write the words, without those that only tell that somebody is meant; all where nothing else is there. */
function withoutIdle(words: readonly Word[]): Word[] {
  const telling = words.flatMap(writtenOut).filter(({ key }) => !isMerePerson(key))
  return telling.length > 0 ? telling : [...words]
}

const ASKING = new Set(
  `say says said tell told think thinks anything something thing things exactly according kind sort argument go going
  happen happened happens talk talks talking please know words word put question answer whats whos wheres whens whether
  still already yet else quote quotes`.split(/\s+/),
)

/** "How old" asks for a number, and the answer need not hold "old". */
const MEASURED = new Set('big far long old tall large high often soon'.split(' '))

const ANSWER_KINDS: readonly (readonly [RegExp, AnswerKind])[] = [
  [
    /\bhow (?:many|much|big|far|long|old|tall|large|high|often|few)\b|\bwhat ?%|\bwhat (?:share|portion|percent\w*|pct|number|fraction|polling|score|vote|price|cost|amount)\b|\b(?:height|weight|percentage|salary|earn|vote to)\b/i,
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
    /^\W*(?:on |in )?(?:which|what) (?!else|exactly|did|does|do|has|have|had|is|was|are|were|will|would|should|can|could|happened)\w+/i,
    'name',
  ],
]

const answerKindOf = (text: string): AnswerKind =>
  ANSWER_KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'any'
