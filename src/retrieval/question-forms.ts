import { lowerInPlace } from './words.js'

const SPEECH_VERBS =
  `say|says|said|tell|tells|told|think|thinks|thought|want|wants|wanted|wanna|believe|believes|believed|
  promise|promises|claim|claims|claimed|argue|argues|argued|ask|asks|asked|answer|answers|reply|replies|respond|responds|
  react|reacts|write|writes|wrote|explain|explains|explained|suggest|suggests|predict|predicts|advise|advises|hope|hopes|
  fear|fears|call|calls|describe|describes|warn|warns|mean|means|admit|admits|deny|denies|demand|demands|propose|proposes|
  report|reports|state|states|announce|announces|complain|complains|feel|feels|expect|expects|see|sees|seek|seeks|
  criticise|criticize|praise|mention|recommend|recommends|urge|urges|insist|insists|pledge|pledges|show|shows|find|put|
  tweet|tweets|tweeted|comment|comments|commented|declare|declares|vow|vows|defend|defends|stand|stands|allege|alleges|
  compare|compares|compared|liken|likens|likened|accuse|accuses|accused|blame|blames|blamed|mock|mocks|mocked|slam|slams|
  slammed|joke|jokes|joked|threaten|threatens`
    .split('|')
    .map(verb => verb.trim())
    .join('|')
/** What they are after "is" and "has". */
const DOING =
  'saying|telling|thinking|arguing|claiming|promising|proposing|suggesting|warning|demanding|calling|tweeting|responding|reacting'
const DONE =
  'responded|reacted|replied|promised|called|described|warned|admitted|denied|proposed|reported|announced|criticised|criticized|' +
  'praised|recommended|urged|insisted|pledged|predicted|demanded|alleged'
/** Of them those that are nouns as well: "the report", "the states", "the claim of the union". */
const NOUNS =
  'answer|blame|call|claim|comment|demand|fear|hope|joke|mention|pledge|praise|promise|reply|report|show|stand|state|tweet|urge|vow'
const BARE_VERBS = SPEECH_VERBS.split('|')
  .filter(verb => !verb.endsWith('s'))
  .join('|')
const OF_NOUN = '(?:(?:of|by|from) (?:(?!(?:who|what|how|why|when|where|and|or|but|to)\\b)[^\\s,?]+ ){1,6}?)?'
const ALSO = '(?:also |really |just |now |once |ever |actually )?'
const IS_NOUN_BEFORE_VERB = `(?:${NOUNS})s? ${OF_NOUN}${ALSO}(?:${BARE_VERBS})(?=\\W|$)`
const DETERMINER = "the|an?|this|that|these|those|my|your|his|her|its|our|their|\\S+['’]s?"
const IS_NOUN_AFTER_DETERMINER = `(?:^|\\s)(?:${DETERMINER})\\s(?=(?:${NOUNS})s?(?=\\W|$))`
/** A speech verb that is not the noun of the speaker's name. */
const VERB = `(?!${IS_NOUN_BEFORE_VERB})(?<!${IS_NOUN_AFTER_DETERMINER})(?<word>${SPEECH_VERBS})(?=\\W|$)`
const SPEAKER_WORD = '(?!(?:when|while|if|because|whether|but)\\s)[^\\s,?]+'
/** Up to ten words, none of which begins another clause. */
const SPEAKER = `(?<speaker>${SPEAKER_WORD}(?:\\s${SPEAKER_WORD}){0,9}?)`
const CLAIMER = '(?<speaker>\\S+(?:\\s\\S+){0,7}?)'
const AUXILIARY = "did|does|do|didn't|didnt|doesn't|has|have|had|would|will|should|is|was|were|are"
const ASKING = '(?:what|how|why|when|where)'
const UP_TO_TOPIC = '(?=\\s+(?:over|about|on|to|against|regarding|concerning|for)\\b|[?]|\\s*$)'
const OPINIONS =
  'arguments?|words|views?|opinions?|positions?|stances?|takes?|thoughts|reactions?|responses?|answers?|reply|replies|excuses?|advice|' +
  'messages?|comments?|statements?|remarks|explanations?|criticisms?|quotes?'
/** What an answer is about, where a view is not. */
const PLANS = 'plans?|proposals?|reasons?|promises?|warnings?|predictions?'
const ASKS_WHAT_IS = "(?:what(?:['’]?s| is| are| was| were)\\s+|how (?:is|was)\\s+)"
const WHAT_IS = `${ASKS_WHAT_IS}?`
const OWNER =
  "(?<speaker>(?!(?:what|who|which|how|it|that|there|here|let|he|she)['’]?s?\\b)\\S{1,40}?(?:\\s\\S{1,40}?){0,5}?)"

