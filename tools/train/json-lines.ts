import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** A file with one JSON object a line. Throws `Error` that names the first line which is none of these. */
export const readJsonLines = <T>(file: string, schema: z.ZodType<T>): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line === '') return []
      const checked = schema.safeParse(parsed(line))
      if (checked.success) return [checked.data]
      throw new Error(`${file}, line ${at + 1}: ${z.prettifyError(checked.error)}`)
    })

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return line
  }
}
