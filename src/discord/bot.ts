import { setMaxListeners } from 'node:events'
import { Events } from 'discord.js'
import type { Command } from '../command.js'
import { OnRecordError } from '../errors.js'
import type { ButtonStore } from './buttons.js'
import { type Gateway, openGateway } from './gateway.js'
import { answerInteraction, type Complete, type Desk } from './interactions.js'
import type { Log } from './log.js'
import { type RegisterConfig, registerCommands } from './register.js'

export interface BotConfig extends RegisterConfig {
  /** Whether the commands are put where they differ from what Discord has. */
  register: boolean
  /** Milliseconds for commands under way when the bot is stopped; default 4 s. */
  grace?: number | undefined
}

export interface BotParts<Services> {
  commands: readonly Command<Services>[]
  services: Services
  buttons: ButtonStore
  complete: Complete
  log: Log
  config: BotConfig
}

export interface Bot {
  /** Settles when Discord has ended the connection for good, with what to do about it; never rejects. */
  lost: Promise<OnRecordError>
  /** Takes no more commands, finishes those under way (5 s at most) and disconnects. */
  stop(): Promise<void>
}

const GRACE = 4000
/** Milliseconds for telling those whose commands were not finished in time. */
const FAREWELL = 800

const RESTARTING = 'On Record is being restarted. Ask again in a minute.'

const within = async (milliseconds: number, work: Promise<unknown>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<void>(resolve => {
    timer = setTimeout(resolve, milliseconds)
  })
  await Promise.race([work, over])
  clearTimeout(timer)
}

/** Answers interactions until it is stopped. Those that come after that are told to ask again. */
function serve<Services>(
  { client, close }: Gateway,
  desk: Omit<Desk<Services>, 'closing'>,
  grace: number,
): () => Promise<void> {
  const restarting = new OnRecordError('unavailable', RESTARTING)
  const closing = new AbortController()
  setMaxListeners(0, closing.signal)
  let signal = closing.signal
  const running = new Set<Promise<void>>()
  client.on(Events.InteractionCreate, interaction => {
    const answered = answerInteraction(interaction, { ...desk, closing: signal })
    running.add(answered)
    answered.finally(() => running.delete(answered))
  })
  return async () => {
    signal = AbortSignal.abort(restarting)
    await within(grace, Promise.all(running))
    closing.abort(restarting)
    await within(FAREWELL, Promise.all(running))
    await close()
  }
}

/** Logs in, registers the commands where asked to, and answers. Throws an `OnRecordError` that says what to do. */
export async function startBot<Services>(parts: BotParts<Services>): Promise<Bot> {
  const { commands, config, log } = parts
  if (config.register) {
    const registration = await registerCommands(commands, config)
    log.info({ ...registration, guild: config.guildId ?? null }, 'commands registered')
  }
  const gateway = await openGateway(config.token, config.apiUrl, log)
  const byName = new Map(commands.map(command => [command.name, command]))
  const stop = serve(gateway, { ...parts, commands: byName, apiUrl: config.apiUrl }, config.grace ?? GRACE)
  log.info({ user: gateway.client.user.tag, guilds: gateway.client.guilds.cache.size }, 'ready on Discord')
  let stopping: Promise<void> | undefined
  return {
    lost: gateway.lost,
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}
