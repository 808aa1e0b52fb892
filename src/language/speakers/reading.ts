import type { Span } from '../../span.js'
import { tagBits } from '../tagger.js'
import type { Token } from '../tokens.js'
import { isOrdinaryWord } from './lexicon.js'

/** A text with what the earlier passes found in it, looked at word by word. */
export interface Reading {
  text: string
  tokens: readonly Token[]
  /** A set of tag bits a token (see tagger.ts). */
  tags: Uint32Array
  /** Which sentence a token stands in. */
  sentenceOf: Int32Array
  /** 1 where the token begins a sentence or the words after an opening mark, colon or dash. */
  opens: Uint8Array
  /** 1 where the token stands inside quotation marks. */
  quoted: Uint8Array
  /** 1 for short paragraphs whose words are nearly all capitalised, ordinary ones too. */
  headline: Uint8Array
}

/** In tokens. */
const LONGEST_HEADLINE = 30

const OPENING_QUOTE = /^[“‘«„]$/
const CLOSING_QUOTE = /^[”»]$/
const PAUSE = /^(?:[:;(—–•*]|-{2,}|\.{2,}|…)$/

export function readTokens(
  text: string,
  tokens: readonly Token[],
  tags: Uint32Array,
  sentences: readonly Span[],
): Reading {
  const sentenceOf = sentencesOf(tokens, sentences)
  const quoted = quotedTokens(tokens)
  const opens = openings(tokens, sentenceOf, quoted)
  return { text, tokens, tags, sentenceOf, opens, quoted, headline: headlines(tokens, tags, opens) }
}

export const isCapitalized = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:\p{Ll}{1,4}[-'’]?)?\p{Lu}/u.test(token.text)

function sentencesOf(tokens: readonly Token[], sentences: readonly Span[]): Int32Array {
  const sentenceOf = new Int32Array(tokens.length)
  let current = 0
  for (const [index, token] of tokens.entries()) {
    while (current + 1 < sentences.length && sentences[current + 1]![0] <= token.start) current++
    sentenceOf[index] = current
  }
  return sentenceOf
}

function quotedTokens(tokens: readonly Token[]): Uint8Array {
  const quoted = new Uint8Array(tokens.length)
  let paragraph = -1
  let inside = false
  for (const [index, token] of tokens.entries()) {
    if (token.paragraph !== paragraph) inside = false
    paragraph = token.paragraph
    if (token.text === '“') inside = true
    else if (CLOSING_QUOTE.test(token.text)) inside = false
    else if (token.text === '"' || isDoubledApostrophe(tokens, index)) inside = !inside
    else if (inside) quoted[index] = 1
  }
  return quoted
}

/** The first of two apostrophes written for one quotation mark. */
function isDoubledApostrophe(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!
  const next = tokens[index + 1]
  return /^['`’]$/.test(token.text) && next?.text === token.text && next.start === token.end
}

function openings(tokens: readonly Token[], sentenceOf: Int32Array, quoted: Uint8Array): Uint8Array {
  const opens = new Uint8Array(tokens.length)
  let open = true
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1]
    if (previous === undefined || sentenceOf[index] !== sentenceOf[index - 1]) open = true
    else if (previous.paragraph !== token.paragraph) open = true
    else if (quoted[index] === 1 && quoted[index - 1] === 0 && isQuote(previous)) open = true
    if (token.kind === 'word') {
      if (open) opens[index] = 1
      open = false
    } else if (PAUSE.test(token.text) || OPENING_QUOTE.test(token.text)) open = true
  }
  return opens
}

const isQuote = (token: Token): boolean => /^["'’“]$/.test(token.text)

/** In a headline verbs are capitalised too; a line of nothing but names is no headline. */
function headlines(tokens: readonly Token[], tags: Uint32Array, opens: Uint8Array): Uint8Array {
  const paragraphs = (tokens.at(-1)?.paragraph ?? -1) + 1
  const count = () => new Uint32Array(paragraphs)
  const [length, words, capitalized, ordinary, verbs] = [count(), count(), count(), count(), count()]
  for (const [index, token] of tokens.entries()) {
    const { paragraph, lower } = token
    length[paragraph]!++
    if (token.kind !== 'word' || opens[index] === 1) continue
    if (!isCapitalized(token) && (tags[index]! & PAST) !== 0) verbs[paragraph]!++
    if (token.text.length < 4) continue
    words[paragraph]!++
    if (!isCapitalized(token)) continue
    capitalized[paragraph]!++
    if (isOrdinaryWord(lower)) ordinary[paragraph]!++
  }
  return Uint8Array.from(words, (all, at) => {
    const short = all >= 3 && length[at]! <= LONGEST_HEADLINE
    return short && ordinary[at]! > 0 && verbs[at] === 0 && capitalized[at]! / all > 0.7 ? 1 : 0
  })
}

const PAST = tagBits('PastTense')
