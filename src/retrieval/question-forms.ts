const SPEECH_VERBS =
  `say|says|said|tell|tells|told|think|thinks|thought|want|wants|wanted|believe|believes|believed|
  promise|promises|claim|claims|claimed|argue|argues|argued|ask|asks|asked|answer|answers|reply|replies|respond|responds|
  react|reacts|write|writes|wrote|explain|explains|explained|suggest|suggests|predict|predicts|advise|advises|hope|hopes|
  fear|fears|call|calls|describe|describes|warn|warns|mean|means|admit|admits|deny|denies|demand|demands|propose|proposes|
  report|reports|state|states|announce|announces|complain|complains|feel|feels|expect|expects|see|sees|seek|seeks|
  criticise|criticize|praise|mention|recommend|recommends|urge|urges|insist|insists|pledge|pledges|show|shows|find|put|
  tweet|tweets|tweeted|comment|comments|commented|declare|declares|vow|vows|defend|defends|stand|stands|allege|alleges`
    .split('|')
    .map(verb => verb.trim())
    .join('|')
/** What they are after "is" and "has". */
const DOING =
  'saying|telling|thinking|arguing|claiming|promising|proposing|suggesting|warning|demanding|calling|tweeting|responding|reacting'
const DONE =
  'responded|reacted|replied|promised|called|described|warned|admitted|denied|proposed|reported|announced|criticised|criticized|' +
  'praised|recommended|urged|insisted|pledged|predicted|demanded|alleged'
/** Of them those that are nouns as well: "the report", "the claim of the union". */
const NOUNS =
  'answer|call|claim|comment|demand|fear|hope|mention|pledge|praise|promise|reply|report|show|stand|state|tweet|urge|vow'
const BARE_VERBS = SPEECH_VERBS.split('|')
  .filter(verb => !verb.endsWith('s'))
  .join('|')
const OF_NOUN = '(?:(?:of|by|from) (?:(?!(?:who|what|how|why|when|where|and|or|but|to)\\b)[^\\s,?]+ ){1,6}?)?'
const IS_NOUN_BEFORE_VERB = `(?:${NOUNS}) ${OF_NOUN}(?:also |really |just |once |ever |actually )?(?:${BARE_VERBS})(?=\\W|$)`
const DETERMINER = "the|an?|this|that|these|those|my|your|his|her|its|our|their|\\S+['’]s?"
const IS_NOUN_AFTER_DETERMINER = `(?:^|\\s)(?:${DETERMINER})\\s(?=(?:${NOUNS})(?=\\W|$))`
/** A speech verb that is not the noun of the speaker's name. */
const VERB = `(?!${IS_NOUN_BEFORE_VERB})(?<!${IS_NOUN_AFTER_DETERMINER})(${SPEECH_VERBS})(?=\\W|$)`
/** Up to ten words, none of which begins another clause. */
const SPEAKER =
  '((?!(?:when|while|if|because|whether|but)\\s)[^\\s,?]+(?:\\s(?!(?:when|while|if|because|whether|but)\\s)[^\\s,?]+){0,9}?)'
const AUXILIARY = "did|does|do|didn't|didnt|doesn't|has|have|had|would|will|should|is|was|were|are"

/** "what did X say about Y", "why does X think Y", "when does X think …". */
const ASKED_OF = new RegExp(
  `^\\W*(?:so |and |but |ok |tell me )?(?:what|how|why|when|where|which(?: \\S+){1,2}|what(?: \\S+){1,3}|how \\S+(?: \\S+)?)\\s+(?:else\\s+|exactly\\s+)?(?:${AUXILIARY})\\s+${SPEAKER}\\s+(?:have to |had to |has to |also |really |just |once |ever |actually )?${VERB}`,
  'iu',
)
/** "what is X saying about Y", "how has X responded to Y". */
const ASKED_NOW = new RegExp(
  `^\\W*(?:what|how|why|when|where)(?:['’]?s)?\\s+(?:else\\s+|exactly\\s+)?(?:(?:is|are|was|were)\\s+)?${SPEAKER}\\s+(?:also |really |now |just )?(${DOING})(?=\\W|$)|` +
    `^\\W*(?:what|how|why|when|where)\\s+(?:else\\s+)?(?:has|have|had)\\s+${SPEAKER}\\s+(?:also |really |ever |actually )?(${DONE})(?=\\W|$)`,
  'iu',
)
/** "did X say …", "was it X who said …", "does X think …". */
const CLAIMED = new RegExp(
  `^\\W*(?:so |and |but )?(?:(?:${AUXILIARY})\\s+(?!it\\b)(\\S+(?:\\s\\S+){0,7}?)\\s+(?:also |really |ever |actually )?${VERB}|(?:was|is|wasnt|wasn't) it\\s+(\\S+(?:\\s\\S+){0,7}?)\\s+(?:who|that)\\s+${VERB})`,
  'iu',
)
const ACCORDING =
  /\b(?:according to|in the (?:words|view|opinion) of)\s+(?!who|which)([^,?]+?)(?=[,?]|\s*$|\s+(?:why|what|how|when|where|who|did|does|is|are|was)\b)/iu
