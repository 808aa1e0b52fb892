import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type CommandServices, commands, complete } from '../../commands/index.js'
import { type Bot, startBot } from '../../src/discord/bot.js'
import { openStore } from '../../src/store/sqlite-store.js'
import type { Store } from '../../src/store/store.js'
import { type Ask, FakeDiscord, type FakeMessage, PERMISSIONS } from '../support/fake-discord/fake-discord.js'
import { type OpenLibrary, openLibrary } from '../support/library.js'
import { displayed } from './displayed.js'
import { createLog } from './sample-bot.js'

let discord: FakeDiscord
let opened: OpenLibrary
let store: Store
let bot: Bot
let log: ReturnType<typeof createLog>

async function start(services: CommandServices = opened.services): Promise<void> {
  bot = await startBot({
    commands,
    services,
    buttons: store,
    complete: (kind, typed, asker) => complete(kind, typed, asker, services),
    log: log.log,
    config: { token: discord.token, apiUrl: discord.url, register: true },
  })
}

/** As after a crash or an update: nothing is left but what the store holds. */
async function restart(services?: CommandServices): Promise<void> {
  await bot.stop()
  await store.close()
  store = await openStore(join(opened.folder, 'on-record.db'))
  await start(services)
}

beforeEach(async () => {
  log = createLog()
  opened = await openLibrary()
  store = await openStore(join(opened.folder, 'on-record.db'))
  discord = await new FakeDiscord({ guilds: ['Newsroom', 'Elsewhere'] }).start()
  await start()
})

afterEach(async () => {
  await bot.stop()
  await discord.stop()
  await store.close()
  await opened[Symbol.asyncDispose]()
  expect(discord.violations).toEqual([])
})

async function ask(given: Ask): Promise<FakeMessage> {
  const { messages } = await discord.interact(given)
  expect(messages).toHaveLength(1)
  expect(messages[0]!.pings).toEqual([])
  return messages[0]!
}

const speakersOf = (message: FakeMessage) => message.embeds.map(({ author }) => author?.name)

const manageGuild = PERMISSIONS.manageGuild
const moderate = (subcommand: string, more: Partial<Ask> = {}) =>
  ask({ command: 'sources', subcommand, permissions: manageGuild, ...more })

/** Eleven quotations of one speaker, so that there are three pages. */
const minutes = Array.from({ length: 11 }, (_, index) => {
  const word = 'harbour bridge school market library station theatre garden museum tunnel airport'.split(' ')[
    index
  ]
  return `“The ${word} will be repaired in year ${index + 1},” Councillor Mara Lindqvist said on Monday.`
}).join('\n')

const addMinutes = (more: Partial<Ask> = {}) =>
  moderate('add', { files: { file: { name: 'council-minutes.txt', content: minutes } }, ...more })

describe('every command answers:', () => {
  test('/who-said', async () => {
    const message = await ask({ command: 'who-said', options: { words: 'we went in together' } })
    expect(speakersOf(message)[0]).toContain('Blinken')
    expect(speakersOf(message)[1]).toContain('Stoltenberg')
    expect(displayed(message.embeds[0]?.description ?? '')).toContain(
      '“We went in together, we have adjusted together',
    )
    expect(message.embeds[0]?.footer?.text).toBe('word for word')
  })

  test('/who-said, with words not quite right', async () => {
    const words = 'we went in together and we will come home together'
    const message = await ask({ command: 'who-said', options: { words } })
    expect(message.embeds[0]?.fields?.[0]?.value).toMatch(/~~.+~~/)
    expect(message.embeds[0]?.footer?.text).toBe('not word for word')
  })

  test('/ask', async () => {
    const message = await ask({ command: 'ask', options: { question: 'where was the press conference' } })
    expect(message.embeds[0]?.description).toContain('Brussels')
  })

  test('/summary', async () => {
    const message = await ask({ command: 'summary', options: { length: 'short' } })
    expect(message.embeds.length).toBeGreaterThan(0)
    expect(message.embeds.length).toBeLessThanOrEqual(5)
  })

  test('/quotes', async () => {
    const message = await ask({ command: 'quotes', options: { speaker: 'Stoltenberg' } })
    expect(message.embeds.length).toBeGreaterThan(1)
    expect(speakersOf(message).every(name => name?.includes('Stoltenberg'))).toBe(true)
  })

  test('/speakers', async () => {
    const message = await ask({ command: 'speakers' })
    const names = message.embeds.flatMap(({ fields }) => fields?.map(({ name }) => name) ?? [])
    expect(names.some(name => name.includes('Blinken'))).toBe(true)
  })

  test.each([
    [PERMISSIONS.everyone, false],
    [manageGuild, true],
  ])('/help, to the asker alone and with what they may do (%s)', async (permissions, moderator) => {
    const message = await ask({ command: 'help', permissions })
    expect(message.ephemeral).toBe(true)
    expect(message.text).toContain('/who-said words')
    expect(message.text.includes('/sources')).toBe(moderator)
  })

  test('/sources list', async () => {
    const message = await moderate('list')
    expect(message.ephemeral).toBe(true)
    expect(displayed(message.text)).toContain('blinken-nato-afghanistan.txt')
  })

  test('/sources reload', async () => {
    expect((await moderate('reload')).content).toContain('1 unchanged')
  })

  test('/sources add and remove, each of which can be undone', async () => {
    const added = await addMinutes()
    expect(displayed(added.content)).toBe('council-minutes.txt: added.')
    const asked = { command: 'quotes', options: { speaker: 'Lindqvist' } }
    expect((await ask(asked)).embeds).toHaveLength(5)
    const undo = { message: added, label: 'Undo', permissions: manageGuild }
    await discord.press(undo)
    expect(added.content).toContain('is removed')
    expect((await ask(asked)).embeds).toHaveLength(0)
    await discord.press(undo)
    expect(added.content).toContain('is back')
    expect((await ask(asked)).embeds).toHaveLength(5)
  })
})

