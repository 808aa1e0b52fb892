import { z } from 'zod'
import { OnRecordError } from '../src/errors.js'
import { nearest } from '../src/nearest.js'
import { shorten } from '../src/wording/shorten.js'
import type { Checked, Options } from './options.js'

/**
 * Checks what a front end was given; `usage` is the command as the asker typed it ("/who-said").
 * @throws OnRecordError (`bad-input`) that names every option at fault
 */
export function checkOptions<Chosen extends Options>(
  options: Chosen,
  given: Readonly<Record<string, unknown>>,
  usage: string,
): Checked<Chosen> {
  const checked = schemaOf(options).safeParse(given)
  if (checked.success) return checked.data as Checked<Chosen>
  const faults = checked.error.issues.map(issue => faultOf(issue, Object.keys(options), given))
  throw new OnRecordError('bad-input', `${usage}: ${faults.join('; ')}.`)
}

// Building a schema takes many times as long as checking by it.
const schemas = new WeakMap<Options, z.ZodType>()

function schemaOf(options: Options): z.ZodType {
  const known = schemas.get(options)
  if (known) return known
  const schema = z.strictObject(
    Object.fromEntries(Object.entries(options).map(([name, { schema }]) => [name, schema])),
  )
  schemas.set(options, schema)
  return schema
}

function faultOf(
  issue: z.core.$ZodIssue,
  names: readonly string[],
  given: Readonly<Record<string, unknown>>,
): string {
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => unknownOption(key, names)).join('; ')
  const name = String(issue.path[0])
  const value = given[name]
  const shown = typeof value === 'string' && value.trim() ? `, but is “${shorten(value, 60)}”` : ''
  return `the option ${name} ${issue.message}${shown}`
}

function unknownOption(key: string, names: readonly string[]): string {
  const meant = nearest(key, names)
  const known = names.length > 0 ? `; its options are ${names.join(', ')}` : '; it has no options'
  return `there is no option “${shorten(key, 40)}”${meant ? `, did you mean “${meant}”?` : known}`
}