/** Matched with text in lower case. */
const form = (pattern: string): RegExp => new RegExp(pattern, 'du')

/** "did X say …", "does X think …", "was it X who said …". */
const CLAIMED = [
  form(`^\\W*(?:so |and |but )?(?:${AUXILIARY})\\s+(?!it\\b)${CLAIMER}\\s+${ALSO}${VERB}`),
  form(`^\\W*(?:so |and |but )?(?:was|is|wasnt|wasn't) it\\s+${CLAIMER}\\s+(?:who|that)\\s+${VERB}`),
]
/** "whether X said …", after "tell me". */
const WHETHER = form(`^\\W*(?:whether|if)\\s+(?!it\\b)${CLAIMER}\\s+(?:has |had |have )?${ALSO}${VERB}`)
/** "what X said about Y", after "tell me". */
const TOLD = form(
  `^\\W*${ASKING}\\s+(?:else\\s+|exactly\\s+)?(?!(?:${AUXILIARY})\\b)${SPEAKER}\\s+${ALSO}(?:has |had )?${VERB}`,
)
/** In the order in which they are tried. */
const FORMS = [
  // "what did X say about Y", "why does X think Y", "when does X think …"
  form(
    `^\\W*(?:so |and |but |ok )?(?:${ASKING}|which(?: \\S+){1,2}|what(?: \\S+){1,3}|how \\S+(?: \\S+)?)\\s+(?:else\\s+|exactly\\s+)?` +
      `(?:${AUXILIARY})\\s+${SPEAKER}\\s+(?:have to |had to |has to )?${ALSO}${VERB}`,
  ),
  // "whats the president say about Y"
  form(
    `^\\W{0,20}(?:what|how|why)['’]?s\\s+${SPEAKER}\\s+${ALSO}(?<word>${BARE_VERBS})\\s+(?:about|on|to|of|over)(?=\\s)`,
  ),
  // "what does X make of Y"
  form(
    `^\\W*(?:so |and |but )?what\\s+(?:did|does|do|would|will)\\s+${SPEAKER}\\s+(?<word>make) of(?=\\W|$)`,
  ),
  // "what is X saying about Y", "how has X responded to Y"
  form(
    `^\\W*${ASKING}(?:['’]?s)?\\s+(?:else\\s+|exactly\\s+)?(?:(?:is|are|was|were)\\s+)?${SPEAKER}\\s+${ALSO}(?<word>${DOING})(?=\\W|$)`,
  ),
  form(`^\\W*${ASKING}\\s+(?:else\\s+)?(?:has|have|had)\\s+${SPEAKER}\\s+${ALSO}(?<word>${DONE})(?=\\W|$)`),
  // "what reason did X give for Y"
  form(
    `^\\W*(?:what|which)(?: \\S+)? (?:${OPINIONS}|${PLANS}) (?:did|does|do|has|have|had|would|will)\\s+${SPEAKER}\\s+` +
      '(?<word>give|gave|given|gives|make|made|makes|offer|offered|offers|issue|issued)\\b',
  ),
  // "what is X's view on Y", "X's plan for Y", "whats holts view"
  form(`^\\W{0,20}${WHAT_IS}${OWNER}['’]s?\\s+(?:(?<word>${OPINIONS})|${PLANS})(?=\\W|$)`),
  form(
    `^\\W{0,20}${WHAT_IS}${OWNER}(?<=\\p{L}{2}s)\\s+(?<word>views?|opinions?|stance|take|thoughts|reaction|response)(?=\\W|$)`,
  ),
  // "what was said by X on Y"
  form(
    `^\\W*what (?:was|were|is|has been|have been) (?:said|written|claimed|argued|promised|announced|proposed|suggested|tweeted)` +
      `(?:\\s\\S+){0,3}? by\\s+(?<speaker>[^?]{1,200}?)${UP_TO_TOPIC}`,
  ),
  form(
    '\\b(?:according to|in the (?:words|view|opinion) of)\\s+(?!who|which)(?<speaker>[^,?]{1,200}?)' +
      '(?=[,?]|\\s*$|\\s+(?:why|what|how|when|where|who|did|does|is|are|was)\\b)',
  ),
  // "the view of X on Y", "quotes by X"
  form(`\\b(?<word>${OPINIONS})\\s+(?:of|from|by)\\s+(?<speaker>[^?]{1,200}?)${UP_TO_TOPIC}`),
]
const MATTERS =
  'beef|problem|issue|gripe|complaint|concern|worry|grievance|lines?|case|defen[cs]e|pitch|claims?|hopes?|fears?|feelings?|attack|idea|comeback|response|excuse|dig|jab|swipe|thing|argument|plea|rant|theory'
