import { type CommandServices, commands, unknownCommand } from '../../commands/index.js'
import type { AttachedFile, Command, OptionSpec } from '../command.js'
import { OnRecordError } from '../errors.js'
import { readRawFile } from '../ingest/file.js'
import { nearest } from '../nearest.js'
import type { Invocation } from '../reply.js'
import { splitTypedOptions } from './typed-options.js'

type Known = Command<CommandServices>

/**
 * Reads a line as it is typed on Discord: "/quotes speaker:Stoltenberg about:violence". The first option needs no name,
 * and a line without a slash is a question.
 * @throws OnRecordError where there is no such command or option
 */
export function parseLine(line: string): Invocation {
  const typed = line.trim()
  if (!typed.startsWith('/')) return { command: 'ask', options: { question: typed } }
  const [name, rest] = splitWord(typed.slice(1))
  const command = commands.find(each => each.name === name.toLowerCase())
  if (!command) throw unknownCommand(name)
  if (command.subcommands.length === 0) {
    return { command: command.name, options: parseOptions(rest, command.options, `/${command.name}`) }
  }
  const [subname, given] = splitWord(rest)
  const options = optionsOfSubcommand(command, subname)
  return {
    command: command.name,
    subcommand: subname.toLowerCase(),
    options: parseOptions(given, options, `/${command.name} ${subname}`),
  }
}

function splitWord(text: string): [string, string] {
  const [word = '', rest = ''] = text.split(/\s+(.*)/s)
  return [word, rest.trim()]
}

function optionsOfSubcommand(command: Known, name: string): readonly OptionSpec[] {
  const found = command.subcommands.find(subcommand => subcommand.name === name.toLowerCase())
  if (found) return found.options
  const names = command.subcommands.map(subcommand => subcommand.name)
  const meant = nearest(name, names)
  const hint = meant ? `did you mean /${command.name} ${meant}?` : `say one of ${names.join(', ')}.`
  throw new OnRecordError(
    'bad-input',
    `/${command.name} ${name ? `has no “${name}”` : 'needs a subcommand'}; ${hint}`,
  )
}

function parseOptions(text: string, specs: readonly OptionSpec[], usage: string): Record<string, unknown> {
  const names = specs.map(spec => spec.name)
  const options: Record<string, unknown> = {}
  for (const { name, value } of splitTypedOptions(text, typed => isMeant(typed, names))) {
    const spec = specs.find(each => each.name === (name ?? names[0]))
    if (!spec) throw unknownOption(name, names, usage)
    if (spec.name in options)
      throw new OnRecordError('bad-input', `${usage}: the option ${spec.name} is given twice.`)
    options[spec.name] = spec.type === 'file' ? fileAt(value) : value
  }
  return options
}

/** A name that is nearly one of ours is a slip; any other word before a colon is what somebody said. */
function isMeant(typed: string, names: readonly string[]): boolean {
  return nearest(typed, names) !== null
}

function unknownOption(name: string | null, names: readonly string[], usage: string): OnRecordError {
  if (name === null) return new OnRecordError('bad-input', `${usage} takes no options.`)
  const meant = nearest(name, names)
  return new OnRecordError('bad-input', `${usage}: there is no option “${name}”, did you mean “${meant}”?`)
}

function fileAt(path: string): AttachedFile {
  return { name: path, size: 0, read: async limit => (await readRawFile(path, limit)).bytes }
}
