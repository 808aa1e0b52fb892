import { type DestinationStream, type Logger, pino } from 'pino'
import { prettyFactory } from 'pino-pretty'
import type { Config } from './config.js'

export type Log = Logger

export interface LogOptions {
  level: Config['logLevel']
  /** For people rather than programs. */
  readable: boolean
  colours: boolean
  /** Replaced wherever they appear in a line, also within the message or stack of an error. */
  secrets: readonly string[]
}

/** A log of one JSON object a line, or of readable lines. */
export function createLog(destination: DestinationStream, options: LogOptions): Log {
  const hide = hider(options.secrets)
  const draw = options.readable ? prettyLines(options.colours) : (line: string) => line
  const stream: DestinationStream = { write: line => destination.write(draw(hide(line))) }
  return pino({ level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream)
}

function prettyLines(colorize: boolean): (line: string) => string {
  return prettyFactory({ colorize, translateTime: 'SYS:HH:MM:ss' })
}

/** Whole lines are searched, because a token may stand anywhere in what an error says. */
export function hider(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .filter(Boolean)
    .flatMap(secret => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
  return text => forms.reduce((hidden, form) => hidden.replaceAll(form, '(hidden)'), text)
}
