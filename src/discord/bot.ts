import { setMaxListeners } from 'node:events'
import type { Interaction } from 'discord.js'
import type { Command } from '../command.js'
import { OnRecordError } from '../errors.js'
import type { ButtonStore } from './buttons.js'
import { openGateway } from './gateway.js'
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

interface Counter {
  take(interaction: Interaction): void
  /** Answers no more; settles when those under way are answered, or told to ask again. */
  close(): Promise<void>
}

/** Answers interactions until it is closed. Those that come after that are told to ask again. */
function openCounter<Services>(desk: Omit<Desk<Services>, 'closing'>, grace: number): Counter {
  const restarting = new OnRecordError('unavailable', RESTARTING)
  const closing = new AbortController()
  setMaxListeners(0, closing.signal)
  let signal = closing.signal
  const running = new Set<Promise<void>>()
  return {
    take: interaction => {
      const answered = answerInteraction(interaction, { ...desk, closing: signal })
      running.add(answered)
      answered.finally(() => running.delete(answered))
    },
    close: async () => {
      signal = AbortSignal.abort(restarting)
      await within(grace, Promise.all(running))
      closing.abort(restarting)
      await within(FAREWELL, Promise.all(running))
    },
  }
}

/** Logs in, registers the commands where asked to, and answers. Throws an `OnRecordError` that says what to do. */
export async function startBot<Services>(parts: BotParts<Services>): Promise<Bot> {
  const { commands, config, log } = parts
  const { token, apiUrl } = config
  if (config.register) {
    const registration = await registerCommands(commands, config)
    log.info({ ...registration, guild: config.guildId ?? null }, 'commands registered')
  }
  const byName = new Map(commands.map(command => [command.name, command]))
  const counter = openCounter({ ...parts, commands: byName, apiUrl }, config.grace ?? GRACE)
  const gateway = await openGateway({ token, apiUrl, log }, counter.take)
  log.info({ user: gateway.client.user.tag, guilds: gateway.client.guilds.cache.size }, 'ready on Discord')
  let stopping: Promise<void> | undefined
  return {
    lost: gateway.lost,
    stop: () => {
      stopping ??= counter.close().then(gateway.close)
      return stopping
    },
  }
}
