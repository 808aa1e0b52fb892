import { lowerInPlace, wordsOf } from './words.js'

// All expressions are matched with text in lower case.

/** Verbs that always report words, in the forms in which people ask for who said them. */
const SAY =
  'said|says?|saying|told|tells?|wrote|writes?|claim(?:ed|s|ing)?|state[ds]?|argue[ds]?|warn(?:ed|s|ing)?|tweet(?:ed|s|ing)?'
const SAYING =
  `(?:${SAY}|(?:made|makes) (?:the|this|that|a|some) (?:remark|comment|statement|claim|point|joke|argument)s?|` +
  '(?:came|comes) up with (?:the|this|that) (?:line|phrase|words)|(?:is|was|gets|got) (?:quoted|cited)(?: as)? (?:saying|for saying))'
/** And those that may also tell what somebody did ("who found the body"). */
const TELLING =
  `(?:${SAY}|asked|asks?|call(?:ed|s)?|promise[ds]?|thinks?|thought|point(?:ed|s) out|report(?:ed|s)?|admit(?:ted|s)?|` +
  'suggest(?:ed|s)?|mention(?:ed|s)?|describe[ds]?|found|finds|announce[ds]?|declare[ds]?|insist(?:ed|s)?)'

/** Words in which somebody says that they look for, have heard or have forgotten something: no article's own. */
const TALK =
  "(?:i(?:['’]?m|['’]?ve|['’]?d)?|we|you|me|us|am|is|was|it(?:['’]?s)?|by|any(?:one|body)|somewhere|do(?:es)?(?:n['’]?t)?|did(?:n['’]?t)?|" +
  "can(?:['’]?t|not)?|could(?:n['’]?t)?|would|have|haven['’]?t|not|no|idea|clue|sure|quite|really|just|please|pls|hey|hi|hello|yo|bro|guys|sorry|wait|so|ok|okay|um|uh|" +
  'hmm|well|and|but|also|now|know|remember(?:ing)?|recall|forg[eo]t|forgotten|wonder(?:ing)?|curious|heard?|read|saw|seen|find(?:ing)?|figure|figuring|' +
  "tell|remind|help|show|look(?:ing)?|search(?:ing)?|try(?:ing)?|want(?:ed)?|wanna|need|like|love|to|out|for|that|the|who|name|of|what(?:['’]?s)?|again|exactly|" +
  'quote|quotation|article|story|news|in|a|an|this|from|where|there|here)'
const GAP = '[\\s,.;:?!…–—-]{1,20}'

/** "who", "whoever in the article", "who the hell", "somebody", "who has". */
const WHOEVER =
  "(?:who(?:ever)?(?:['’]?(?:s|d))?|whom|somebody|someone|which \\p{L}+)(?: (?:the (?:hell|heck)|on earth))?" +
  '(?: (?:in|from) (?:the|this|that|your) \\p{L}+)?(?: (?:was it|is it|it was|again|has|had|would|once|also|recently|actually|really|even|first)){0,3}(?: (?:who|that))?'
/** "who's the one that", "the name of the guy who": only after words of looking for, for articles have such people too. */
const SOUGHT =
  "(?:(?:look(?:ing)? for|search(?:ing)? for|find|name of|know|remember|recall|forg[eo]t|who(?:['’]?s| is| was)?) )(?:the|that) (?:one|person|people|guys?|man|men|woman|women|lady|dude|politician|official|expert) (?:who|that)(?: (?:once|also|recently|actually|really|first))?"
/** What may follow the verb before the words themselves: "that", "it, but", "something like". */
const LINK =
  '(?: (?:that|this|it|how|(?:something|sth) (?:like|about)))?(?:[\\s,:–—-]{1,20}(?:but|though|anyway)\\b)?[\\s,:–—-]*'

