import { z } from 'zod'
import type { Article } from '../article.js'
import type { AnalyzedArticle } from '../language/analysis.js'
import type { Span } from '../span.js'

const isSpan = (value: unknown): value is Span =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every(offset => Number.isSafeInteger(offset) && offset >= 0)

/** By functions: an article has a thousand spans, and a schema of each would be most of the time to read it. */
const span = z.custom<Span>(isSpan)
const spans = z.custom<Span[]>(value => Array.isArray(value) && value.every(isSpan))
const text = z.string()

const article = z.looseObject({
  id: text,
  file: text,
  title: text,
  text,
  paragraphs: spans,
  url: text.optional(),
  publisher: text.optional(),
  author: text.optional(),
  publishedAt: text.optional(),
})

/** Loose objects keep fields that later versions add. */
const analyzedArticle = z.looseObject({
  article,
  sentences: spans,
  attributions: z.array(
    z.looseObject({
      kind: z.enum(['direct', 'mixed', 'indirect']),
      type: z.enum(['speech', 'thought', 'document', 'other']),
      content: spans,
      cue: spans,
      source: span.nullable(),
      speaker: z.int().nullable(),
      via: z.array(z.looseObject({ speaker: z.int(), addressee: text.nullable() })),
      confidence: z.number(),
    }),
  ),
  speakers: z.array(
    z.looseObject({
      name: text,
      kind: z.enum(['person', 'organisation', 'document', 'group']),
      named: z.boolean(),
      aliases: z.array(text),
      mentions: spans,
    }),
  ),
})

/** Null where `json` is no analysed article, or points outside its own text or speakers. */
export function readAnalyzed(json: string): AnalyzedArticle | null {
  const parsed = analyzedArticle.safeParse(parseJson(json))
  if (!parsed.success) return null
  const analyzed: AnalyzedArticle = parsed.data
  return pointsInside(analyzed) ? analyzed : null
}

/** The article within, even where the analysis around it is broken. */
export function readArticle(json: string): Article | null {
  const parsed = z.looseObject({ article }).safeParse(parseJson(json))
  return parsed.success ? parsed.data.article : null
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function pointsInside({ article, sentences, attributions, speakers }: AnalyzedArticle): boolean {
  const fits = ([start, end]: Span) => start <= end && end <= article.text.length
  const known = (speaker: number | null) => speaker === null || (speaker >= 0 && speaker < speakers.length)
  return (
    article.paragraphs.every(fits) &&
    sentences.every(fits) &&
    speakers.every(speaker => speaker.mentions.every(fits)) &&
    attributions.every(
      ({ content, cue, source, speaker, via }) =>
        content.every(fits) &&
        cue.every(fits) &&
        (source === null || fits(source)) &&
        known(speaker) &&
        via.every(link => known(link.speaker)),
    )
  )
}
