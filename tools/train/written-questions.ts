import { readFileSync } from 'node:fs'
import { z } from 'zod'

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

/** One JSON object a line. Throws `Error` that names the first line which is no such question. */
export const readWrittenQuestions = (file: string): WrittenQuestion[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line === '') return []
      const question = writtenSchema.safeParse(parsed(line))
      if (question.success) return [question.data]
      throw new Error(`${file}, line ${at + 1}: ${z.prettifyError(question.error)}`)
    })

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return line
  }
}
