import { type APIApplicationCommand, DiscordAPIError, REST, RESTJSONErrorCodes, Routes } from 'discord.js'
import { z } from 'zod'
import { OnRecordError } from '../errors.js'
import { findCommandFaults } from './command-faults.js'
import { type CommandJson, type CommandSpec, toCommandJson } from './command-json.js'
import { explainToOperator } from './faults.js'

export interface RegisterConfig {
  token: string
  /** Without the version: https://discord.com/api. */
  apiUrl: string
  /** The one server to put the commands in; absent: all. */
  guildId?: string | undefined
}

export interface Registration {
  commands: number
  /** Whether Discord had others, or none, before. */
  written: boolean
}

interface Comparable {
  name?: unknown
  options?: readonly Comparable[] | undefined
  [key: string]: unknown
}

/** What On Record sets of an option, with Discord's defaults where it is absent. */
function comparableOption(option: Comparable): object {
  const { type, name, description, required = false, autocomplete = false, max_length = null } = option
  const choices = Array.isArray(option.choices) ? option.choices.map(({ name, value }) => [name, value]) : []
  const options = (option.options ?? []).map(comparableOption)
  return { type, name, description, required: required ?? false, autocomplete, max_length, choices, options }
}

function comparable(command: CommandJson | APIApplicationCommand, guild: boolean): object {
  const { name, description, type, default_member_permissions = null } = command
  const options = ((command.options ?? []) as unknown as readonly Comparable[]).map(comparableOption)
  const places = guild
    ? []
    : [command.contexts, command.integration_types].map(list => [...(list ?? [])].sort())
  return { name, description, type, default_member_permissions, options, places }
}

function sameCommands(
  ours: readonly CommandJson[],
  theirs: readonly APIApplicationCommand[],
  guild: boolean,
): boolean {
  const serialised = (list: readonly (CommandJson | APIApplicationCommand)[]): string[] =>
    list.map(command => JSON.stringify(comparable(command, guild))).sort()
  return JSON.stringify(serialised(ours)) === JSON.stringify(serialised(theirs))
}

function explainGuild(error: unknown, { apiUrl, guildId }: RegisterConfig): OnRecordError {
  const noAccess: unknown[] = [RESTJSONErrorCodes.MissingAccess, RESTJSONErrorCodes.UnknownGuild]
  if (!(error instanceof DiscordAPIError && noAccess.includes(error.code)))
    return explainToOperator(error, apiUrl)
  const sentence = `Discord lets the bot put no commands into the server DISCORD_GUILD_ID=${guildId}. Check the id, and invite the bot with the scopes “bot” and “applications.commands”.`
  return new OnRecordError('bad-config', sentence, { cause: error })
}

/** Writes the commands where Discord has others; `rest` must hold the token. */
export async function putCommands(
  rest: REST,
  applicationId: string,
  commands: readonly CommandSpec[],
  guildId: string | undefined,
): Promise<Registration> {
  const ours = commands.map(command => toCommandJson(command, guildId ? 'guild' : 'global'))
  const route = guildId
    ? Routes.applicationGuildCommands(applicationId, guildId)
    : Routes.applicationCommands(applicationId)
  const theirs = (await rest.get(route)) as APIApplicationCommand[]
  const written = !sameCommands(ours, theirs, guildId !== undefined)
  if (written) await rest.put(route, { body: ours })
  return { commands: ours.length, written }
}

const Application = z.object({ id: z.string() })

/**
 * Puts the commands into one server, or into all. Throws an `OnRecordError` that says what to do where Discord cannot be
 * reached or refuses, and a plain `Error` where a command breaks Discord's rules.
 */
export async function registerCommands(
  commands: readonly CommandSpec[],
  config: RegisterConfig,
): Promise<Registration> {
  const faults = findCommandFaults(commands)
  if (faults.length > 0) throw new Error(`Discord would refuse the commands: ${faults.join('; ')}`)
  try {
    const rest = new REST({ version: '10', api: config.apiUrl }).setToken(config.token)
    const { id } = Application.parse(await rest.get(Routes.currentApplication()))
    return await putCommands(rest, id, commands, config.guildId)
  } catch (error) {
    throw explainGuild(error, config)
  }
}
