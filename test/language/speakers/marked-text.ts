import { splitParagraphs } from '../../../src/article.js'
import { splitSentences } from '../../../src/language/sentences.js'
import { resolveSpeakers } from '../../../src/language/speakers/coreference.js'
import { tagTokens } from '../../../src/language/tagger.js'
import { tokenize } from '../../../src/language/tokens.js'

/** Resolves a text whose sources stand in [brackets], and cues that have none in {braces}; nothing counts as said. */
export function resolveMarked(marked: string, author?: string) {
  const sources: { source: [number, number] | null; cue: [number, number][] }[] = []
  let text = ''
  for (const part of marked.split(/(\[[^\]]*\]|\{[^}]*\})/)) {
    const span: [number, number] = [text.length, text.length + part.length - 2]
    if (part.startsWith('[')) sources.push({ source: span, cue: [] })
    else if (part.startsWith('{')) sources.push({ source: null, cue: [span] })
    text += part.replace(/^[[{]|[\]}]$/g, '')
  }
  const paragraphs = splitParagraphs(text)
  const tokens = tokenize(text, paragraphs)
  const resolved = resolveSpeakers({
    text,
    paragraphs,
    title: '',
    author,
    sentences: splitSentences(text, paragraphs),
    tokens,
    tags: tagTokens(text, paragraphs, tokens),
    quotations: sources.map(({ source, cue }) => ({
      kind: 'direct',
      type: 'speech',
      content: [],
      cue,
      source,
      outer: null,
      addressee: null,
    })),
  })
  const speakerAt = (speaker: number | null) => (speaker === null ? null : resolved.speakers[speaker]!)
  const spoken = resolved.speakerOf.map(speakerAt)
  return { ...resolved, spoken, names: spoken.map(speaker => speaker?.name ?? null) }
}