/** "I can't remember who said", "not sure who said it but", "what's the name of the guy who said". */
const SEEKING = new RegExp(
  `^\\W{0,20}(?:${TALK}${GAP}){0,14}(?:${SOUGHT}|${WHOEVER}) ${SAYING}\\b${LINK}`,
  'u',
)
/** "by whom was it said that". */
const BY_WHOM = /^\W{0,20}by whom (?:was|is) it (?:said|claimed|stated|argued) that\s/u
/** "there was a quote like", "something along the lines of", "whose quote is this:", "source of the quote". */
const QUOTE_LIKE = new RegExp(
  `^\\W{0,20}(?:${TALK}${GAP}){0,10}(?:(?:a |the |this |that |some )?(?:quote|quotation|line|remark|statement|comment|something|sth)(?: (?:was|is|(?:that )?(?:went|goes)))?` +
    '(?: something)? (?:like(?! (?:that|this)\\b)|along the lines of|to the effect (?:of|that)|about how|saying(?: that)?)|' +
    '(?:the |that |this |a )?(?:quote|quotation|line) about|' +
    'whose (?:quote|quotation|words?|line|remark|statement) (?:is|was|are|were) (?:this|that|it|these|those)(?= ?[:–—-])|' +
    'source (?:of|for) (?:the|this|that) (?:quote|quotation|line|remark|statement|claim))[\\s,:–—-]+',
  'u',
)
/** "who was it that said", "somebody said", "which senator wrote that". */
const ASKING = new RegExp(
  `^\\W*(?:(?:so|hey|hi|yo|bro|guys|sorry|ok|okay|lol|um|please|pls|and|but)\\W+)*(?:(?:can|could|do) (?:you|anyone|anybody) (?:tell me|know|remember) |tell me |remind me |i (?:wonder|forgot|forget) )?` +
    `(?:who(?:\\W?s| is| was)?|(?:which|what) (?!(?:i|you|he|she|it|we|they|people)\\b)\\w+|somebody|someone|i think (?:it was )?\\w+|(?:i think )?(?:it was|it is|it['’]?s|was(?:n['’]?t)? it) (?:[\\p{L}.'’-]+ ){0,3}[\\p{L}.'’-]+(?= (?:who|that) ))(?: (?:was it|is it|was that|is that|it was|was the \\w+|was))?(?: (?:again|now))?(?: (?:who|that))?(?: \\w+ly| just| once| also)? ` +
    `${TELLING}\\b(?: (?:that|this|(?:something|sth) (?:like|about)|how))?[\\s:,]*`,
  'u',
)

/** "there was this diplomat or ambassador who wrote". */
const SOME_SPEAKER = new RegExp(
  `^\\W{0,20}(?:${TALK}${GAP}){0,10}there(?:['’]?s| is| was) (?:this|an?|some|one)(?: [\\p{L}.'’-]{1,30}){1,6} (?:who|that) ${SAYING}\\b${LINK}`,
  'u',
)

const BEGINNINGS = [SEEKING, BY_WHOM, QUOTE_LIKE, SOME_SPEAKER]

