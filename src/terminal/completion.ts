import { type CommandServices, commands, complete } from '../../commands/index.js'
import type { Asker, OptionSpec } from '../command.js'
import { splitTypedOptions } from './typed-options.js'

/** What may follow, and the end of the line that it takes the place of; as node:readline wants it. */
export type Completion = [matches: string[], typed: string]

/** Completes commands, subcommands, option names, and the titles and names that options take. */
export function completeLine(
  line: string,
  ownCommands: readonly string[],
  asker: Asker,
  services: CommandServices,
): Completion {
  const typed = line.trimStart()
  if (!typed.startsWith('/')) return [[], line]
  const [word = '', given] = typed.slice(1).split(/\s+(.*)/s)
  if (given === undefined) {
    return startingWith(
      [...commands.map(command => command.name), ...ownCommands],
      word,
      name => `/${name} `,
      '/',
    )
  }
  const command = commands.find(each => each.name === word)
  if (!command) return [[], line]
  if (command.subcommands.length === 0) return completeOptions(given, command.options, asker, services)
  const [sub = '', rest] = given.split(/\s+(.*)/s)
  if (rest === undefined)
    return startingWith(
      command.subcommands.map(({ name }) => name),
      sub,
      name => `${name} `,
    )
  const options = command.subcommands.find(({ name }) => name === sub)?.options ?? []
  return completeOptions(rest, options, asker, services)
}

function completeOptions(
  text: string,
  specs: readonly OptionSpec[],
  asker: Asker,
  services: CommandServices,
): Completion {
  const given = splitTypedOptions(text, name => specs.some(spec => spec.name === name))
  const last = given.at(-1) ?? { name: null, value: '', start: 0 }
  const spec = specs.find(({ name }) => name === (last.name ?? specs[0]?.name))
  const typed = text.slice(last.start).trimStart()
  const values = spec ? valuesOf(spec, typed.replace(/^"/, ''), asker, services) : []
  if (values.length > 0) return [values.map(quoteWhereNeeded), typed]
  const names = specs.map(({ name }) => name).filter(name => given.every(option => option.name !== name))
  return startingWith(names, /\S*$/.exec(text)?.[0] ?? '', name => `${name}:`)
}

function valuesOf(spec: OptionSpec, typed: string, asker: Asker, services: CommandServices): string[] {
  if (spec.choices) return spec.choices.map(({ value }) => value).filter(value => value.startsWith(typed))
  return spec.complete ? complete(spec.complete, typed, asker, services).map(({ value }) => value) : []
}

/** A colon within could be taken for the next option. */
function quoteWhereNeeded(value: string): string {
  return /\s[a-z-]+:/.test(value) && !value.includes('"') ? `"${value}"` : value
}

function startingWith(
  names: readonly string[],
  typed: string,
  draw: (name: string) => string,
  before = '',
): Completion {
  return [names.filter(name => name.startsWith(typed)).map(draw), before + typed]
}
