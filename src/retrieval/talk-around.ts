/** Verbs and phrases that report words, in the forms in which people ask for who said them. */
const SAYING =
  '(?:sa(?:id|ys?|ying)|told|tells?|wrote|writes?|claim(?:ed|s|ing)?|state[ds]?|argue[ds]?|warn(?:ed|s|ing)?|tweet(?:ed|s|ing)?|' +
  '(?:made|makes) (?:the|this|that|a|some) (?:remark|comment|statement|claim|point|joke|argument)s?|(?:came|comes) up with (?:the|this|that) (?:line|phrase|words)|' +
  '(?:is|was|gets|got) (?:quoted|cited)(?: as)? (?:saying|for saying))'

/** Words in which somebody says that they look for, have heard or have forgotten something: no article's own. */
const TALK =
  "(?:i(?:['’]?m|['’]?ve|['’]?d)?|we|you|me|us|am|is|was|it(?:['’]?s)?|by|any(?:one|body)|somewhere|do(?:es)?(?:n['’]?t)?|did(?:n['’]?t)?|" +
  "can(?:['’]?t|not)?|could(?:n['’]?t)?|would|have|haven['’]?t|not|no|idea|clue|sure|quite|really|just|please|pls|hey|hi|hello|wait|so|ok|okay|um|uh|" +
  'hmm|well|and|but|also|now|know|remember(?:ing)?|recall|forg[eo]t|forgotten|wonder(?:ing)?|curious|heard?|read|saw|seen|find(?:ing)?|figure|figuring|' +
  "tell|remind|help|show|look(?:ing)?|search(?:ing)?|try(?:ing)?|want(?:ed)?|wanna|need|like|love|to|out|for|that|the|who|name|of|what(?:['’]?s)?|again|exactly|" +
  'quote|quotation|article|story|news|in|a|an|this|from|where|there|here)'
const GAP = '[\\s,.;:?!…–—-]{1,20}'

/** "who", "whoever in the article", "who the hell", "somebody", "who has". */
const WHOEVER =
  "(?:who(?:ever)?(?:['’]?(?:s|d))?|whom|somebody|someone|which \\p{L}+)(?: (?:the (?:hell|heck)|on earth))?" +
  '(?: (?:in|from) (?:the|this|that|your) \\p{L}+)?(?: (?:was it|is it|it was|has|had|would|once|also|recently|actually|really|even|first)){0,3}(?: (?:who|that))?'
/** "who's the one that", "the name of the guy who": only after words of looking for, for articles have such people too. */
const SOUGHT =
  "(?:(?:look(?:ing)? for|search(?:ing)? for|find|name of|know|remember|recall|forg[eo]t|who(?:['’]?s| is| was)?) )(?:the|that) (?:one|person|people|guys?|man|men|woman|women|lady|dude|politician|official|expert) (?:who|that)(?: (?:once|also|recently|actually|really|first))?"
/** What may follow the verb before the words themselves: "that", "it, but", "something like". */
const LINK =
  '(?: (?:that|this|it|how|something like|sth like))?(?:[\\s,:–—-]{1,20}(?:but|though|anyway)\\b)?[\\s,:–—-]*'

/** "I can't remember who said", "not sure who said it but", "what's the name of the guy who said". */
const SEEKING = new RegExp(
  `^\\W{0,20}(?:${TALK}${GAP}){0,14}(?:${SOUGHT}|${WHOEVER}) ${SAYING}\\b${LINK}`,
  'iu',
)
/** "by whom was it said that". */
const BY_WHOM = /^\W{0,20}by whom (?:was|is) it (?:said|claimed|stated|argued) that\s/iu
/** "there was a quote like", "something along the lines of", "whose quote is this:", "source of the quote". */
const QUOTE_LIKE = new RegExp(
  `^\\W{0,20}(?:${TALK}${GAP}){0,10}(?:(?:a |the |this |that |some )?(?:quote|quotation|line|remark|statement|comment|something|sth)(?: (?:was|is|(?:that )?(?:went|goes)))?` +
    '(?: something)? (?:like(?! (?:that|this)\\b)|along the lines of|to the effect (?:of|that)|about how|saying(?: that)?)|' +
    'whose (?:quote|quotation|words?|line|remark|statement) (?:is|was|are|were) (?:this|that|it|these|those)(?= ?[:–—-])|' +
    'source (?:of|for) (?:the|this|that) (?:quote|quotation|line|remark|statement|claim))[\\s,:–—-]+',
  'iu',
)
const BEGINNINGS = [SEEKING, BY_WHOM, QUOTE_LIKE]

/** "or something like that", "is that a real quote?", "(paraphrasing)", "source?": after the words. */
const ENDINGS = [
  /(?<![\s,(–—-])[\s,(–—-]{1,20}or (?:something|sth|words)(?: (?:like|to) (?:that|this|it)(?: effect)?)?\W{0,20}$/iu,
  /[\s,.;?!–—-]{1,20}(?:is|was) (?:that|this|it) (?:a |an )?(?:real|true|actual|fake|genuine|made up)(?: (?:quote|quotation|statement|thing))?\W{0,20}$/iu,
  /[,.;?!)–—-]\W{0,20}(?:(?:the|any|got an?) )?source\W{0,20}$/iu,
  /\W{0,20}\((?:i am |i['’]?m )?(?:paraphras\p{L}+|from memory|roughly)\W{0,20}$/iu,
  new RegExp(
    `[,.;?!–—(-]\\s{0,20}(?:${TALK}${GAP}){1,8}(?:who(?:m)?|who said (?:it|that|this|so)|whose (?:words|quote) (?:it|that|this) (?:is|was))\\W{0,20}$`,
    'iu',
  ),
]
/** Nobody talks longer than this around what they remember. Units: characters. */
const LONGEST_TALK = 300

/** How many characters at the beginning of `text` only say that its writer looks for somebody's words; 0 where none do. */
export function talkBefore(text: string): number {
  const head = text.slice(0, LONGEST_TALK)
  return Math.max(...BEGINNINGS.map(beginning => beginning.exec(head)?.[0].length ?? 0))
}

/** Where the talk behind the words begins; `text.length` where there is none. */
export function talkAfter(text: string): number {
  const from = Math.max(0, text.length - LONGEST_TALK)
  return from + lengthBeforeTalk(text.slice(from))
}

/** One may follow another: "(paraphrasing), source?". */
function lengthBeforeTalk(tail: string): number {
  const end = Math.min(...ENDINGS.map(ending => ending.exec(tail)?.index ?? tail.length))
  return end < tail.length ? lengthBeforeTalk(tail.slice(0, end)) : end
}
