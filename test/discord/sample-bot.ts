import type { AttachedFile, Command } from '../../src/command.js'
import { type Bot, type BotParts, startBot } from '../../src/discord/bot.js'
import { OnRecordError } from '../../src/errors.js'
import type { Reply } from '../../src/reply.js'
import { FakeDiscord, type FakeSettings } from '../support/fake-discord/fake-discord.js'

export const reply = (text: string, more: Partial<Reply> = {}): Reply => ({
  text,
  quotes: [],
  fields: [],
  buttons: [],
  ephemeral: false,
  ...more,
})

/** What the sample commands need from a test. */
export interface SampleServices {
  /** /wait is done when this is. */
  gate: Promise<unknown>
}

type Sample = Command<SampleServices>

const text = { description: 'Some words', type: 'text', required: false } as const

const base: Omit<Sample, 'name' | 'run'> = {
  description: 'A command for tests',
  moderatorsOnly: false,
  options: [],
  subcommands: [],
}

const echo: Sample = {
  ...base,
  name: 'echo',
  options: [
    { ...text, name: 'tone', choices: [{ name: 'Loud', value: 'loud' }] },
    { ...text, name: 'words', required: true, maxLength: 6000, complete: 'speaker' },
  ],
  run: async ({ options }) => reply(String(options.words)),
}

const whoami: Sample = {
  ...base,
  name: 'whoami',
  run: async (_, asker) => reply(JSON.stringify(asker), { ephemeral: true }),
}

const pages: Sample = {
  ...base,
  name: 'pages',
  run: async (invocation, asker) => {
    const page = invocation.page ?? 0
    const turn = (label: string, to: number): Reply['buttons'][number] => ({
      label,
      invocation: to < 0 ? null : { ...invocation, page: to },
    })
    const who = asker.isModerator ? 'a moderator' : 'a reader'
    return reply(`page ${page} for ${who}`, { buttons: [turn('Previous', page - 1), turn('Next', page + 1)] })
  },
}

const broken: Sample = {
  ...base,
  name: 'broken',
  run: async () => {
    throw new Error('a secret of the machine room')
  },
}

const picky: Sample = {
  ...base,
  name: 'picky',
  run: async () => {
    throw new OnRecordError('bad-input', 'The words are *empty*. Type some.')
  },
}

const wait: Sample = {
  ...base,
  name: 'wait',
  options: [{ ...text, name: 'end' }],
  run: async ({ options }, _, { gate }) => {
    await gate
    if (options.end === 'error') throw new OnRecordError('bad-input', 'It took long, and it was wrong.')
    return reply('done at last', { ephemeral: options.end === 'hidden' })
  },
}

const desk: Sample = {
  ...base,
  name: 'desk',
  moderatorsOnly: true,
  subcommands: [
    { name: 'list', description: 'Lists', options: [] },
    {
      name: 'add',
      description: 'Adds a file',
      options: [{ name: 'file', description: 'A file', type: 'file', required: true }],
    },
  ],
  run: async ({ subcommand, options }, { isModerator }) => {
    if (!isModerator) throw new OnRecordError('no-permission', 'Only moderators may do this.')
    if (subcommand === 'list') return reply('the list', { ephemeral: true })
    const file = options.file as AttachedFile
    const bytes = await file.read(1000)
    return reply(`${file.name}: ${Buffer.from(bytes).toString()}`, { ephemeral: true })
  },
}

export const samples: readonly Sample[] = [echo, whoami, pages, broken, picky, wait, desk]

/** A button store in memory; `Store` has the real one. */
export function createButtons(): BotParts<unknown>['buttons'] & { saved: Map<string, string> } {
  const saved = new Map<string, string>()
  return {
    saved,
    saveButton: async value => {
      const known = [...saved].find(([, each]) => each === value)?.[0] ?? `k${saved.size}`
      saved.set(known, value)
      return known
    },
    findButton: async key => saved.get(key) ?? null,
  }
}

export interface LogLine {
  level: 'info' | 'warn' | 'error'
  details: object
  message: string
}

export function createLog(): { lines: LogLine[]; log: BotParts<unknown>['log'] } {
  const lines: LogLine[] = []
  const write = (level: LogLine['level']) => (details: object, message: string) => {
    lines.push({ level, details, message })
  }
  return { lines, log: { info: write('info'), warn: write('warn'), error: write('error') } }
}

export interface Stage {
  discord: FakeDiscord
  bot: Bot
  lines: LogLine[]
  buttons: ReturnType<typeof createButtons>
  start(more?: Partial<BotParts<SampleServices>>): Promise<Bot>
  /** Ends everything and returns what the bot did against Discord's rules. */
  end(): Promise<readonly string[]>
}

/** A bot with the sample commands on a fake Discord. */
export async function setUp(
  settings: FakeSettings = {},
  more: Partial<BotParts<SampleServices>> = {},
): Promise<Stage> {
  const discord = await new FakeDiscord(settings).start()
  const { lines, log } = createLog()
  const buttons = createButtons()
  const bots: Bot[] = []
  const start: Stage['start'] = async changes => {
    const bot = await startBot<SampleServices>({
      commands: samples,
      services: { gate: Promise.resolve() },
      buttons,
      complete: (kind, typed) => [{ name: `${kind} ${typed}`, value: typed }],
      log,
      config: { token: discord.token, apiUrl: discord.url, register: true },
      ...more,
      ...changes,
    })
    bots.push(bot)
    return bot
  }
  const end = async (): Promise<readonly string[]> => {
    await Promise.all(bots.map(bot => bot.stop()))
    await discord.stop()
    return discord.violations
  }
  try {
    return { discord, bot: await start(), lines, buttons, start, end }
  } catch (error) {
    await end()
    throw error
  }
}