const UP_TO_TOPIC = '(?=\\s+(?:over|about|on|to|against|regarding|concerning|for)\\b|[?]|\\s*$)'
const OPINIONS =
  'arguments?|words|views?|opinions?|positions?|stances?|takes?|thoughts|reactions?|responses?|answers?|reply|replies|excuses?|advice|' +
  'messages?|comments?|statements?|remarks|explanations?|criticisms?|quotes?'
/** "the view of X on Y", "quotes by X". */
const OPINION_OF = new RegExp(`\\b(${OPINIONS})\\s+(?:of|from|by)\\s+([^?]+?)${UP_TO_TOPIC}`, 'iu')
/** "what is X's view on Y", "X's plan for Y". */
const OPINION_BEFORE = new RegExp(
  `^\\W*(?:what(?:['’]?s| is| are| was| were)\\s+|how (?:is|was)\\s+)?((?!(?:what|who|which|how|it|that|there|here|let|he|she)['’]?s?\\b)\\S{1,40}(?:\\s\\S{1,40}){0,5}?)['’]s?\\s+(${OPINIONS}|plans?|proposals?|reasons?|promises?|warnings?|predictions?)(?=\\W|$)`,
  'iu',
)
/** "what was said by X on Y". */
const SAID_BY = new RegExp(
  `^\\W*what (?:was|were|is|has been|have been) (?:said|written|claimed|argued|promised|announced|proposed|suggested|tweeted)(?:\\s\\S+){0,3}? by\\s+([^?]+?)${UP_TO_TOPIC}`,
  'iu',
)
/** "what reason did X give for Y". */
const GIVEN = new RegExp(
  `^\\W*(?:what|which)(?: \\S+)? (?:${OPINIONS}|reasons?|promises?|warnings?) (?:did|does|do|has|have|had|would|will)\\s+([^\\s,?]+(?:\\s[^\\s,?]+){0,7}?)\\s+(give|gave|given|gives|make|made|makes|offer|offered|offers|issue|issued)\\b`,
  'iu',
)
/** "what X said about Y", after "tell me". */
const TOLD = new RegExp(
  `^\\W*(?:what|how|why|when|where)\\s+(?:else\\s+|exactly\\s+)?(?!(?:${AUXILIARY})\\b)([^\\s,?]+(?:\\s[^\\s,?]+){0,7}?)\\s+(?:also |really |just |once |ever |actually |has |had )?${VERB}`,
  'iu',
)
/** "Can you tell me …", "I want to know …". */
const REQUEST =
  /^\W*(?:(?:so|and|but|ok|okay|hey|hi|please|pls)\W+)*(?:(?:can|could|would|will|do|does) (?:you|anyone|anybody|somebody|someone) )?(?:please |pls )?(?:tell (?:me|us)|show (?:me|us)|remind (?:me|us)|find(?: out)?|know|remember|look up|(?:i|we)(?:['’]d| would)? (?:want|like|need) to know|(?:i['’]?m |i )?wonder(?:ing)?|any idea)\s+(?:again\s+|exactly\s+)?(?=(?:what|how|why|when|where|who|which)\b)/iu

/** Whom a question asks about as a speaker, as far as its form tells. */
export interface AskedSpeaker {
  /** As typed, or null. */
  speaker: string | null
  /** The word that asks for speech: "say", "view"; may be empty. */
  word: string
  /** Where the words begin that the speaker is asked to have said; null: none are. */
  claim: number | null
}

/** How many characters at the beginning only ask to be told. */
export const lengthOfRequest = (text: string): number => REQUEST.exec(text)?.[0].length ?? 0

/** `text`: without a request at its beginning; `requested`: whether one stood there. */
export function findAskedSpeaker(text: string, requested: boolean): AskedSpeaker {
  const claimed = CLAIMED.exec(text)
  if (claimed)
    return { speaker: claimed[1] ?? claimed[3]!, word: claimed[2] ?? claimed[4]!, claim: claimed[0].length }
  const asked = (requested ? TOLD.exec(text) : null) ?? ASKED_OF.exec(text)
  if (asked) return { speaker: asked[1]!, word: asked[2]!, claim: null }
  const now = ASKED_NOW.exec(text)
  if (now) return { speaker: now[1] ?? now[3]!, word: now[2] ?? now[4]!, claim: null }
  const given = GIVEN.exec(text)
  if (given) return { speaker: given[1]!, word: given[2]!, claim: null }
  const before = OPINION_BEFORE.exec(text)
  if (before) return { speaker: before[1]!, word: isTopical(before[2]!) ? '' : before[2]!, claim: null }
  const opinion = OPINION_OF.exec(text)
  const speaker = (SAID_BY.exec(text) ?? ACCORDING.exec(text))?.[1]
  if (speaker === undefined && opinion) return { speaker: opinion[2]!, word: opinion[1]!, claim: null }
  return { speaker: speaker ?? null, word: '', claim: null }
}

/** A plan or a reason is what the answer is about, a view is not. */
const isTopical = (noun: string): boolean =>
  /^(?:plan|proposal|reason|promise|warning|prediction)/i.test(noun)
