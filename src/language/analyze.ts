import type { Article } from '../article.js'
import type { AnalyzedArticle, Attribution, Speaker } from './analysis.js'
import { findQuotations } from './find-quotations.js'
import type { Quotation } from './quotation.js'
import { splitSentences } from './sentences.js'
import { tagTokens } from './tagger.js'
import { tokenize } from './tokens.js'

/** Who said what in an article: the passes in order. Never throws, whatever the text. */
export function analyzeArticle(article: Article): AnalyzedArticle {
  const { text, paragraphs } = article
  const sentences = splitSentences(text, paragraphs)
  const tokens = tokenize(text, paragraphs)
  const tags = tagTokens(text, paragraphs, tokens)
  const quotations = findQuotations({ text, paragraphs, sentences, tokens, tags })
  const resolved = nameSources(text, quotations)
  return {
    article,
    sentences,
    speakers: resolved.speakers,
    attributions: quotations.map((_, i) => attributionOf(text, quotations, i, resolved)),
  }
}

interface Resolution {
  speakers: readonly Speaker[]
  speakerOf: readonly (number | null)[]
  confidence: readonly number[]
}

function nameSources(text: string, quotations: readonly Quotation[]): Resolution {
  const byName = new Map<string, number>()
  const speakers: {
    name: string
    kind: 'person'
    named: boolean
    aliases: string[]
    mentions: (readonly [number, number])[]
  }[] = []
  const speakerOf = quotations.map(({ source }) => {
    if (source === null) return null
    const name = text.slice(...source).replace(/\s+/g, ' ')
    const known = byName.get(name)
    if (known !== undefined) {
      speakers[known]!.mentions.push(source)
      return known
    }
    byName.set(name, speakers.length)
    speakers.push({ name, kind: 'person', named: /\p{Lu}/u.test(name), aliases: [], mentions: [source] })
    return speakers.length - 1
  })
  return { speakers, speakerOf, confidence: quotations.map(() => 0.5) }
}

function attributionOf(
  text: string,
  quotations: readonly Quotation[],
  index: number,
  resolved: Resolution,
): Attribution {
  const { kind, type, content, cue, source } = quotations[index]!
  const via: { speaker: number; addressee: string | null }[] = []
  for (let outer = quotations[index]!.outer; outer !== null; outer = quotations[outer]!.outer) {
    const speaker = resolved.speakerOf[outer] ?? null
    const { addressee } = quotations[outer]!
    if (speaker !== null) via.push({ speaker, addressee: addressee && text.slice(...addressee) })
  }
  return {
    kind,
    type,
    content,
    cue,
    source,
    speaker: resolved.speakerOf[index] ?? null,
    via,
    confidence: resolved.confidence[index] ?? 0,
  }
}