describe('what is not on the record is said to be so:', () => {
  test.each<[string, Ask]>([
    ['/who-said', { command: 'who-said', options: { words: 'ask not what your country can do for you' } }],
    ['/ask', { command: 'ask', options: { question: 'what is the price of oil' } }],
    ['/quotes', { command: 'quotes', options: { speaker: 'Napoleon Bonaparte' } }],
    ['/summary', { command: 'summary', options: { article: 'The price of oil' } }],
    ['/speakers', { command: 'speakers', options: { article: 'The price of oil' } }],
  ])('%s', async (_, given) => {
    const message = await ask(given)
    expect(message.content).toMatch(/^(Not on the record|Nobody called|There is no article called)/)
    expect(message.embeds.every(({ footer }) => footer?.text.includes('closest'))).toBe(true)
  })

  test('with everything in it displayed as it was typed', async () => {
    const words = '@everyone **zebras** gallop <@123>'
    const message = await ask({ command: 'who-said', options: { words } })
    expect(displayed(message.content)).toContain(words)
    expect(message.content).not.toContain('@everyone **')
  })
})

describe('bad options are explained to the asker alone:', () => {
  test.each<[string, Ask]>([
    ['/who-said', { command: 'who-said', options: { words: '   ' } }],
    ['/ask', { command: 'ask', options: { question: '\n' } }],
    ['/ask', { command: 'ask', options: { question: 'x'.repeat(5000) }, unchecked: true }],
    ['/summary', { command: 'summary', options: { length: 'endless' }, unchecked: true }],
    ['/quotes', { command: 'quotes', unchecked: true }],
    ['/speakers', { command: 'speakers', options: { tone: 'loud' }, unchecked: true }],
    ['/help', { command: 'help', options: { about: 'me' }, unchecked: true }],
    ['/sources', { command: 'sources', permissions: manageGuild, unchecked: true }],
    ['/sources add', { command: 'sources', subcommand: 'add', permissions: manageGuild, unchecked: true }],
  ])('%s', async (usage, given) => {
    const message = await ask(given)
    expect(message.ephemeral).toBe(true)
    expect(message.content.startsWith(usage)).toBe(true)
    expect(message.content).not.toContain('reference')
  })

  test.each([
    ['empty.txt', '', /empty/],
    ['picture.png', '\x89PNG\r\n\x1a\n', /picture/],
    ['binary.txt', '\0\x01\x02\0\x03\0', /binary/],
  ])('the file %s', async (name, content, reason) => {
    const message = await moderate('add', { files: { file: { name, content } } })
    expect(displayed(message.content)).toMatch(reason)
    expect(message.content).not.toContain('the reference')
  })
})

describe('only moderators get', () => {
  test.each([
    ['list', {}],
    ['reload', {}],
    ['add', { files: { file: { name: 'a.txt', content: 'Words.' } } }],
    ['remove', { options: { article: 'blinken' } }],
  ])('/sources %s', async (subcommand, more) => {
    const message = await ask({ command: 'sources', subcommand, ...more })
    expect(message.content).toBe('Only those who may manage this server can use /sources.')
    expect(message.ephemeral).toBe(true)
  })

  test('what the buttons of /sources do', async () => {
    const message = await addMinutes()
    const { messages } = await discord.press({ message, label: 'Undo' })
    expect(messages[0]?.content).toBe('Only those who may manage this server can use /sources.')
    expect(displayed(message.content)).toBe('council-minutes.txt: added.')
  })
})

