import { LEAST_LEFT, talkAfter, talkBefore } from './talk-around.js'
import { type Word, wordsOf } from './words.js'

/** What somebody remembers of a quotation, apart from what they say around it. */
export interface Remembered {
  /** The words that should stand in the quotation. */
  core: readonly Word[]
  /** Words about it ("in the story about the poll"): they help to choose, but need not stand there. */
  context: readonly Word[]
}

const MARKED = /"([^"]+)"|“([^”"]+)[”"]|‘([^’‘]+(?:’\p{L}[^’‘]*)*)’(?!\p{L})|''([^']+(?:'\p{L}[^']*)*)''/gu

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
  const start = talkBefore(text) || reportBefore(text)
  return [start, talkAfter(text, start)]
}

/** How many characters at the beginning of `text` only say who said the rest, as fact-checkers word it; 0 where none do. */
function reportBefore(text: string): number {
  const occasion = OCCASION.exec(text)?.[0].length ?? 0
  const report = REPORT.exec(text.slice(occasion))?.[0].length ?? 0
  const at = occasion + report
  return wordsOf(text, [at, text.length]).length >= LEAST_LEFT ? at : 0
}

function split(text: string, parts: readonly (readonly [number, number])[]): Remembered {
  const inside = (word: Word) => parts.some(([start, end]) => start <= word.start && word.end <= end)
  const words = wordsOf(text)
  return { core: words.filter(inside), context: words.filter(word => !inside(word)) }
}
