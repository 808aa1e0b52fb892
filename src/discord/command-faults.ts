import type { OptionSpec } from '../command.js'
import type { CommandSpec } from './command-json.js'
import { LIMITS } from './limits.js'

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

type Named = { name: string; description: string }

function duplicates(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index)
}

function namedFaults(where: string, { name, description }: Named): string[] {
  const faults: string[] = []
  if (!NAME.test(name) || name !== name.toLowerCase())
    faults.push(
      `${where}: a name has 1 to 32 lower-case letters, digits, - and _, but this is ${JSON.stringify(name)}`,
    )
  if (description.length < 1 || description.length > LIMITS.commandDescription)
    faults.push(
      `${where}: a description has 1 to ${LIMITS.commandDescription} characters, this has ${description.length}`,
    )
  return faults
}

function optionFaults(where: string, option: OptionSpec): string[] {
  const faults = namedFaults(where, option)
  const choices = option.choices ?? []
  if (choices.length > LIMITS.choices)
    faults.push(`${where}: ${choices.length} choices, the most is ${LIMITS.choices}`)
  if (option.choices && option.complete) faults.push(`${where}: choices and completion exclude each other`)
  for (const { name, value } of choices) {
    const fits = [name, value].every(text => text.length >= 1 && text.length <= LIMITS.choice)
    if (!fits)
      faults.push(`${where}: the choice ${JSON.stringify(name)} has not 1 to ${LIMITS.choice} characters`)
  }
  return faults
}

function optionsFaults(where: string, options: readonly OptionSpec[]): string[] {
  const faults = options.flatMap(option => optionFaults(`${where} ${option.name}`, option))
  if (options.length > LIMITS.options)
    faults.push(`${where}: ${options.length} options, the most is ${LIMITS.options}`)
  for (const name of duplicates(options.map(option => option.name)))
    faults.push(`${where}: two options named ${name}`)
  return faults
}

const lengthOf = ({ name, description }: Named): number => name.length + description.length

const optionLength = (option: OptionSpec): number =>
  lengthOf(option) +
  (option.choices ?? []).reduce((sum, { name, value }) => sum + name.length + value.length, 0)

function totalLength({ options, subcommands, ...command }: CommandSpec): number {
  const every = [...options, ...subcommands.flatMap(subcommand => subcommand.options)]
  return [lengthOf(command), ...subcommands.map(lengthOf), ...every.map(optionLength)].reduce(
    (a, b) => a + b,
    0,
  )
}

function commandFaults(command: CommandSpec): string[] {
  const where = `/${command.name}`
  const { options, subcommands } = command
  const faults = [...namedFaults(where, command), ...optionsFaults(where, options)]
  faults.push(...subcommands.flatMap(sub => namedFaults(`${where} ${sub.name}`, sub)))
  faults.push(...subcommands.flatMap(sub => optionsFaults(`${where} ${sub.name}`, sub.options)))
  for (const name of duplicates(subcommands.map(sub => sub.name)))
    faults.push(`${where}: two subcommands named ${name}`)
  if (subcommands.length > LIMITS.options) faults.push(`${where}: more than ${LIMITS.options} subcommands`)
  if (options.length > 0 && subcommands.length > 0)
    faults.push(`${where}: options and subcommands exclude each other`)
  if (totalLength(command) > LIMITS.commandTotal)
    faults.push(`${where}: more than ${LIMITS.commandTotal} characters`)
  return faults
}

/** Everything for which Discord would refuse these commands, in words; empty when it takes them. */
export function findCommandFaults(commands: readonly CommandSpec[]): string[] {
  const faults = commands.flatMap(commandFaults)
  if (commands.length > LIMITS.commands)
    faults.push(`${commands.length} commands, the most is ${LIMITS.commands}`)
  for (const name of duplicates(commands.map(command => command.name)))
    faults.push(`two commands named /${name}`)
  return faults
}
