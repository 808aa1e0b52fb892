import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js'
import type { Command, OptionSpec, SubcommandSpec } from '../command.js'
import { LIMITS } from './limits.js'

/** A command without what it does. */
export type CommandSpec = Omit<Command<never>, 'run'>

export type CommandJson = RESTPostAPIChatInputApplicationCommandsJSONBody

/** Where commands are put: with every server, or with one. */
export type Place = 'global' | 'guild'

function toOptionJson(option: OptionSpec): APIApplicationCommandBasicOption {
  const { name, description, required } = option
  if (option.type === 'file')
    return { type: ApplicationCommandOptionType.Attachment, name, description, required }
  const base = { type: ApplicationCommandOptionType.String as const, name, description, required }
  const length =
    option.maxLength === undefined ? {} : { max_length: Math.min(option.maxLength, LIMITS.optionLength) }
  if (option.complete) return { ...base, ...length, autocomplete: true }
  return option.choices ? { ...base, ...length, choices: [...option.choices] } : { ...base, ...length }
}

/** Discord wants the required ones first. */
const toOptionsJson = (options: readonly OptionSpec[]): APIApplicationCommandBasicOption[] =>
  [...options].sort((a, b) => Number(b.required) - Number(a.required)).map(toOptionJson)

const toSubcommandJson = ({ name, description, options }: SubcommandSpec): APIApplicationCommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name,
  description,
  options: toOptionsJson(options),
})

/** What only commands for every server may say; moderators exist only in servers, so theirs are left out of direct messages. */
const globalOnly = ({ moderatorsOnly }: CommandSpec): Partial<CommandJson> => ({
  contexts: moderatorsOnly
    ? [InteractionContextType.Guild]
    : [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
})

export function toCommandJson(command: CommandSpec, place: Place): CommandJson {
  const { name, description, moderatorsOnly, options, subcommands } = command
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description,
    default_member_permissions: moderatorsOnly ? String(PermissionFlagsBits.ManageGuild) : null,
    ...(place === 'global' ? globalOnly(command) : {}),
    options: subcommands.length > 0 ? subcommands.map(toSubcommandJson) : toOptionsJson(options),
  }
}
