import { randomBytes } from 'node:crypto'
import { OnRecordError } from '../errors.js'
import type { Log } from './log.js'

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

/**
 * An error as the log may hold it. Errors of discord.js carry the URL and body of the request, and with them tokens,
 * so nothing is taken over but what is named here.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack, cause } = error
  const known = { name, message, stack, code: property(error, 'code'), status: property(error, 'status') }
  return cause === undefined ? known : { ...known, cause: describeError(cause) }
}

/** The sentence for the asker; what is not meant for them goes to the log under the reference that the sentence names. */
export function explainToAsker(error: unknown, details: object, log: Log): string {
  if (error instanceof OnRecordError) {
    log.info({ ...details, code: error.code }, 'the asker was told what to mend')
    return error.message
  }
  const reference = randomBytes(4).toString('hex')
  log.error({ ...details, reference, error: describeError(error) }, 'a command failed')
  return `Something went wrong here, not with what you asked. Tell whoever runs this bot the reference ${reference}.`
}

const PORTAL = 'https://discord.com/developers/applications'

const BAD_TOKEN = `Discord refused the token in DISCORD_TOKEN. Copy it again from the Bot page of your application at ${PORTAL} (“Reset Token” makes a new one).`

const BAD_INTENTS = `Discord refused the bot's intents. On Record asks only for “Guilds”, which every bot may have: check that DISCORD_TOKEN belongs to a bot that is not suspended, at ${PORTAL}.`

const NEEDS_SHARDS =
  'Discord wants this bot to be split over more shards than it started with. Start it again.'

/** The codes with which Discord closes a gateway connection for good. */
export function explainClose(code: number): OnRecordError {
  if (code === 4004) return new OnRecordError('bad-config', BAD_TOKEN)
  if (code === 4013 || code === 4014) return new OnRecordError('bad-config', BAD_INTENTS)
  if (code === 4010 || code === 4011) return new OnRecordError('unavailable', NEEDS_SHARDS)
  return new OnRecordError(
    'unavailable',
    `Discord closed the connection for good (code ${code}). Start the bot again.`,
  )
}

function unreachable(error: unknown, apiUrl: string): OnRecordError {
  const status = property(error, 'status')
  const code = property(error, 'code') ?? property(property(error, 'cause'), 'code')
  const what =
    typeof status === 'number'
      ? `it answered with status ${status}`
      : String(code ?? property(error, 'message'))
  const sentence = `Discord cannot be used at ${apiUrl}: ${what}. Check the network and DISCORD_API_URL, then start again.`
  return new OnRecordError('unavailable', sentence, { cause: error })
}

/** What to tell whoever runs the bot when `error` stopped it from reaching Discord. */
export function explainToOperator(error: unknown, apiUrl: string): OnRecordError {
  if (error instanceof OnRecordError) return error
  const refused = property(error, 'status') === 401 || property(error, 'code') === 'TokenInvalid'
  return refused ? new OnRecordError('bad-config', BAD_TOKEN) : unreachable(error, apiUrl)
}
