import { isSubcommand, type OptionBody } from './command-rules.js'
import type { StoredCommand } from './command-store.js'

/** "/sources add", for faults. */
export const nameOf = ({ command, subcommand }: { command: string; subcommand?: string }): string =>
  subcommand ? `/${command} ${subcommand}` : `/${command}`

export interface Given {
  name: string
  type: number
  value: string
}

export function commandData(
  command: StoredCommand,
  subcommand: string | undefined,
  options: readonly object[],
): object {
  const { id, name } = command
  return { id, name, type: 1, options: subcommand ? [{ name: subcommand, type: 1, options }] : options }
}

function optionsOf(command: StoredCommand, subcommand: string | undefined): OptionBody[] {
  const options = command.options ?? []
  const nested = options.find(option => isSubcommand(option) && option.name === subcommand)
  if (subcommand && !nested) throw new Error(`/${command.name} has no subcommand ${subcommand}`)
  const own = subcommand && nested && isSubcommand(nested) ? (nested.options ?? []) : options
  return own.filter((option): option is OptionBody => option.type > 2)
}

export const findOption = (
  command: StoredCommand,
  subcommand: string | undefined,
  name: string,
): OptionBody | undefined => optionsOf(command, subcommand).find(option => option.name === name)

/** Throws where Discord's own client would not let the command be sent. */
export function checkOptions(
  command: StoredCommand,
  subcommand: string | undefined,
  given: readonly Given[],
): void {
  const known = optionsOf(command, subcommand)
  for (const { name, required } of known)
    if (required && !given.some(option => option.name === name))
      throw new Error(`/${command.name} needs ${name}`)
  for (const { name, type, value } of given) {
    const option = known.find(each => each.name === name)
    if (option?.type !== type) throw new Error(`/${command.name} has no option ${name} of type ${type}`)
    const choices = option.choices ?? []
    if (choices.length > 0 && !choices.some(choice => choice.value === value))
      throw new Error(`/${command.name} ${name} has no choice ${value}`)
    if (type === 3 && value.length > (option.max_length ?? 6000)) throw new Error(`${name} is too long`)
  }
}
