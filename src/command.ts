import type { Invocation, Reply } from './reply.js'

/** A file given to a command, not yet read. */
export interface AttachedFile {
  name: string
  /** Bytes, as announced; not to be trusted. */
  size: number
  /** Reads at most `limit` bytes; throws `OnRecordError` when there are more, or when it cannot be had. */
  read(limit: number): Promise<Uint8Array>
}

export interface OptionSpec {
  name: string
  description: string
  type: 'text' | 'file'
  required: boolean
  maxLength?: number
  choices?: readonly { name: string; value: string }[]
  /** Which names the front end offers while the option is typed. */
  complete?: 'article' | 'speaker'
}

export interface SubcommandSpec {
  name: string
  description: string
  options: readonly OptionSpec[]
}

/** What a front end knows about the asker. */
export interface Asker {
  /** The Discord server, or null in the terminal. */
  guildId: string | null
  isModerator: boolean
}

export interface Choice {
  name: string
  value: string
}

/**
 * A slash command, free of any front end. `run` is given unchecked options and checks them with zod; it throws
 * `OnRecordError` for what the asker can mend.
 */
export interface Command<Services> {
  name: string
  description: string
  /** Only for those who may manage the server: hidden by the front end and checked by `run` all the same. */
  moderatorsOnly: boolean
  options: readonly OptionSpec[]
  subcommands: readonly SubcommandSpec[]
  run(invocation: Invocation, asker: Asker, services: Services): Promise<Reply>
}
