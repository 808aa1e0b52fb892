import { talkAfter, talkBefore } from './talk-around.js'
import { type Word, wordsOf } from './words.js'

/** What somebody remembers of a quotation, apart from what they say around it. */
export interface Remembered {
  /** The words that should stand in the quotation. */
  core: readonly Word[]
  /** Words about it ("in the story about the poll"): they help to choose, but need not stand there. */
  context: readonly Word[]
}

const MARKED = /"([^"]+)"|“([^”"]+)[”"]|‘([^’‘]+(?:’\p{L}[^’‘]*)*)’(?!\p{L})|''([^']+(?:'\p{L}[^']*)*)''/gu

const SAYING =
  '(?:said|says?|saying|told|tells?|asked|asks?|wrote|writes?|claim(?:ed|s)?|call(?:ed|s)?|promise[ds]?|thinks?|thought|' +
  'point(?:ed|s) out|report(?:ed|s)?|state[ds]?|argue[ds]?|warn(?:ed|s)?|admit(?:ted|s)?|suggest(?:ed|s)?|' +
  'mention(?:ed|s)?|describe[ds]?|found|finds|announce[ds]?|declare[ds]?|insist(?:ed|s)?|tweet(?:ed|s)?)'

/** "who was it that said", "somebody said", "which senator wrote that". */
const OPENING = new RegExp(
  `^\\W*(?:(?:so|hey|hi|ok|okay|lol|um|please|pls|and|but)\\W+)*(?:(?:can|could|do) (?:you|anyone|anybody) (?:tell me|know|remember) |tell me |remind me |i (?:wonder|forgot|forget) )?` +
    `(?:who(?:\\W?s| is| was)?|(?:which|what) (?!(?:i|you|he|she|it|we|they|people)\\b)\\w+|somebody|someone|i think (?:it was )?\\w+|(?:i think )?(?:it was|it is|it['’]?s|was(?:n['’]?t)? it) (?:[\\p{L}.'’-]+ ){0,3}[\\p{L}.'’-]+(?= (?:who|that) ))(?: (?:was it|is it|was that|is that|it was|was the \\w+|was))?(?: (?:who|that))?(?: \\w+ly| just| once| also)? ` +
    `${SAYING}\\b(?: (?:that|this|something like|sth like|how))?[\\s:,]*`,
  'iu',
)

/** "…, who said that about her", "- which boss wrote that", "lol who said it": what follows is no quotation. */
const CLOSING = new RegExp(
  `(?:(?<![\\s,.;:?!–—-])[\\s,.;:?!–—-]{1,20}|\\b)(?:lol |haha |again |and |so |but )*(?:who(?:\\W?s| is| was| did| has)?|whose words?|which \\p{L}+|what \\p{L}+)` +
    `(?: (?:was it|is it|was that|is that|it was|was|is|did|are|were))*(?: (?:who|that|they|those|this|even|actually|really))*` +
    `(?: (?:${SAYING})\\b(?: (?:that|this|it|so|those|these))*|[\\s?!.]*$|[?]| (?:it|that)\\b)`,
  'giu',
)

/** "- about pagliano", "(something about vote counting)": a hint after the words. */
const HINT =
  /(?<!\s)\s+[–—-]{1,3}\s+(?:it (?:was|is) )?(?:about|in|on|from|regarding)\b.*$|\([^()]*\)\s*$|,\s*it was (?:in|on|about)\b.*$/iu

/** "In a debate in Ohio, …": when it was said, before who said it. */
const OCCASION =
  /^\W*(?:in|at|during|on) (?:an?|the|his|her|their|last|this|that)\b[^,]{0,60}\b(?:debate|interview|speech|address|ads?|rally|tweet|letter|email|e-mail|column|op-ed|statement|campaign|forum|hearing|press conference|town hall|tv show|show)\b[^,]{0,40},\s*/iu
const REPORTING = 'says?|said|stated|argue[sd]|insist(?:s|ed)|assert(?:s|ed)'
/** Nouns as well, or used of other things ("the United States", "claims of fraud", "charged with fraud"): these words tell. */
const REPORTING_ELSEWHERE = '(?:states|charge[sd]|declare[sd])(?= that\\b|\\s*:)'
const CLAIMING =
  '(?<!\\b(?:an?|the|his|her|its|their|our|my|your|these|those|such|any|all|some|many|no|of|and|about) )claim(?:s|ed)' +
  '(?! (?:of|by|in|for|from|against|about|to|on|as|are|were|is|was|have|made|responsibility|credit|victory)\\b)'
/** "Says …", "Ann Lee claimed that …", "the mayor of Runa said …": a report of the words, as fact-checkers word it. */
const REPORT = new RegExp(
  String.raw`^\W*(?:(?:(?!(?:i|we|you|he|she|it|they|people|nobody|who)\b)[\p{L}\p{N}.'’-]{1,40} ){0,6}(?:(?:has|have|had|once|also|recently|repeatedly|falsely) ){0,2})` +
    String.raw`(?:${REPORTING}|${REPORTING_ELSEWHERE}|${CLAIMING})(?: that\b)?[\s:,]+`,
  'iu',
)
/** Fewer words are left as they were typed. */
const LEAST_REPORTED = 3

/** Finds the remembered words in what was typed: marked by quotation marks, or left when the talk around is taken away. */
export function findRemembered(text: string): Remembered {
  const marked = markedParts(text)
  if (marked.length > 0) return split(text, marked)
  const [start, end] = withoutTalk(text)
  const core = split(text, [[start, end]])
  return core.core.length > 0 ? core : { core: wordsOf(text), context: [] }
}

function markedParts(text: string): [number, number][] {
  const parts = [...text.matchAll(MARKED)].map((match): [number, number] => [
    match.index,
    match.index + match[0].length,
  ])
  return parts.filter(([start, end]) => wordsOf(text, [start, end]).length > 1)
}

function withoutTalk(text: string): [number, number] {
  const opening = openingOf(text)
  const after = talkAfter(text)
  const behind = wordsOf(text, [opening, after]).length >= LEAST_REPORTED ? after : text.length
  const hint = HINT.exec(text.slice(0, behind))
  let end = hint && hint.index > opening ? hint.index : behind
  for (const match of text.slice(0, end).matchAll(CLOSING)) {
    const words = wordsOf(text, [opening, match.index])
    // a question inside the remembered words ("where do we go from here") is no talk: it must leave most of them
    if (match.index > opening && words.length >= 3) {
      end = match.index
      break
    }
  }
  return [opening, end]
}

/** How much of the beginning is talk around the words, or the report of them. */
function openingOf(text: string): number {
  const asked = OPENING.exec(text)?.[0].length ?? 0
  const sought = talkBefore(text)
  if (sought > asked && wordsOf(text, [sought, text.length]).length >= LEAST_REPORTED) return sought
  if (asked > 0) return asked
  const occasion = OCCASION.exec(text)?.[0].length ?? 0
  const report = REPORT.exec(text.slice(occasion))?.[0].length ?? 0
  const at = occasion + report
  return wordsOf(text, [at, text.length]).length >= LEAST_REPORTED ? at : 0
}

function split(text: string, parts: readonly (readonly [number, number])[]): Remembered {
  const inside = (word: Word) => parts.some(([start, end]) => start <= word.start && word.end <= end)
  const words = wordsOf(text)
  return { core: words.filter(inside), context: words.filter(word => !inside(word)) }
}
