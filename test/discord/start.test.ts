import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openGateway } from '../../src/discord/gateway.js'
import { registerCommands } from '../../src/discord/register.js'
import { FakeDiscord } from '../support/fake-discord/fake-discord.js'
import { createLog, samples, setUp } from './sample-bot.js'

describe('registering', () => {
  let discord: FakeDiscord

  beforeEach(async () => {
    discord = await new FakeDiscord().start()
  })

  afterEach(async () => {
    await discord.stop()
  })

  const config = (guildId?: string) => ({ token: discord.token, apiUrl: discord.url, guildId })
  const puts = () => discord.requests.filter(({ method }) => method === 'PUT').length

  test.each([
    ['for everyone', () => undefined],
    ['for one server', () => discord.guilds[0]?.id],
  ])('%s writes once and then only what differs', async (_, guildOf) => {
    const guildId = guildOf()
    expect(await registerCommands(samples, config(guildId))).toEqual({
      commands: samples.length,
      written: true,
    })
    expect(await registerCommands(samples, config(guildId))).toEqual({
      commands: samples.length,
      written: false,
    })
    expect(puts()).toBe(1)
    expect(discord.commands.list(guildId ?? null).map(({ name }) => name)).toEqual(
      samples.map(({ name }) => name),
    )
    const changed = samples.map(each =>
      each.name === 'echo' ? { ...each, description: 'Says it again' } : each,
    )
    expect((await registerCommands(changed, config(guildId))).written).toBe(true)
    expect((await registerCommands(changed.slice(1), config(guildId))).written).toBe(true)
    expect(puts()).toBe(3)
    expect(discord.violations).toEqual([])
  })

  test("keeps moderators' commands from others and out of direct messages", async () => {
    await registerCommands(samples, config())
    const { default_member_permissions, contexts } = discord.commands.find('desk', null) ?? {}
    expect([default_member_permissions, contexts]).toEqual(['32', [0]])
    expect(discord.commands.find('echo', null)?.contexts).toEqual([0, 1])
    expect(discord.violations).toEqual([])
  })

  test('names every command that Discord would refuse, before asking it', async () => {
    const [echo] = samples
    const bad = [
      { ...echo!, name: 'Echo!' },
      { ...echo!, description: '' },
    ]
    await expect(registerCommands(bad, config())).rejects.toThrow(/"Echo!".*description has 1 to 100/)
    expect(discord.requests).toEqual([])
  })

  test("says what to do where the server is not the bot's", async () => {
    await expect(registerCommands(samples, config('123456789012345678'))).rejects.toThrow(
      'Discord lets the bot put no commands into the server DISCORD_GUILD_ID=123456789012345678. Check the id',
    )
  })

  test('says what to do where the token is refused', async () => {
    await expect(registerCommands(samples, { ...config(), token: 'wrong' })).rejects.toThrow('DISCORD_TOKEN')
  })
})

describe('logging in', () => {
  const { log } = createLog()
  const open = (token: string, apiUrl: string) => openGateway({ token, apiUrl, log }, () => {})

  test('says what to do where the token is refused', async () => {
    const discord = await new FakeDiscord().start()
    await expect(open('wrong', discord.url)).rejects.toThrow(/refused the token in DISCORD_TOKEN/)
    await discord.stop()
  })

  test.each([
    [4004, /refused the token in DISCORD_TOKEN/],
    [4014, /refused the bot's intents/],
    [4011, /more shards/],
  ])('says what to do where the gateway closes with %i', async (code, sentence) => {
    const discord = await new FakeDiscord().start()
    discord.gateway.refuseNext = code
    await expect(open(discord.token, discord.url)).rejects.toThrow(sentence)
    await discord.stop()
  })

  test('says what to do where nothing listens', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    server.close()
    await once(server, 'close')
    const url = `http://127.0.0.1:${port}/api`
    await expect(open('some-token', url)).rejects.toThrow(
      `Discord cannot be used at ${url}: ECONNREFUSED. Check the network and DISCORD_API_URL, then start again.`,
    )
  })

  test('says what to do where Discord is out of order', async () => {
    const discord = await new FakeDiscord().start()
    discord.breakDown(503)
    await expect(open(discord.token, discord.url)).rejects.toThrow('it answered with status 503')
    await discord.stop()
  })

  test('sends heartbeats', async () => {
    const discord = await new FakeDiscord({ heartbeatInterval: 20 }).start()
    const beat = once(discord, 'heartbeat')
    const { client } = await open(discord.token, discord.url)
    await beat
    await client.destroy()
    await discord.stop()
    expect(discord.violations).toEqual([])
  })
})

describe('stopping', () => {
  test('finishes what is under way and answers what comes then', async () => {
    let open = (): void => {}
    const gate = new Promise<void>(resolve => {
      open = resolve
    })
    const { discord, bot, end } = await setUp({}, { services: { gate } })
    const deferred = once(discord, 'deferred')
    const first = discord.interact({ command: 'wait' })
    await deferred
    const stopped = bot.stop()
    const late = await discord.interact({ command: 'echo', options: { words: 'too late' } })
    expect(late.messages.map(({ content, ephemeral }) => [content, ephemeral])).toEqual([
      ['On Record is being restarted. Ask again in a minute.', true],
    ])
    open()
    await stopped
    expect((await first).messages[0]?.content).toBe('done at last')
    expect(await end()).toEqual([])
  })

  test('waits no longer than it must', async () => {
    const never = new Promise<never>(() => {})
    const { discord, bot, start, end } = await setUp({}, { services: { gate: never } })
    await bot.stop()
    const config = { token: discord.token, apiUrl: discord.url, register: false, grace: 1 }
    const hasty = await start({ config })
    const deferred = once(discord, 'deferred')
    const asked = discord.interact({ command: 'wait' })
    await deferred
    await hasty.stop()
    expect((await asked).messages[0]?.content).toBe('On Record is being restarted. Ask again in a minute.')
    expect(await end()).toEqual([])
  })

  test('may be asked for twice, and is no fault', async () => {
    const { bot, end, lines } = await setUp()
    expect(bot.stop()).toBe(bot.stop())
    expect(await end()).toEqual([])
    expect(lines.filter(({ level }) => level !== 'info')).toEqual([])
  })
})
