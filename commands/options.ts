import { z } from 'zod'
import type { AttachedFile, OptionSpec } from '../src/command.js'

/** An option without its name: how front ends draw it, and the schema that checks what they hand over. */
export interface Option<Schema extends z.ZodType = z.ZodType> {
  spec: Omit<OptionSpec, 'name'>
  schema: Schema
}

export type Options = Readonly<Record<string, Option>>

/** Options once checked, by name. */
export type Checked<Chosen extends Options> = { [Name in keyof Chosen]: z.output<Chosen[Name]['schema']> }

const longestName = 200

const words = (maxLength: number) =>
  z
    .string({ error: 'must be given, as text' })
    .trim()
    .min(1, 'must not be empty')
    .max(maxLength, `must have at most ${maxLength} characters`)

export function requiredText(description: string, maxLength: number, complete?: OptionSpec['complete']) {
  return {
    spec: { description, type: 'text' as const, required: true, maxLength, ...(complete && { complete }) },
    schema: words(maxLength),
  }
}

export function optionalText(description: string, maxLength: number, complete?: OptionSpec['complete']) {
  return {
    spec: { description, type: 'text' as const, required: false, maxLength, ...(complete && { complete }) },
    schema: words(maxLength).optional(),
  }
}

export function oneOf<const Values extends readonly [string, ...string[]]>(
  description: string,
  values: Values,
) {
  const rule = `must be one of ${values.join(', ')}`
  return {
    spec: {
      description,
      type: 'text' as const,
      required: false,
      choices: values.map(value => ({ name: value, value })),
    },
    schema: z.enum(values, { error: rule }).optional(),
  }
}

export function requiredFile(description: string) {
  return {
    spec: { description, type: 'file' as const, required: true },
    schema: z.custom<AttachedFile>(isAttachedFile, 'must be a file'),
  }
}

export const articleOption = optionalText(
  'Only in this article (its title, or a part of it)',
  longestName,
  'article',
)

/** How front ends list the options. */
export function specsOf(options: Options): OptionSpec[] {
  return Object.entries(options).map(([name, { spec }]) => ({ name, ...spec }))
}

function isAttachedFile(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'read' in value && typeof value.read === 'function'
}
