import { type CommandBody, readCommands } from './command-rules.js'
import { type HttpReply, invalidForm, ok, refuse } from './reply.js'
import { newId } from './snowflake.js'

const CREATIONS_A_DAY = 200

export type StoredCommand = CommandBody & { id: string; guild_id?: string }

type Options = CommandBody['options']

/** Discord leaves out of its answers what has the default value. */
function asStored(options: Options): object[] {
  return (options ?? []).map(option => {
    const kept = Object.entries(option).filter(([, value]) => value !== false && value !== null)
    const nested =
      'options' in option && option.options ? { options: asStored(option.options as Options) } : {}
    return { ...Object.fromEntries(kept), ...nested }
  })
}

/** The commands of one application, for all servers (null) and for single ones. */
export class CommandStore {
  readonly #commands = new Map<string | null, StoredCommand[]>()
  #created = 0

  constructor(
    readonly applicationId: string,
    readonly violate: (fault: string) => void,
  ) {}

  list(guildId: string | null): readonly StoredCommand[] {
    return this.#commands.get(guildId) ?? []
  }

  /** The one a user of `guildId` would get. */
  find(name: string, guildId: string | null): StoredCommand | undefined {
    const own = guildId === null ? [] : this.list(guildId)
    return [...own, ...this.list(null)].find(command => command.name === name)
  }

  read(guildId: string | null): HttpReply {
    return ok(this.list(guildId).map(command => this.#toJson(command, guildId)))
  }

  replace(guildId: string | null, body: unknown): HttpReply {
    const { commands, faults } = readCommands(body)
    for (const fault of faults) this.violate(`commands against the rules: ${fault}`)
    if (faults.length > 0) return invalidForm(faults)
    const before = new Map(this.list(guildId).map(({ name, id }) => [name, id]))
    this.#created += commands.filter(({ name }) => !before.has(name)).length
    if (this.#created > CREATIONS_A_DAY) {
      this.violate('more than 200 commands created in a day')
      return refuse(429, 30034, 'Max number of daily application command creates has been reached (200)')
    }
    const stored = commands.map(command => ({ ...command, id: before.get(command.name) ?? newId() }))
    this.#commands.set(guildId, stored)
    return this.read(guildId)
  }

  #toJson(command: StoredCommand, guildId: string | null): object {
    const options = asStored(command.options)
    return {
      id: command.id,
      application_id: this.applicationId,
      version: command.id,
      type: command.type ?? 1,
      name: command.name,
      name_localizations: null,
      description: command.description ?? '',
      description_localizations: null,
      default_member_permissions: command.default_member_permissions ?? null,
      nsfw: command.nsfw ?? false,
      ...(guildId ? { guild_id: guildId } : { dm_permission: true }),
      contexts: guildId ? null : (command.contexts ?? null),
      ...(guildId ? {} : { integration_types: command.integration_types ?? [0] }),
      ...(options.length > 0 ? { options } : {}),
    }
  }
}
