import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { FakeDiscord, PERMISSIONS } from '../support/fake-discord/fake-discord.js'
import { compileProgram, type Program } from '../support/program.js'

let program: Program
let folder: string
let discord: FakeDiscord

beforeAll(() => {
  program = compileProgram()
})

afterAll(() => program.remove())

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-bot-'))
  discord = await new FakeDiscord().start()
})

afterEach(async () => {
  await discord.stop()
  await rm(folder, { recursive: true })
  expect(discord.violations).toEqual([])
})

const environment = (token = discord.token) => ({
  DISCORD_TOKEN: token,
  DISCORD_API_URL: discord.url,
  ON_RECORD_DATA: folder,
})

interface Running {
  child: ChildProcess
  /** All it wrote, once it has ended. */
  ended: Promise<{ code: number | null; output: string }>
}

/** The bot as `npm start` runs it, logged in. */
async function start(): Promise<Running> {
  const ready = once(discord, 'ready')
  const env = { PATH: process.env.PATH, ...environment() }
  const child = spawn(process.execPath, [program.main], { cwd: folder, env })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }))
  await Promise.race([
    ready,
    ended.then(end => {
      throw new Error(`the bot ended early: ${end.output}`)
    }),
  ])
  return { child, ended }
}

async function end({ child, ended }: Running, signal: NodeJS.Signals = 'SIGTERM'): Promise<string> {
  child.kill(signal)
  const { code, output } = await ended
  expect([code, child.signalCode]).toEqual([0, null])
  return output
}

const whoSaid = { command: 'who-said', options: { words: 'we went in together' } }

test.each(['SIGTERM', 'SIGINT'] as const)('the bot answers, and ends in good order on %s', async signal => {
  const bot = await start()
  const { messages } = await discord.interact(whoSaid)
  expect(messages[0]?.embeds[0]?.author?.name).toContain('Blinken')
  const output = await end(bot, signal)
  expect(output).not.toContain(discord.token)
  expect(output).not.toMatch(/^\s+at /m)
})

test('a command under way is finished before the bot ends', async () => {
  const bot = await start()
  const asked = discord.interact(whoSaid)
  await once(discord, 'request')
  await end(bot)
  expect((await asked).messages).toHaveLength(1)
})

test('what was added and its buttons are there when the bot has been started anew', async () => {
  const said = Array.from({ length: 6 }, (_, year) => `“We will build in year ${year},” Mara Lindqvist said.`)
  const first = await start()
  await discord.interact({
    command: 'sources',
    subcommand: 'add',
    files: { file: { name: 'plans.txt', content: said.join('\n') } },
    permissions: PERMISSIONS.manageGuild,
  })
  const { messages } = await discord.interact({ command: 'quotes', options: { speaker: 'Lindqvist' } })
  const [message] = messages
  expect(message?.content).toContain('page 1 of 2')
  await end(first)
  const second = await start()
  await discord.press({ message: message!, label: 'Next' })
  expect(message?.content).toContain('page 2 of 2')
  await end(second)
})

test('a wrong token is a sentence, and not in it', async () => {
  const { code, stdout, stderr } = await program.run([], { env: environment('wrong.token.value') })
  expect(code).toBe(1)
  expect(stderr).toContain('Discord refused the token in DISCORD_TOKEN.')
  expect(stdout + stderr).not.toContain('wrong.token.value')
  expect(stderr).not.toMatch(/^\s+at /m)
})

test('the commands are registered once', async () => {
  const register = async () => (await program.run(['register'], { env: environment() })).stdout
  expect(await register()).toMatch(/^\d+ commands registered\.\n$/)
  expect(await register()).toMatch(/^\d+ commands were registered already\.\n$/)
})
