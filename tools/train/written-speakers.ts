import { z } from 'zod'
import { splitParagraphs } from '../../src/article.js'
import { loadModel, loadTagModel } from '../../src/ingest/model-file.js'
import { readQuotations } from '../../src/language/analyze.js'
import type { Quotation } from '../../src/language/quotation.js'
import { readJsonLines } from './json-lines.js'
import type { GoldSpeaker, SpeakerArticle } from './speaker-corpus.js'

/** An article that was written to learn from, with who says what in it. */
const writtenSchema = z
  .strictObject({
    text: z.string().min(1),
    said: z.array(
      z.strictObject({
        words: z.string().min(1),
        /** As the article names the speaker in full, or describes a speaker without a name. */
        speaker: z.string().min(1),
        kind: z.enum(['person', 'organisation', 'document', 'group', 'anonymous']),
      }),
    ),
  })
  .refine(({ text, said }) => said.every(({ words }) => text.split(words).length === 2), {
    error: 'what is said must stand in the text once',
  })
type WrittenArticle = z.infer<typeof writtenSchema>

/** With the quotations that the program finds itself. Throws `Error` that names the first line which is no such article. */
export function readWrittenSpeakers(file: string): SpeakerArticle[] {
  const model = loadModel()
  const tagModel = loadTagModel()
  return readJsonLines(file, writtenSchema).map(({ text, said }, at) => {
    const article = { text, paragraphs: splitParagraphs(text) }
    const { read, quotations } = readQuotations(article, model, tagModel)
    return {
      id: `written ${at + 1}`,
      input: { ...read, title: '', quotations },
      gold: quotations.map(quotation => speakerOf(quotation, text, said)),
    }
  })
}

/** Null where none of the labelled words stand in what is said, or words of several. */
function speakerOf({ content }: Quotation, text: string, said: WrittenArticle['said']): GoldSpeaker | null {
  const within = said.filter(({ words }) => {
    const start = text.indexOf(words)
    return content.some(([first, end]) => start < end && first < start + words.length)
  })
  const [one] = within
  return one && within.every(({ speaker }) => speaker === one.speaker) ? one : null
}
