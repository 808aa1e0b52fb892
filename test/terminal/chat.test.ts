import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Chat } from '../../src/terminal/chat.js'
import { chatAtTerminal, chatThroughPipe } from '../../src/terminal/chat-terminal.js'
import { completeLine } from '../../src/terminal/completion.js'
import { styleFor } from '../../src/terminal/style.js'
import { type OpenLibrary, openLibrary } from '../support/library.js'
import { temporaryFolder } from '../support/temporary-folder.js'

const asker = { guildId: null, isModerator: true }
const said = Array.from({ length: 7 }, (_, i) => `“The number ${i} tram will be late,” Mayor Ida Holm said.`)

let open: OpenLibrary
let seeds: string
beforeAll(async () => {
  seeds = mkdtempSync(join(tmpdir(), 'on-record-chat-'))
  writeFileSync(join(seeds, 'trams.txt'), said.join('\n'))
  writeFileSync(join(seeds, 'trams.json'), '{"title": "Trams: a long wait"}')
  open = await openLibrary(seeds)
})
afterAll(async () => {
  await open[Symbol.asyncDispose]()
  rmSync(seeds, { recursive: true })
})

const chatOf = () =>
  new Chat({ services: open.services, style: styleFor(false), log: pino({ enabled: false }) })

describe('a chat', () => {
  it('turns pages', async () => {
    const chat = chatOf()
    const first = await chat.answer('/quotes Holm')
    expect(first).toContain('page 1 of 2')
    expect(first).toContain('/2 Next')
    expect(await chat.answer('/previous')).toBe('The last answer has no /previous.\n')
    const second = await chat.answer('/next')
    expect(second).toContain('page 2 of 2')
    expect(second).toContain('tram will be late')
    expect(await chat.answer('/1')).toBe(first)
    expect(await chat.answer('/2')).toBe(second)
    expect(await chat.answer('/3')).toBe('The last answer has no /3.\n')
  })

  it('adds, removes and undoes', async () => {
    const folder = temporaryFolder({ 'bridge.txt': '“The bridge holds,” Ann Ode said.' })
    const chat = chatOf()
    expect(await chat.answer(`/sources add ${join(folder, 'bridge.txt')}`)).toContain('bridge.txt: added.')
    expect(await chat.answer('the bridge holds')).toContain('Ann Ode')
    expect(await chat.answer('/sources remove bridge.txt')).toContain('removed from every answer')
    expect(await chat.answer('/speakers')).not.toContain('Ode')
    await chat.answer('/sources remove bridge.txt')
    expect(await chat.answer('/undo')).toContain('The last answer has no /undo.')
  })

  it.each([
    ['', ''],
    ['   ', ''],
    ['/quit', null],
    ['/EXIT', null],
    ['/nonsense', 'There is no command /nonsense; /help lists those there are.\n'],
    ['/who-said', '/who-said: the option words must be given, as text.\n'],
    ['/help \u001b[2J', '/help takes no options.\n'],
  ])('answers %j', async (line, answer) => {
    expect(await chatOf().answer(line)).toBe(answer)
  })

  it('refuses a line that is too long', async () => {
    expect(await chatOf().answer('x'.repeat(10_001))).toBe(
      'The line has 10001 characters; the most is 10000.\n',
    )
  })

  it('explains itself', async () => {
    const help = await chatOf().answer('/help')
    for (const usage of ['/who-said words [article]', '/sources add file', '/quit ends the chat'])
      expect(help).toContain(usage)
  })

  it('gives a reference, and the log the details, where we are at fault', async () => {
    const lines: string[] = []
    const log = pino({}, { write: line => void lines.push(line) })
    const services = { ...open.services, library: null as never }
    const answer = await new Chat({ services, style: styleFor(false), log }).answer('/speakers')
    const reference = /reference (\w+)/.exec(answer ?? '')?.[1]
    expect(reference).toBeTruthy()
    expect(answer).not.toContain('TypeError')
    expect(lines.join('')).toContain(reference)
    expect(lines.join('')).toContain('TypeError')
  })
})

function collected(stream: PassThrough): () => string {
  let text = ''
  stream.setEncoding('utf8').on('data', part => {
    text += part
  })
  return () => text
}

describe('a chat through a pipe', () => {
  it('writes the answers and nothing else, up to /quit', async () => {
    const output = new PassThrough()
    const text = collected(output)
    async function* input() {
      yield '/speakers\n\n'
      yield `${'y'.repeat(20_000)}\n/quit\n/help\n`
    }
    await chatThroughPipe(chatOf(), input(), output)
    expect(text()).toBe(
      '1 speaker is quoted.\n\n  Ida Holm: 7 quotations in 1 article\n\nThe line has 20000 characters; the most is 10000.\n\n',
    )
  })
})

describe('a chat at a terminal', () => {
  it('greets, answers, completes and keeps its history', async () => {
    const folder = temporaryFolder({ history: '/older\n' })
    const historyFile = join(folder, 'history')
    const input = new PassThrough()
    const output = new PassThrough()
    const text = collected(output)
    const chat = chatAtTerminal(chatOf(), { input, output, services: open.services, historyFile })
    input.write('/spe\t')
    input.write('\n')
    input.write('/quit\n')
    await chat
    expect(text()).toContain('On Record, 1 article.')
    expect(text()).toContain('Ida Holm')
    expect(readFileSync(historyFile, 'utf8').split('\n')).toEqual(['/older', '/speakers ', '/quit', ''])
  })

  it.each([
    ['Ctrl-D', '\u0004'],
    ['Ctrl-C', '\u0003'],
    ['Ctrl-C after a line given up', 'half a line\u0003\u0003'],
  ])('ends with %s', async (_, keys) => {
    const input = new PassThrough()
    const output = new PassThrough()
    const historyFile = join(temporaryFolder(), 'history')
    const chat = chatAtTerminal(chatOf(), { input, output, services: open.services, historyFile })
    input.write(keys)
    await expect(chat).resolves.toBeUndefined()
  })
})

describe('completion', () => {
  it.each<[string, string[], string]>([
    [
      '/',
      ['/who-said ', '/ask ', '/summary ', '/quotes ', '/speakers ', '/sources ', '/help ', '/quit '],
      '/',
    ],
    ['/s', ['/summary ', '/speakers ', '/sources '], '/s'],
    ['/nothing ', [], '/nothing '],
    ['a question', [], 'a question'],
    ['/sources re', ['reload ', 'remove '], 're'],
    ['/sources remove tra', ['Trams: a long wait'], 'tra'],
    ['/quotes hol', ['Ida Holm'], 'hol'],
    ['/quotes speaker:id', ['Ida Holm'], 'id'],
    ['/quotes Holm ab', ['about:'], 'ab'],
    ['/quotes Holm article:Tr', ['Trams: a long wait'], 'Tr'],
    ['/summary length:', ['short', 'medium', 'long'], ''],
    ['/summary length:m', ['medium'], 'm'],
    ['/who-said we went ', ['words:', 'article:'], ''],
  ])('of %j', (line, matches, typed) => {
    expect(completeLine(line, ['quit'], asker, open.services)).toEqual([matches, typed])
  })
})