describe('a handler that throws', () => {
  test.each<Ask>([
    { command: 'who-said', options: { words: 'together' } },
    { command: 'ask', options: { question: 'where' } },
    { command: 'summary' },
    { command: 'quotes', options: { speaker: 'Blinken' } },
    { command: 'speakers' },
    { command: 'help' },
    { command: 'sources', subcommand: 'list', permissions: manageGuild },
  ])('is a reference for the asker and a line in the log: /$command', async given => {
    const { services } = opened
    const sources = new Proxy(services.sources, {
      get() {
        throw new Error('the disk is on fire')
      },
    })
    await restart({ ...services, sources })
    const message = await ask(given)
    const reference = /the reference ([0-9a-f]{8})\.$/.exec(message.content)?.[1]
    expect(message.ephemeral).toBe(true)
    const line = log.lines.find(({ level }) => level === 'error')
    expect(line?.details).toMatchObject({ reference, error: { message: 'the disk is on fire' } })
  })
})

describe('a server', () => {
  test('keeps its articles to itself', async () => {
    await addMinutes()
    const asked = { command: 'quotes', options: { speaker: 'Lindqvist' } }
    expect((await ask(asked)).embeds).toHaveLength(5)
    expect((await ask({ ...asked, guildId: discord.guilds[1]!.id })).embeds).toHaveLength(0)
    expect((await ask({ ...asked, guildId: null })).embeds).toHaveLength(0)
  })

  test('is offered the names of its own articles and speakers', async () => {
    await addMinutes()
    const names = async (guildId: string | null) => {
      const choices = await discord.complete({ command: 'quotes', option: 'speaker', typed: 'Lind', guildId })
      return choices.map(({ name }) => name).filter(name => name.includes('Lindqvist')).length
    }
    expect(await names(discord.guilds[0]!.id)).toBe(1)
    expect(await names(discord.guilds[1]!.id)).toBe(0)
    expect(await names(null)).toBe(0)
  })
})

describe('completion', () => {
  const completing = commands.flatMap(({ name, options, subcommands, moderatorsOnly }) => [
    ...options.map(option => ({ command: name, option, moderatorsOnly })),
    ...subcommands.flatMap(sub =>
      sub.options.map(option => ({ command: name, subcommand: sub.name, option, moderatorsOnly })),
    ),
  ])

  test.each(completing.filter(({ option }) => option.complete))(
    'of /$command $option.name',
    async ({ option, moderatorsOnly, ...where }) => {
      const permissions = moderatorsOnly ? manageGuild : PERMISSIONS.everyone
      const typed = option.complete === 'speaker' ? 'Blin' : 'US Sec'
      const choices = await discord.complete({ ...where, option: option.name, typed, permissions })
      expect(
        choices.some(({ name }) => name.includes(option.complete === 'speaker' ? 'Blinken' : 'US')),
      ).toBe(true)
    },
  )

  test('of an article can be asked for as it is offered', async () => {
    const [choice] = await discord.complete({ command: 'speakers', option: 'article', typed: 'US' })
    const message = await ask({ command: 'speakers', options: { article: choice!.value } })
    expect(message.embeds[0]?.fields?.length).toBeGreaterThan(0)
  })
})

describe('pages', () => {
  test('are turned, also when the bot was started anew', async () => {
    await addMinutes()
    const message = await ask({ command: 'quotes', options: { speaker: 'Lindqvist' } })
    expect(message.content).toContain('page 1 of 3')
    const first = message.embeds[0]?.description
    await discord.press({ message, label: 'Next' })
    expect(message.content).toContain('page 2 of 3')
    expect(message.embeds[0]?.description).not.toBe(first)
    await restart()
    await discord.press({ message, label: 'Next' })
    expect(message.content).toContain('page 3 of 3')
    await discord.press({ message, label: 'Previous' })
    await discord.press({ message, label: 'Previous' })
    expect(message.embeds[0]?.description).toBe(first)
  })

  test('say so when they are out of date', async () => {
    await addMinutes()
    const message = await ask({ command: 'quotes', options: { speaker: 'Lindqvist' } })
    const [row] = message.body.components as { components: { custom_id: string }[] }[]
    row!.components[1]!.custom_id = 'run:forgotten-key'
    const { messages } = await discord.press({ message, label: 'Next' })
    expect(messages.map(({ content, ephemeral }) => [content, ephemeral])).toEqual([
      ['This button is out of date. Give the command again.', true],
    ])
    expect(message.content).toContain('page 1 of 3')
  })
})
