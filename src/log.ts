import { type DestinationStream, type Logger, pino } from 'pino'
import type { Config } from './config.js'

export type Log = Logger

export interface LogOptions {
  level: Config['logLevel']
  /** Replaced wherever they appear in a line, also within the message or stack of an error. */
  secrets: readonly string[]
  /** How a line that is a JSON object looks; by default as it is. */
  draw?: (line: string) => string
}

/** A log of a line an entry. */
export function createLog(destination: DestinationStream, options: LogOptions): Log {
  const hide = hider(options.secrets)
  const { draw = line => line } = options
  const stream: DestinationStream = { write: line => destination.write(draw(hide(line))) }
  return pino({ level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream)
}

/** Lines for people rather than programs. */
export async function readableLines(colorize: boolean): Promise<(line: string) => string> {
  const { prettyFactory } = await import('pino-pretty')
  return prettyFactory({ colorize, translateTime: 'SYS:HH:MM:ss' })
}

/** Whole lines are searched, because a token may stand anywhere in what an error says. */
export function hider(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .filter(Boolean)
    .flatMap(secret => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
  return text => forms.reduce((hidden, form) => hidden.replaceAll(form, '(hidden)'), text)
}
