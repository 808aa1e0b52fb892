import { Client, Events, GatewayIntentBits, type Interaction, Options } from 'discord.js'
import { OnRecordError } from '../errors.js'
import { describeError, explainClose, explainToOperator } from './faults.js'
import type { Log } from './log.js'

export interface Gateway {
  client: Client<true>
  close(): Promise<void>
  /** Settles when Discord has closed the connection for good; never rejects. */
  lost: Promise<OnRecordError>
}

export interface GatewaySettings {
  token: string
  apiUrl: string
  log: Log
}

/** Milliseconds for Discord to make the bot ready. */
const LOGIN_TIME = 60_000
/** How many users and members are remembered; they come with every interaction. */
const REMEMBERED = 200

function createClient(apiUrl: string): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    shards: 'auto',
    rest: { api: apiUrl },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      UserManager: { maxSize: REMEMBERED, keepOverLimit: user => user.id === user.client.user.id },
      GuildMemberManager: {
        maxSize: REMEMBERED,
        keepOverLimit: member => member.id === member.client.user.id,
      },
    }),
  })
}

function logEvents(client: Client, log: Log): void {
  client.on(Events.Error, error =>
    log.error({ error: describeError(error) }, 'the Discord client reports an error'),
  )
  client.on(Events.Warn, warning => log.warn({ warning }, 'the Discord client warns'))
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ shard, error: describeError(error) }, 'the connection to Discord reports an error'),
  )
  client.on(Events.ShardReconnecting, shard => log.warn({ shard }, 'connecting to Discord again'))
  client.on(Events.ShardResume, (shard, missed) => log.info({ shard, missed }, 'connected to Discord again'))
}

function watchForLoss(client: Client): Promise<OnRecordError> {
  return new Promise(resolve => {
    client.once(Events.ShardDisconnect, ({ code }) => resolve(explainClose(code)))
    client.once(Events.Invalidated, () => resolve(explainClose(4004)))
  })
}

function timeout(apiUrl: string): { over: Promise<never>; cancel(): void } {
  let timer: NodeJS.Timeout
  const over = new Promise<never>((_, reject) => {
    const sentence = `Discord at ${apiUrl} did not let the bot in within ${LOGIN_TIME / 1000} s. Check the network, then start again.`
    timer = setTimeout(() => reject(new OnRecordError('unavailable', sentence)), LOGIN_TIME)
  })
  return { over, cancel: () => clearTimeout(timer) }
}

async function logIn(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>(resolve => client.once(Events.ClientReady, resolve))
  await client.login(token)
  return ready
}

/** The client takes its own good-bye for a connection that broke; the log need not. */
function close(client: Client): Promise<void> {
  client.removeAllListeners(Events.ShardReconnecting)
  return client.destroy()
}

/**
 * Connects to Discord and is ready to take commands; throws an `OnRecordError` that says what to do. `take` gets every
 * interaction: the first ones come together with the news that the client is ready.
 */
export async function openGateway(
  { token, apiUrl, log }: GatewaySettings,
  take: (interaction: Interaction) => void,
): Promise<Gateway> {
  const client = createClient(apiUrl)
  logEvents(client, log)
  client.on(Events.InteractionCreate, take)
  const lost = watchForLoss(client)
  const { over, cancel } = timeout(apiUrl)
  try {
    const refused = lost.then(error => Promise.reject(error))
    refused.catch(() => {})
    const ready = await Promise.race([logIn(client, token), refused, over])
    return { client: ready, close: () => close(client), lost }
  } catch (error) {
    await client.destroy()
    throw explainToOperator(error, apiUrl)
  } finally {
    cancel()
  }
}
