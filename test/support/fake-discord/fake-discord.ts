import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { checkOptions, commandData, findOption, nameOf } from './command-data.js'
import { CommandStore, type StoredCommand } from './command-store.js'
import { type Choice, Conversation, type FakeAnswer } from './conversation.js'
import type { FakeMessage } from './fake-message.js'
import { type FakeFile, FileHost } from './file-host.js'
import { GatewayServer } from './gateway-server.js'
import { loadRequestCheck } from './openapi.js'
import {
  applicationJson,
  channelJson,
  createGuild,
  directChannelJson,
  type FakeGuild,
  type FakeUser,
  guildJson,
  memberJson,
  userJson,
} from './payloads.js'
import { type HttpReply, ok, refuse } from './reply.js'
import { type FakeRequest, type Limit, RestApi } from './rest-api.js'
import { newId } from './snowflake.js'

export type { Choice, FakeAnswer, FakeFile, FakeGuild, FakeMessage, FakeRequest, FakeUser }

/** Bits of member permissions that matter here. */
export const PERMISSIONS = { everyone: 0x8000_0c00n, administrator: 1n << 3n, manageGuild: 1n << 5n } as const

export interface FakeSettings {
  /** A name for each server the bot is in. */
  guilds?: readonly string[]
  /** Milliseconds; Discord's own are 3 s. */
  answerWithin?: number
  /** Milliseconds after a deferral; Discord's own are 15 min. */
  finishWithin?: number
  heartbeatInterval?: number
  maxConcurrency?: number
  /** Discord's OpenAPI description; the environment variable DISCORD_OPENAPI names it otherwise. */
  openapi?: string
}

/** Who does something, and where. */
interface Actor {
  /** A name stands for the same user everywhere. */
  user?: string | FakeUser
  permissions?: bigint
  /** null: in direct messages. Default: the first server. */
  guildId?: string | null
}

export interface Ask extends Actor {
  command: string
  subcommand?: string
  options?: Readonly<Record<string, string>>
  files?: Readonly<Record<string, FakeFile>>
  /** Sends what Discord's own client would not let a user send. */
  unchecked?: boolean
}

export interface Press extends Actor {
  message: FakeMessage
  /** The button's label. */
  label: string
}

export interface Type extends Actor {
  command: string
  subcommand?: string
  option: string
  typed: string
}

interface Details {
  type: number
  name: string
  data: object
  pressed?: FakeMessage
}

/** Discord over loopback: the real client logs in, registers commands, and answers what users do here. */
export class FakeDiscord extends EventEmitter {
  readonly token = `${Buffer.from(newId()).toString('base64')}.fake01.not-a-secret-not-a-secret-not-a-secret`
  readonly applicationId = newId()
  readonly bot: FakeUser = { id: this.applicationId, username: 'On Record' }
  readonly guilds: readonly FakeGuild[]
  /** Every rule of Discord's that was broken, in words. */
  readonly violations: string[] = []
  readonly commands: CommandStore
  readonly files: FileHost
  readonly gateway: GatewayServer
  readonly #rest: RestApi
  readonly #users = new Map<string, FakeUser>()
  readonly #directChannels = new Map<string, string>()
  readonly #conversations = new Map<string, Conversation>()
  #origin = ''