const ATTITUDES =
  'like|love|hate|dislike|support|oppose|back|favou?r|endorse|trust|agree|disagree|regret|apologi[sz]e|respect|care|worry'
/** Tried before all others, "what was X's take on Y's comments": a speaker only where the words name one. */
const EARLY_FORMS = [
  form(
    `^\\W{0,20}${ASKS_WHAT_IS}${OWNER}(?:['’]s?|(?<=\\p{L}{2}s))\\s+(?<word>${MATTERS}|${OPINIONS})\\s+(?:on|about|of|to|for|regarding)(?=\\s)`,
  ),
]
/** Forms that mean a speaker only where the words name one: "merkel on trump", "does clinton support the deal". */
const LOOSE_FORMS = [
  form(`^\\W{0,20}${WHAT_IS}${OWNER}(?:['’]s?|(?<=\\p{L}{2}s))\\s+(?<word>${MATTERS}|${OPINIONS})(?=\\s)`),
  form(
    `^\\W*(?:so |and |but )?(?:did|does|do|would|will)\\s+${CLAIMER}\\s+${ALSO}(?<word>${ATTITUDES})(?=\\W|$)`,
  ),
  form(
    `^\\W{0,20}(?!(?:${ASKING}|who|which|${AUXILIARY})['’]?s?\\b)(?<speaker>[^\\s,?]{1,40}(?: [^\\s,?]{1,40}){0,4}?) (?<word>on|about|regarding|re)\\b(?= \\S)`,
  ),
]
/** "Can you tell me …", "I want to know …". */
const REQUEST = form(
  '^\\W*(?:(?:so|and|but|ok|okay|hey|hi|please|pls)\\W+)*(?:(?:can|could|would|will|do|does) (?:you|anyone|anybody|somebody|someone) )?' +
    '(?:please |pls )?(?:tell (?:me|us)|show (?:me|us)|remind (?:me|us)|(?:help (?:me|us) )?(?:find|figure)(?: out)?|know|remember|look up|' +
    "(?:(?:i['’]?m|i am|we['’]?re|we are) )?trying to (?:find(?: out)?|figure out|remember|recall)|(?:i )?forg[eo]t|" +
    "(?:i |we )?(?:can['’]?t|cannot|can not|couldn['’]?t|don['’]?t|do not) (?:remember|recall|know|find)|(?:(?:i['’]?m|i am) )?(?:not sure|curious)|" +
    "(?:i|we)(?:['’]d| would)? (?:want|like|need) to know|(?:i['’]?m |i )?wonder(?:ing)?|any idea)\\s+" +
    '(?:again\\s+|exactly\\s+)?(?=(?:what|how|why|when|where|who|which|whether|if)\\b)',
)

/** Whom a question asks about as a speaker, as far as its form tells. */
export interface AskedSpeaker {
  /** As typed. */
  speaker: string
  /** The word that asks for speech: "say", "view"; may be empty. */
  word: string
  /** Where the words begin that the speaker is asked to have said; null: none are. */
  claim: number | null
  /** Whether these words may as well name nobody: "polls on trump". */
  isLoose: boolean
}

/** How many characters at the beginning only ask to be told. */
export const lengthOfRequest = (text: string): number => REQUEST.exec(lowerInPlace(text))?.[0].length ?? 0

/**
 * `text`: without a request at its beginning; `requested`: whether one stood there; `sure`: only by forms that are not
 * loose. Null where nobody is asked about.
 */
export function findAskedSpeaker(text: string, requested: boolean, sure = false): AskedSpeaker | null {
  const lower = lowerInPlace(text)
  const early = sure ? null : firstMatch(EARLY_FORMS, lower)
  if (early) return { ...namesIn(early, text), claim: null, isLoose: true }
  const claimed = firstMatch(requested ? [WHETHER, ...CLAIMED] : CLAIMED, lower)
  if (claimed) return { ...namesIn(claimed, text), claim: claimed[0].length, isLoose: false }
  const asked = firstMatch(requested ? [TOLD, ...FORMS] : FORMS, lower)
  if (asked) return { ...namesIn(asked, text), claim: null, isLoose: false }
  const loose = sure ? null : firstMatch(LOOSE_FORMS, lower)
  return loose && { ...namesIn(loose, text), claim: null, isLoose: true }
}

function firstMatch(forms: readonly RegExp[], lower: string): RegExpExecArray | null {
  for (const each of forms) {
    const match = each.exec(lower)
    if (match) return match
  }
  return null
}

/** As `text` has them. */
function namesIn({ indices }: RegExpExecArray, text: string): Pick<AskedSpeaker, 'speaker' | 'word'> {
  const { speaker, word } = indices?.groups ?? {}
  return { speaker: speaker ? text.slice(...speaker) : '', word: word ? text.slice(...word) : '' }
}
