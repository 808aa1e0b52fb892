import { existsSync } from 'node:fs'
import { z } from 'zod'
import { OnRecordError } from './errors.js'
import { nearest } from './nearest.js'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

export interface Config {
  /** null: no Discord bot; the program then is a chat in the terminal. */
  readonly discordToken: string | null
  readonly discordApiUrl: string
  /** Where commands are registered; null: everywhere. */
  readonly discordGuildId: string | null
  readonly registerAtStart: boolean
  readonly dataDirectory: string
  readonly maxFileBytes: number
  /**
   * The least probability that one of the first three answers to a question is right, and that the first match of remembered
   * words is meant; undefined: the program's own.
   */
  readonly answerThreshold: number | undefined
  readonly logLevel: (typeof logLevels)[number]
  /** Whether a terminal may be drawn in colours. */
  readonly colours: boolean
}

const bytesPerMegabyte = 1_000_000
const yes = ['1', 'true', 'yes', 'on']
const no = ['0', 'false', 'no', 'off']

const flag = z
  .string()
  .transform(value => value.toLowerCase())
  .refine(value => yes.includes(value) || no.includes(value), 'must be yes or no')
  .transform(value => yes.includes(value))

const apiUrl = z
  .string()
  .refine(isHttpUrl, 'must be an http:// or https:// URL')
  .transform(value => value.replace(/\/+$/, ''))

const megabytes = z
  .string()
  .refine(
    value => /^\d+(\.\d+)?$/.test(value) && Number(value) >= 0.001 && Number(value) <= 1_000,
    'must be a number from 0.001 to 1000',
  )
  .transform(Number)
  .transform(value => Math.round(value * bytesPerMegabyte))

const share = z
  .string()
  .refine(
    value => /^(0|1|0?\.\d+|[01]\.\d+)$/.test(value) && Number(value) <= 1,
    'must be a number from 0 to 1',
  )
  .transform(Number)

const levelRule = `must be one of ${logLevels.join(', ')}`

/** Every variable the program reads, by its rule. */
const variables = z.object({
  DISCORD_TOKEN: z.string().regex(/^\S+$/, 'must have no white space').optional(),
  DISCORD_API_URL: apiUrl.default('https://discord.com/api'),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, 'must be a server’s id of 17 to 20 digits')
    .optional(),
  ON_RECORD_REGISTER: flag.default(true),
  ON_RECORD_DATA: z.string().default('./data'),
  ON_RECORD_MAX_FILE_MB: megabytes.default(5 * bytesPerMegabyte),
  ON_RECORD_THRESHOLD: share.optional(),
  ON_RECORD_LOG_LEVEL: z.enum(logLevels, { error: levelRule }).default('info'),
  NO_COLOR: z.string().optional(),
})

export const variableNames: readonly string[] = Object.keys(variables.shape)

const secretNames = new Set(['DISCORD_TOKEN'])

/**
 * Checks the environment; a variable that is empty counts as not set.
 * @throws OnRecordError (`bad-config`) with a line for every fault
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = givenVariables(environment)
  const checked = variables.safeParse(given)
  const faults = [...misspeltNames(environment), ...(checked.error?.issues ?? []).map(faultOf(given))]
  if (!checked.success || faults.length > 0) throw badConfig(faults)
  const value = checked.data
  return Object.freeze({
    discordToken: value.DISCORD_TOKEN ?? null,
    discordApiUrl: value.DISCORD_API_URL,
    discordGuildId: value.DISCORD_GUILD_ID ?? null,
    registerAtStart: value.ON_RECORD_REGISTER,
    dataDirectory: value.ON_RECORD_DATA,
    maxFileBytes: value.ON_RECORD_MAX_FILE_MB,
    answerThreshold: value.ON_RECORD_THRESHOLD,
    logLevel: value.ON_RECORD_LOG_LEVEL,
    colours: value.NO_COLOR === undefined,
  })
}

/** Reads the process's environment, completed by the file `.env` of the working directory where there is one. */
export function loadConfig(): Config {
  if (existsSync('.env')) readEnvFile()
  return readConfig(process.env)
}

function readEnvFile(): void {
  try {
    process.loadEnvFile('.env')
  } catch (cause) {
    const sentence =
      'The file .env cannot be read: it must be a text file with NAME=value lines that you may read.'
    throw new OnRecordError('bad-config', sentence, { cause })
  }
}

function givenVariables(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const given: Record<string, string> = {}
  for (const name of variableNames) {
    const value = environment[name]?.trim()
    if (value) given[name] = value
  }
  return given
}

/** Names of this program's own that no setting has: a misspelt setting must not look as if it were in force. */
function misspeltNames(environment: Readonly<Record<string, string | undefined>>): string[] {
  const unknown = Object.keys(environment).filter(
    name => name.startsWith(OWN_PREFIX) && !variableNames.includes(name) && environment[name]?.trim(),
  )
  return unknown.map(name => {
    const meant = nearest(name, variableNames)
    return `- ${shortened(name)} is no setting${meant ? `; did you mean ${meant}?` : ''}`
  })
}

const OWN_PREFIX = 'ON_RECORD_'

const faultOf =
  (given: Readonly<Record<string, string>>) =>
  (issue: z.core.$ZodIssue): string => {
    const name = String(issue.path[0])
    const value = secretNames.has(name) ? '(hidden)' : `“${shortened(given[name] ?? '')}”`
    return `- ${name} ${issue.message}, but is ${value}`
  }

function badConfig(faults: readonly string[]): OnRecordError {
  const heading =
    faults.length === 1 ? 'The configuration has a fault:' : `The configuration has ${faults.length} faults:`
  return new OnRecordError('bad-config', [heading, ...faults].join('\n'))
}

function shortened(value: string): string {
  return value.length <= 100 ? value : `${value.slice(0, 100)}…`
}

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}
