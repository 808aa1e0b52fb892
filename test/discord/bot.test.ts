import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PERMISSIONS } from '../support/fake-discord/fake-discord.js'
import { type Stage, setUp } from './sample-bot.js'

let stage: Stage

beforeEach(async () => {
  stage = await setUp()
})

afterEach(async () => {
  expect(await stage.end()).toEqual([])
})

describe('commands', () => {
  test('are answered where they were given', async () => {
    const { messages, deferred } = await stage.discord.interact({
      command: 'echo',
      options: { words: 'hello' },
    })
    expect(messages.map(({ content, ephemeral }) => ({ content, ephemeral }))).toEqual([
      { content: 'hello', ephemeral: false },
    ])
    expect(deferred).toBe(false)
  })

  test.each([
    ['@everyone come'],
    ['<@123456789012345678> come'],
    ['**loud** _soft_ [a link](https://example.org)'],
  ])('ping nobody with %j', async words => {
    const { messages } = await stage.discord.interact({ command: 'echo', options: { words } })
    expect(messages[0]?.pings).toEqual([])
    expect(messages[0]?.body.allowed_mentions).toEqual({ parse: [] })
  })

  test('are shortened to what a message holds', async () => {
    const words = 'word*'.repeat(1200)
    const { messages } = await stage.discord.interact({ command: 'echo', options: { words } })
    expect(messages[0]?.content.length).toBeGreaterThan(1900)
  })

  test.each([
    ['a reader', PERMISSIONS.everyone, false],
    ['who manages the server', PERMISSIONS.manageGuild, true],
    ['an administrator', PERMISSIONS.administrator, true],
  ])('know %s', async (_, permissions, isModerator) => {
    const { messages } = await stage.discord.interact({ command: 'whoami', permissions })
    const guildId = stage.discord.guilds[0]?.id
    expect(messages[0]?.content.replaceAll('\\', '')).toBe(JSON.stringify({ guildId, isModerator }))
    expect(messages[0]?.ephemeral).toBe(true)
  })

  test('in direct messages belong to no server and have no moderator', async () => {
    const { messages } = await stage.discord.interact({ command: 'whoami', guildId: null })
    expect(messages[0]?.content).toBe('{"guildId":null,"isModerator":false}')
  })

  test('for moderators cannot be given in direct messages', async () => {
    const given = async () => stage.discord.interact({ command: 'desk', subcommand: 'list', guildId: null })
    await expect(given()).rejects.toThrow('cannot be given in direct messages')
  })

  test('that no longer exist are answered', async () => {
    const bot = await stage.start({ commands: [], config: { ...config(), register: false } })
    await stage.bot.stop()
    const { messages } = await stage.discord.interact({ command: 'echo', options: { words: 'hello' } })
    expect(messages[0]?.content).toBe('There is no command /echo any more. Type / to see those there are.')
    await bot.stop()
  })
})

const config = () => ({ token: stage.discord.token, apiUrl: stage.discord.url, register: true })

describe('what goes wrong', () => {
  test('is told to the asker alone where they can mend it', async () => {
    const { messages } = await stage.discord.interact({ command: 'picky' })
    expect(messages[0]?.content).toBe('The words are \\*empty\\*. Type some.')
    expect(messages[0]?.ephemeral).toBe(true)
  })

  test('is a reference otherwise, and the bot goes on', async () => {
    const { messages } = await stage.discord.interact({ command: 'broken' })
    const reference = /reference ([0-9a-f]{8})\.$/.exec(messages[0]?.content ?? '')?.[1]
    expect(messages[0]?.content).not.toContain('secret')
    expect(messages[0]?.ephemeral).toBe(true)
    const line = stage.lines.find(({ level }) => level === 'error')
    expect(line?.details).toMatchObject({
      reference,
      what: '/broken',
      error: { message: 'a secret of the machine room' },
    })
    const next = await stage.discord.interact({ command: 'echo', options: { words: 'still here' } })
    expect(next.messages[0]?.content).toBe('still here')
  })

  test('never puts a token into the log', async () => {
    stage.discord.breakDown(500)
    const asked = stage.discord.interact({ command: 'echo', options: { words: 'lost' } })
    await Promise.race([once(stage.discord, 'request'), asked.catch(() => {})])
    stage.discord.breakDown(null)
    await asked
    expect(JSON.stringify(stage.lines)).not.toContain(stage.discord.token)
  })
})

describe('what takes long', () => {
  const waitingBot = async (end?: string) => {
    let open = (): void => {}
    const gate = new Promise<void>(resolve => {
      open = resolve
    })
    await stage.bot.stop()
    await stage.start({ services: { gate } })
    const deferred = once(stage.discord, 'deferred')
    const answer = stage.discord.interact({ command: 'wait', options: end ? { end } : {} })
    await deferred
    open()
    return answer
  }

  test('is deferred and then answered', async () => {
    const { messages, deferred } = await waitingBot()
    expect(deferred).toBe(true)
    expect(messages.map(({ content, ephemeral }) => [content, ephemeral])).toEqual([['done at last', false]])
  })

  test.each([
    ['an answer for the asker alone', 'hidden', 'done at last'],
    ['a sentence about what is wrong', 'error', 'It took long, and it was wrong.'],
  ])('stays hidden from the others when it is %s', async (_, end, content) => {
    const { messages } = await waitingBot(end)
    expect(messages.map(message => [message.content, message.ephemeral])).toEqual([[content, true]])
  })
})

describe('completion', () => {
  const typed = (text: string) => stage.discord.complete({ command: 'echo', option: 'words', typed: text })

  test('offers what is asked for', async () => {
    expect(await typed('ann')).toEqual([{ name: 'speaker ann', value: 'ann' }])
  })

  test('keeps the limits', async () => {
    await stage.bot.stop()
    const long = { name: 'n'.repeat(200), value: 'short' }
    const choices = [
      { name: 'dropped', value: 'v'.repeat(101) },
      { name: ' ', value: 'x' },
      ...Array(40).fill(long),
    ]
    await stage.start({ complete: () => choices })
    const offered = await typed('')
    expect(offered).toHaveLength(25)
    expect(offered[0]).toEqual({ name: `${'n'.repeat(99)}…`, value: 'short' })
  })

  test('is empty where it fails', async () => {
    await stage.bot.stop()
    await stage.start({
      complete: () => {
        throw new Error('no index')
      },
    })
    expect(await typed('a')).toEqual([])
    expect(stage.lines.some(({ message }) => message === 'a completion failed')).toBe(true)
  })
})

describe('the connection', () => {
  test('is resumed where it breaks, and nothing is lost', async () => {
    const resumed = once(stage.discord, 'resumed')
    stage.discord.gateway.drop()
    const asked = stage.discord.interact({ command: 'echo', options: { words: 'meanwhile' } })
    await resumed
    expect((await asked).messages[0]?.content).toBe('meanwhile')
  })

  test('is renewed when Discord asks for it', async () => {
    const resumed = once(stage.discord, 'resumed')
    stage.discord.gateway.askToReconnect()
    await resumed
  })

  test('that Discord ends for good is reported', async () => {
    stage.discord.gateway.closeAll(4004)
    expect((await stage.bot.lost).message).toContain('DISCORD_TOKEN')
  })

  test('waits where Discord says that there were too many requests', async () => {
    stage.discord.limit({ path: /callback$/, retryAfter: 0.05 })
    const { messages } = await stage.discord.interact({ command: 'echo', options: { words: 'patience' } })
    expect(messages[0]?.content).toBe('patience')
  })
})
