import type { Asker, Command } from '../src/command.js'
import { OnRecordError } from '../src/errors.js'
import { nearest } from '../src/nearest.js'
import type { Invocation, Reply } from '../src/reply.js'
import { shorten } from '../src/wording/shorten.js'
import { ask } from './ask.js'
import type { Query } from './define.js'
import { helpOn } from './help.js'
import { quotes } from './quotes.js'
import type { CommandServices } from './services.js'
import { sources } from './sources.js'
import { speakers } from './speakers.js'
import { summary } from './summary.js'
import { whoSaid } from './who-said.js'

export { complete } from './complete.js'
export type { Query } from './define.js'
export type { CommandServices } from './services.js'

/** The commands whose answers can be had as data. */
export const queries: readonly Query[] = [whoSaid, ask, summary, quotes, speakers]

const explained: readonly Command<CommandServices>[] = [...queries, sources]

/** Every slash command; a new one is added here. */
export const commands: readonly Command<CommandServices>[] = [...explained, helpOn(explained)]

export function findCommand(name: string): Command<CommandServices> | null {
  return commands.find(command => command.name === name) ?? null
}

/** @throws OnRecordError for what the asker can mend */
export async function runCommand(
  invocation: Invocation,
  asker: Asker,
  services: CommandServices,
): Promise<Reply> {
  const command = findCommand(invocation.command)
  if (!command) throw unknownCommand(invocation.command)
  return command.run(invocation, asker, services)
}

export function unknownCommand(name: string): OnRecordError {
  const meant = nearest(
    name,
    commands.map(command => command.name),
  )
  const hint = meant ? `did you mean /${meant}?` : '/help lists those there are.'
  return new OnRecordError('bad-input', `There is no command /${shorten(name, 40)}; ${hint}`)
}
