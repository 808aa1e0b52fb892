import type { AnalyzedArticle, Attribution } from '../language/analysis.js'
import { type Span, textOf } from '../span.js'
import type { AnsweredQuote } from './answer.js'
import { isLeaning } from './answered-quote.js'

/** What a sentence needs beside it to be understood; both null: nothing. */
export interface Needs {
  before: Span | null
  antecedent: AnsweredQuote['antecedent'] | null
}

const NOTHING: Needs = { before: null, antecedent: null }
const PRONOUN = /^["“‘«]*(he|she|they|his|her|their)(?![\p{L}'’])/iu

/**
 * Tells what each sentence of an article needs: the name of whom its first word means, or the sentence before. Null
 * where there is neither, or where the sentence before leans itself.
 */
export function antecedentReader(analyzed: AnalyzedArticle) {
  const named = namedMentions(analyzed)
  return (sentence: number, attribution: Attribution | null): Needs | null => {
    const { article, sentences } = analyzed
    const span = sentences[sentence]!
    if (!isLeaning(article.text, span) || isOwnSource(span, attribution)) return NOTHING
    const antecedent = antecedentOf(article.text, span, named)
    if (antecedent !== null) return { before: null, antecedent }
    const before = sentences[sentence - 1]
    if (before === undefined || /\S/.test(article.text.slice(before[1], span[0]))) return null
    if (span[0] - before[1] > 8 || isLeaning(article.text, before)) return null
    return { before, antecedent: null }
  }
}

/** "He said …": the answer names him as the speaker. */
const isOwnSource = (span: Span, attribution: Attribution | null): boolean =>
  attribution?.source != null && attribution.speaker !== null && attribution.source[0] === span[0]

/** Who is meant at a place, by where the words begin; only those who have names. */
function namedMentions({ speakers }: AnalyzedArticle): Map<number, string> {
  const named = new Map<number, string>()
  for (const { name, named: isNamed, mentions } of speakers)
    if (isNamed) for (const [start] of mentions) named.set(start, name)
  return named
}

function antecedentOf(
  text: string,
  span: Span,
  named: ReadonlyMap<number, string>,
): AnsweredQuote['antecedent'] | null {
  const [opening, word] = PRONOUN.exec(textOf(text, [span[0], Math.min(span[1], span[0] + 12)])) ?? []
  if (opening === undefined || word === undefined) return null
  const start = span[0] + opening.length - word.length
  const name = named.get(start)
  return name === undefined ? null : { words: [start, start + word.length], name }
}