  constructor(readonly settings: FakeSettings = {}) {
    super()
    const violate = (fault: string): void => {
      this.violations.push(fault)
      this.emit('violation', fault)
    }
    const openapi = settings.openapi ?? process.env.DISCORD_OPENAPI
    this.guilds = (settings.guilds ?? ['Newsroom']).map(createGuild)
    this.commands = new CommandStore(this.applicationId, violate)
    this.files = new FileHost(() => this.#origin)
    this.#rest = new RestApi({
      token: this.token,
      check: openapi ? loadRequestCheck(openapi) : null,
      violate,
      serveFile: (path, response) => this.files.serve(path, response),
      route: (method, path, body) => this.#route(method, path, body),
      onRequest: request => this.emit('request', request),
    })
    this.gateway = new GatewayServer({
      token: this.token,
      heartbeatInterval: settings.heartbeatInterval ?? 41_250,
      maxConcurrency: settings.maxConcurrency ?? 16,
      privilegedIntents: false,
      ready: () => this.#ready(),
      greetings: () => this.guilds.map(guild => ({ t: 'GUILD_CREATE', d: guildJson(guild, this.bot) })),
      violate,
      emit: (event, detail) => this.emit(event, detail),
    })
  }

  /** What DISCORD_API_URL must be. */
  get url(): string {
    return `${this.#origin}/api`
  }

  get requests(): readonly FakeRequest[] {
    return this.#rest.requests
  }

  async start(): Promise<this> {
    const { server } = this.#rest
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    this.#origin = `http://127.0.0.1:${port}`
    this.gateway.listen(server, `ws://127.0.0.1:${port}/gateway`)
    return this
  }

  async stop(): Promise<void> {
    for (const conversation of this.#conversations.values()) conversation.fail('the fake Discord was stopped')
    this.gateway.stop()
    const { server } = this.#rest
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }

  /** Answers the next requests with 429. */
  limit(limit: Limit): void {
    this.#rest.limit(limit)
  }

  /** Answers every request with this status until it is null again. */
  breakDown(status: number | null): void {
    this.#rest.outage = status
  }

  user(name: string): FakeUser {
    const user = this.#users.get(name) ?? { id: newId(), username: name }
    this.#users.set(name, user)
    return user
  }

  #ready(): object {
    return {
      user: userJson(this.bot, true),
      guilds: this.guilds.map(({ id }) => ({ id, unavailable: true })),
      application: { id: this.applicationId, flags: 0 },
      session_type: 'normal',
      private_channels: [],
      presences: [],
      relationships: [],
      _trace: [],
    }
  }

  #route(method: string, path: string, body: unknown): HttpReply | null {
    const [resource, ...rest] = path.slice(1).split('/')
    if (resource === 'gateway') return ok(this.#gatewayJson())
    if (resource === 'applications') return this.#routeApplication(method, rest, body)
    if (resource === 'interactions') return this.#routeCallback(method, rest, body)
    return resource === 'webhooks' ? this.#routeWebhook(method, rest, body) : null
  }

  #gatewayJson(): object {
    const max_concurrency = this.settings.maxConcurrency ?? 16
    const session_start_limit = { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency }
    return { url: this.gateway.url, shards: 1, session_start_limit }
  }

  #routeApplication(method: string, [id, ...rest]: readonly string[], body: unknown): HttpReply | null {
    if (id === '@me' && rest.length === 0) return ok(applicationJson(this.applicationId, this.bot))
    if (id !== this.applicationId) return refuse(403, 20012, 'You are not authorized to perform this action')
    const guildId = rest[0] === 'guilds' ? (rest[1] ?? '') : null
    if (rest.at(-1) !== 'commands' || rest.length !== (guildId === null ? 1 : 3)) return null
    if (guildId !== null && !this.guilds.some(guild => guild.id === guildId))
      return refuse(403, 50001, 'Missing Access')
    if (method === 'GET') return this.commands.read(guildId)
    return method === 'PUT' ? this.commands.replace(guildId, body) : null
  }

  #routeCallback(method: string, [id, token, end]: readonly string[], body: unknown): HttpReply | null {
    if (method !== 'POST' || end !== 'callback') return null
    const conversation = this.#conversations.get(token ?? '')
    if (conversation?.settings.origin.id === id) return conversation?.callback(body) ?? null
    this.violations.push('an interaction was answered that never was')
    return refuse(404, 10062, 'Unknown interaction')
  }

  #routeWebhook(method: string, path: readonly string[], body: unknown): HttpReply | null {
    const [, token, messages, id] = path
    const conversation = this.#conversations.get(token ?? '')
    if (!conversation) {
      this.violations.push('a webhook token is unknown')
      return refuse(404, 10015, 'Unknown Webhook')
    }
    if (messages === undefined) return method === 'POST' ? conversation.followUp(body) : null
    if (messages !== 'messages' || id === undefined) return null
    if (method === 'PATCH') return conversation.edit(id, body)
    if (method === 'DELETE') return conversation.delete(id)
    return method === 'GET' ? conversation.read(id) : null
  }

  /**
   * Gives a command and returns the answer; rejects where there is none in time. A command that is hidden from the user by
   * `default_member_permissions` is sent all the same, because a server's administrators may override these.
   */
  interact(ask: Ask): Promise<FakeAnswer> {
    const guildId = this.#guildOf(ask)
    const command = this.#getCommand(ask.command, guildId)
    const attachments: Record<string, object> = {}
    const files = Object.entries(ask.files ?? {}).map(([name, file]) => {
      const attachment = this.files.add(file, this.#channelOf(ask))
      attachments[attachment.id] = attachment
      return { name, type: 11, value: attachment.id }
    })
    const texts = Object.entries(ask.options ?? {}).map(([name, value]) => ({ name, type: 3, value }))
    const options = [...texts, ...files]
    if (!ask.unchecked) checkOptions(command, ask.subcommand, options)
    const data = commandData(command, ask.subcommand, options)
    return this.#open(ask, { type: 2, name: nameOf(ask), data: { ...data, resolved: { attachments } } })
  }

  /** The completions offered while an option is typed. */
  async complete(ask: Type): Promise<Choice[]> {
    const command = this.#getCommand(ask.command, this.#guildOf(ask))
    const { autocomplete } = findOption(command, ask.subcommand, ask.option) ?? {}
    if (!autocomplete) throw new Error(`${nameOf(ask)} ${ask.option} offers no completions`)
    const options = [{ name: ask.option, type: 3, value: ask.typed, focused: true }]
    const name = `completion of ${nameOf(ask)} ${ask.option}`
    return (await this.#open(ask, { type: 4, name, data: commandData(command, ask.subcommand, options) }))
      .choices
  }

  /** Presses a button and returns the answer, which is the changed message where the bot updates it. */
  press(press: Press): Promise<FakeAnswer> {
    const { message, label } = press
    const button = message.buttons.find(each => each.label === label)
    const user = this.#userOf(press)
    if (!button?.customId || button.disabled) throw new Error(`the message has no button "${label}" to press`)
    if (message.deleted) throw new Error('the message is deleted')
    if (message.ephemeral && user.id !== message.origin.user.id)
      throw new Error('only the asker sees this message')
    const data = { custom_id: button.customId, component_type: 2, id: 1 }
    return this.#open(press, { type: 3, name: `button "${label}"`, data, pressed: message })
  }

  #open(actor: Actor, { type, name, data, pressed }: Details): Promise<FakeAnswer> {
    if (!this.gateway.hasSessions) throw new Error('no bot is logged in')
    const id = newId()
    const token = Buffer.from(`interaction:${id}:${Math.random()}`).toString('base64url')
    const channelId = this.#channelOf(actor)
    const user = this.#userOf(actor)
    const conversation = new Conversation({
      name,
      token,
      origin: { id, type, user, channelId, applicationId: this.applicationId, bot: this.bot },
      pressed: pressed ?? null,
      answerWithin: this.settings.answerWithin ?? 3000,
      finishWithin: this.settings.finishWithin ?? 15 * 60 * 1000,
      violate: fault => {
        this.violations.push(fault)
        this.emit('violation', fault)
      },
      onDeferral: () => this.emit('deferred', name),
    })
    this.#conversations.set(token, conversation)
    const message = pressed ? { message: pressed } : {}
    this.gateway.dispatch('INTERACTION_CREATE', {
      ...this.#placeJson(actor, user, channelId),
      ...{ id, application_id: this.applicationId, type, token, version: 1, data, ...message },
    })
    return conversation.answered
  }

  #placeJson(actor: Actor, user: FakeUser, channelId: string): object {
    const guildId = this.#guildOf(actor)
    const guild = this.guilds.find(({ id }) => id === guildId)
    const common = {
      channel_id: channelId,
      app_permissions: '442368',
      locale: 'en-US',
      entitlements: [],
      attachment_size_limit: 10_485_760,
      authorizing_integration_owners: { '0': guildId ?? '0' },
    }
    if (!guild)
      return { ...common, context: 1, user: userJson(user), channel: directChannelJson(channelId, user) }
    const member = memberJson(user, actor.permissions ?? PERMISSIONS.everyone)
    return {
      ...common,
      context: 0,
      guild_id: guild.id,
      guild_locale: 'en-US',
      member,
      channel: channelJson(guild),
    }
  }

  #guildOf({ guildId = this.guilds[0]?.id ?? null }: Actor): string | null {
    if (guildId === null || this.guilds.some(({ id }) => id === guildId)) return guildId
    throw new Error(`there is no server ${guildId}`)
  }

  #userOf({ user = 'reader' }: Actor): FakeUser {
    return typeof user === 'string' ? this.user(user) : user
  }

  #channelOf(actor: Actor): string {
    const guildId = this.#guildOf(actor)
    const guild = this.guilds.find(({ id }) => id === guildId)
    if (guild) return guild.channelId
    const { id } = this.#userOf(actor)
    const channel = this.#directChannels.get(id) ?? newId()
    this.#directChannels.set(id, channel)
    return channel
  }

  #getCommand(name: string, guildId: string | null): StoredCommand {
    const command = this.commands.find(name, guildId)
    if (!command) throw new Error(`/${name} is not registered`)
    const here = command.contexts?.includes(guildId === null ? 1 : 0) ?? true
    if (here) return command
    throw new Error(`/${name} cannot be given ${guildId === null ? 'in direct messages' : 'in servers'}`)
  }
}