/** "or something like that", "is that a real quote?", "(paraphrasing)", "source?": after the words. */
const ENDINGS = [
  /(?<![\s,(–—-])[\s,(–—-]{1,20}or (?:something|sth|words)(?: (?:like|to) (?:that|this|it)(?: effect)?)?\W{0,20}$/u,
  /[\s,.;?!–—-]{1,20}(?:is|was) (?:that|this|it) (?:a |an )?(?:real|true|actual|fake|genuine|made up)(?: (?:quote|quotation|statement|thing))?\W{0,20}$/u,
  /[,.;?!)–—-]\W{0,20}(?:(?:the|any|got an?) )?source\W{0,20}$/u,
  /\W{0,20}\((?:i am |i['’]?m )?(?:paraphras\p{L}+|from memory|roughly)\W{0,20}$/u,
  /[,.;?!–—-]\s{0,20}whose (?:is|was|are|were) (?:it|that|this|they|those)\W{0,20}$/u,
  new RegExp(
    `[,.;?!–—(-]\\s{0,20}(?:${TALK}${GAP}){1,8}(?:who(?:m)?|who said (?:it|that|this|so)|whose (?:words|quote) (?:it|that|this) (?:is|was))\\W{0,20}$`,
    'u',
  ),
]
/** "…, who said that about her", "- which boss wrote that", "lol who said it": what follows is no quotation. */
const CLOSING = new RegExp(
  `(?:(?<![\\s,.;:?!–—-])[\\s,.;:?!–—-]{1,20}|\\b)(?:lol |haha |again |and |so |but )*(?:who(?:\\W?s| is| was| did| has)?|whose words?|which \\p{L}+|what \\p{L}+)` +
    `(?: (?:was it|is it|was that|is that|it was|was|is|did|are|were))*(?: (?:who|that|they|those|this|even|actually|really))*` +
    `(?: ${TELLING}\\b(?: (?:that|this|it|so|those|these))*|[\\s?!.]*$|[?]| (?:it|that)\\b)`,
  'gu',
)

/** "- about pagliano", "(something about vote counting)": a hint after the words. */
const HINT =
  /(?<!\s)\s+[–—-]{1,3}\s+(?:it (?:was|is) )?(?:about|in|on|from|regarding)\b.*$|\([^()]*\)\s*$|,\s*it was (?:in|on|about)\b.*$/u

/** Nobody talks longer than this around what they remember. Units: characters. */
const LONGEST_TALK = 300
/** A cut must leave so many words, else they are left as they were typed. */
export const LEAST_LEFT = 3

/** How many characters at the beginning of `text` say that its writer looks for somebody's words; 0 where none do. */
export function seekingBefore(text: string): number {
  const head = lowerInPlace(text.slice(0, LONGEST_TALK))
  return Math.max(...BEGINNINGS.map(beginning => beginning.exec(head)?.[0].length ?? 0))
}

/** The same, and where they only ask who said the words. */
export function talkBefore(text: string): number {
  const asked = ASKING.exec(lowerInPlace(text))?.[0].length ?? 0
  const sought = seekingBefore(text)
  return sought > asked && leaves(text, sought, text.length) ? sought : asked
}

/** Where what is said behind the words of somebody's not knowing them well begins; `text.length` where nothing is. */
export function doubtAfter(text: string): number {
  const from = Math.max(0, text.length - LONGEST_TALK)
  return from + lengthBeforeTalk(lowerInPlace(text.slice(from)))
}

/** The same for all talk behind the words that begin at `start`: a hint, a question who said them. */
export function talkAfter(text: string, start: number): number {
  const lower = lowerInPlace(text)
  const doubt = doubtAfter(text)
  const behind = leaves(text, start, doubt) ? doubt : text.length
  const hint = HINT.exec(lower.slice(0, behind))?.index ?? 0
  const end = hint > start ? hint : behind
  const words = wordsOf(text, [start, end])
  let before = 0
  let past = 0
  for (const { 0: closing, index } of lower.slice(0, end).matchAll(CLOSING)) {
    while (before < words.length && words[before]!.end <= index) before++
    while (past < words.length && words[past]!.start < index + closing.length) past++
    // a question inside the remembered words ("where do we go from here") is no talk: it must leave most of them
    if (index > start && before >= LEAST_LEFT && before >= words.length - past) return index
  }
  return end
}

const TALK_WORD = new RegExp(
  `^(?:${TALK}|${TELLING}|who(?:ever|m|se)?|some(?:one|body)|thanks?|words?)$`,
  'u',
)

/** Whether nothing is in `text` but talk: no words to look for. */
export const isTalkAlone = (text: string): boolean =>
  wordsOf(text).every(({ text: word }) => TALK_WORD.test(lowerInPlace(word)))

const leaves = (text: string, start: number, end: number): boolean =>
  wordsOf(text, [start, end]).length >= LEAST_LEFT

/** One may follow another: "(paraphrasing), source?". */
function lengthBeforeTalk(tail: string): number {
  const end = Math.min(...ENDINGS.map(ending => ending.exec(tail)?.index ?? tail.length))
  return end < tail.length ? lengthBeforeTalk(tail.slice(0, end)) : end
}
