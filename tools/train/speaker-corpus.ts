import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { splitParagraphs } from '../../src/article.js'
import { loadTagModel } from '../../src/ingest/model-file.js'
import type { Quotation } from '../../src/language/quotation.js'
import { splitSentences } from '../../src/language/sentences.js'
import type { SpeakerInput } from '../../src/language/speakers/coreference.js'
import { tagTokens } from '../../src/language/tagger.js'
import { tokenize } from '../../src/language/tokens.js'
import { hull, type Span } from '../../src/span.js'
import { type GoldAttribution, readPolnear } from './polnear.js'

/** Who a statement was resolved to by a reader; null: nobody read it. */
export interface GoldSpeaker {
  speaker: string
  kind: string
}

export interface SpeakerArticle {
  id: string
  input: SpeakerInput
  /** A gold speaker a quotation. */
  gold: (GoldSpeaker | null)[]
}

/** PolNeAR with its own spans as quotations, and a file of resolved speakers: a JSON line each {article, item, speaker, kind}; without it nobody is known. */
export function readSpeakerCorpus(directory: string, speakersFile?: string): SpeakerArticle[] {
  const speakers = new Map<string, GoldSpeaker>()
  const lines = speakersFile === undefined ? '' : readFileSync(speakersFile, 'utf8')
  for (const line of lines.split('\n').filter(Boolean)) {
    const { article, item, ...speaker } = JSON.parse(line) as GoldSpeaker & { article: string; item: number }
    if (speaker.kind !== 'none') speakers.set(`${article}#${item}`, speaker)
  }
  const items = itemsOf(directory)
  return readPolnear(directory).map(({ id, text, attributions }) => ({
    id,
    input: inputOf(text, nested(attributions)),
    gold: attributions.map((_, index) => speakers.get(`${id}#${items.get(id)?.[index]}`) ?? null),
  }))
}

/** The number of each annotated event that has a content, by article: what speakers.jsonl calls `item`. */
function itemsOf(directory: string): Map<string, number[]> {
  const items = new Map<string, number[]>()
  for (const file of readdirSync(join(directory, 'attributions')).sort()) {
    const id = /^(.*)_[0-9a-f]{4}\.ann$/.exec(file)?.[1]
    if (id === undefined || items.has(id)) continue
    const events = readFileSync(join(directory, 'attributions', file), 'utf8')
      .split('\n')
      .filter(line => /^E\d/.test(line))
    items.set(
      id,
      [...events.keys()].filter(index => /\bContent\d*:/.test(events[index]!)),
    )
  }
  return items
}

function inputOf(text: string, quotations: Quotation[]): SpeakerInput {
  const paragraphs = splitParagraphs(text)
  const tokens = tokenize(text, paragraphs)
  const sentences = splitSentences(text, paragraphs)
  return {
    text,
    paragraphs,
    title: '',
    sentences,
    tokens,
    tags: tagTokens(text, paragraphs, tokens, loadTagModel()),
    quotations,
  }
}

function nested(attributions: readonly GoldAttribution[]): Quotation[] {
  return attributions.map(({ source, cue, content }) => ({
    kind: 'direct',
    type: 'speech',
    content,
    cue,
    source: source.length > 0 ? hull(source) : null,
    outer: outerOf(attributions, cue[0]),
    addressee: null,
  }))
}

/** The smallest attribution whose content holds the cue. */
function outerOf(attributions: readonly GoldAttribution[], cue: Span | undefined): number | null {
  if (cue === undefined) return null
  let best: number | null = null
  for (const [index, { content }] of attributions.entries()) {
    if (!content.some(([start, end]) => start <= cue[0] && cue[1] <= end)) continue
    if (best === null || sizeOf(content) < sizeOf(attributions[best]!.content)) best = index
  }
  return best
}

const sizeOf = (spans: readonly Span[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0)
