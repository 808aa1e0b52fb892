import { z } from 'zod'
import { readJsonLines } from './json-lines.js'

/** A question that was written about an article of PolNeAR's training part. */
const writtenSchema = z.strictObject({
  /** The article's id. */
  article: z.string().min(1),
  kind: z.enum(['what-said', 'fact', 'absent']),
  text: z.string().min(1),
  /** Where the sentences stand that answer, in UTF-16 code units of the article; none: nothing in it does. */
  answers: z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()])),
})
export type WrittenQuestion = z.infer<typeof writtenSchema>

/** Throws `Error` that names the first line which is no such question. */
export const readWrittenQuestions = (file: string): WrittenQuestion[] => readJsonLines(file, writtenSchema)
