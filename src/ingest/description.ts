import type * as Zod from 'zod'
import type { ArticleDescription } from '../article.js'
import { deferPackage } from '../defer-package.js'
import { OnRecordError } from '../errors.js'

type Field = keyof ArticleDescription

const RULES: Record<Field, string> = {
  title: 'a line of text, 1 to 1000 characters',
  url: 'an http(s) address',
  publisher: 'a line of text, 1 to 1000 characters',
  author: 'a line of text, 1 to 1000 characters',
  publishedAt: 'an ISO 8601 date such as 2021-03-23',
}

const FIELDS = Object.keys(RULES) as Field[]

const zod = deferPackage<typeof Zod>('zod')
let known: ReturnType<typeof makeSchema> | null = null

const schemaOfDescription = (): ReturnType<typeof makeSchema> => (known ??= makeSchema())

function makeSchema() {
  const { z } = zod()
  const line = z.string().trim().min(1).max(1000)
  const fields = {
    title: line,
    url: z.url({ protocol: /^https?$/ }).max(2000),
    publisher: line,
    author: line,
    publishedAt: z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]),
  } satisfies Record<Field, Zod.ZodType<string>>
  return z.strictObject(fields).partial()
}

/** Reads the JSON file beside an article; throws `OnRecordError` naming the first faulty field. */
export function parseDescription(file: string, json: string): ArticleDescription {
  let given: unknown
  try {
    given = JSON.parse(json)
  } catch (cause) {
    throw new OnRecordError('bad-input', `${file} is not JSON; correct it or take it away.`, { cause })
  }
  const parsed = schemaOfDescription().safeParse(given)
  if (parsed.success) return parsed.data
  throw new OnRecordError('bad-input', explain(file, given, parsed.error))
}

function explain(file: string, given: unknown, error: Zod.ZodError): string {
  const issue = error.issues[0]!
  if (issue.code === 'unrecognized_keys') {
    return `${file} has a field "${issue.keys[0]}", which is not known; known are ${FIELDS.join(', ')}.`
  }
  const field = issue.path[0] as Field | undefined
  if (field === undefined) return `${file} must hold a JSON object such as {"title": "…"}.`
  const value = JSON.stringify((given as Record<Field, unknown>)[field])
  return `${file}: ${field} must be ${RULES[field]}, got ${value.length > 80 ? `${value.slice(0, 80)}…` : value}.`
}

/** Keeps what is well-formed of what a page or front matter says of itself; the rest is left unknown. */
export function keepValid(claims: Readonly<Record<Field, unknown>>): ArticleDescription {
  const kept: ArticleDescription = {}
  const { shape } = schemaOfDescription()
  for (const field of FIELDS) {
    const claim = claims[field]
    const given = typeof claim === 'string' && field !== 'url' ? claim.replace(/\s+/g, ' ') : claim
    const parsed = shape[field].safeParse(given)
    if (parsed.success) kept[field] = parsed.data
  }
  return kept
}

/** What is said outside the article goes before what the article says of itself. */
export function mergeDescriptions(first: ArticleDescription, second: ArticleDescription): ArticleDescription {
  const merged: ArticleDescription = {}
  for (const field of FIELDS) {
    const value = first[field] ?? second[field]
    if (value !== undefined) merged[field] = value
  }
  return merged
}
