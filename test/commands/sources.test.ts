import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { complete, runCommand } from '../../commands/index.js'
import type { AttachedFile } from '../../src/command.js'
import { OnRecordError } from '../../src/errors.js'
import type { Invocation, Reply } from '../../src/reply.js'
import { type OpenLibrary, openLibrary } from '../support/library.js'
import { temporaryFolder } from '../support/temporary-folder.js'

const moderator = { guildId: '1', isModerator: true }
const member = { guildId: '1', isModerator: false }
const stranger = { guildId: '2', isModerator: true }

let open: OpenLibrary
let seeds: string
beforeEach(async () => {
  seeds = temporaryFolder({ 'trams.txt': '“The tram is late,” Mayor Ida Holm said.' })
  open = await openLibrary(seeds)
})
afterEach(() => open[Symbol.asyncDispose]())

function fileOf(name: string, text: string): AttachedFile {
  const bytes = Buffer.from(text)
  return {
    name,
    size: bytes.length,
    async read(limit) {
      if (bytes.length > limit) throw new OnRecordError('bad-input', `${name} is too large.`)
      return bytes
    },
  }
}

const bridge = fileOf('bridge.txt', '“The bridge holds,” Ann Ode said.')

const run = (invocation: Invocation, asker = moderator): Promise<Reply> =>
  runCommand(invocation, asker, open.services)
const sources = (subcommand: string, options: Record<string, unknown> = {}, asker = moderator) =>
  run({ command: 'sources', subcommand, options }, asker)
const speakers = async (asker = moderator) =>
  (await run({ command: 'speakers', options: {} }, asker)).fields.map(field => field.name)
const press = (reply: Reply, asker = moderator) => {
  const [button] = reply.buttons
  if (!button?.invocation) throw new Error('there is no button')
  return run(JSON.parse(JSON.stringify(button.invocation)), asker)
}

describe('/sources', () => {
  it.each(['list', 'reload', 'add', 'remove', 'restore', 'nonsense'])(
    '%s is for moderators',
    async subcommand => {
      await expect(sources(subcommand, {}, member)).rejects.toMatchObject({ code: 'no-permission' })
    },
  )

  it.each([
    [undefined, '/sources needs a subcommand: say one of list, reload, add, remove.'],
    ['lst', '/sources has no “lst”; did you mean /sources list?'],
    ['constructor', '/sources has no “constructor”; say one of list, reload, add, remove.'],
  ])('has no subcommand %s', async (subcommand, sentence) => {
    await expect(run({ command: 'sources', subcommand, options: {} })).rejects.toThrow(sentence)
  })

  it('lists what there is, to the asker alone', async () => {
    const reply = await sources('list')
    expect(reply).toMatchObject({ text: '1 article.', ephemeral: true })
    expect(reply.fields).toMatchObject([
      { value: expect.stringMatching(/^trams\.txt: came with the program, \d{4}-\d\d-\d\d, everyone’s\.$/) },
    ])
  })

  it('adds an article to its server alone, and takes it back', async () => {
    const added = await sources('add', { file: bridge })
    expect(added).toMatchObject({ text: 'bridge.txt: added.', buttons: [{ label: 'Undo' }], ephemeral: true })
    expect(await speakers()).toContain('Ann Ode')
    expect(await speakers(stranger)).not.toContain('Ann Ode')
    const undone = await press(added)
    expect(undone.text).toContain('removed from every answer')
    expect(await speakers()).not.toContain('Ann Ode')
    expect((await press(undone)).text).toMatch(/is back\.$/)
    expect(await speakers()).toContain('Ann Ode')
  })

  it('removes by a part of the title, and only what is the server’s own', async () => {
    await sources('add', { file: bridge })
    expect((await sources('remove', { article: 'bridge' })).text).toContain('The bridge holds')
    await expect(sources('remove', { article: 'tram' })).rejects.toBeInstanceOf(OnRecordError)
    expect(await speakers()).toEqual(['Ida Holm'])
  })

  it('checks who presses Undo', async () => {
    const added = await sources('add', { file: bridge })
    await expect(press(added, member)).rejects.toMatchObject({ code: 'no-permission' })
    await expect(press(added, stranger)).rejects.toBeInstanceOf(OnRecordError)
    expect(await speakers()).toContain('Ann Ode')
  })

  it('asks which article is meant', async () => {
    await sources('add', { file: bridge })
    await sources('add', { file: fileOf('bridge-two.txt', '“The bridge sways,” Ben Ode said.') })
    await expect(sources('remove', { article: 'bridge' })).rejects.toThrow(
      /“bridge” fits 2 articles: .* Give more of the title\./,
    )
  })

  it.each([
    ['nothing', {}, /the option file must be a file/],
    ['words for a file', { file: 'bridge.txt' }, /the option file must be a file/],
    ['another kind of file', { file: fileOf('bridge.pdf', 'x') }, /bridge\.pdf/],
    ['an empty file', { file: fileOf('empty.txt', ' ') }, /empty\.txt/],
    [
      'a file that is too large',
      { file: fileOf('large.txt', 'x'.repeat(5_000_001)) },
      /large\.txt is too large/,
    ],
  ])('refuses to add %s', async (_, options, sentence) => {
    await expect(sources('add', options)).rejects.toThrow(sentence)
  })

  it('reports what a reload found', async () => {
    expect((await sources('reload')).text).toBe('Read again: 1 unchanged.')
    writeFileSync(join(seeds, 'trams.txt'), '“The tram is here,” Mayor Ida Holm said.')
    writeFileSync(join(seeds, 'bad.txt'), '')
    const reply = await sources('reload')
    expect(reply.text).toMatch(/1 changed/)
    expect(reply.text).toMatch(/1 failed/)
    expect(reply.fields.map(field => field.name)).toEqual(expect.arrayContaining(['trams.txt', 'bad.txt']))
  })
})

describe('complete', () => {
  it('offers titles and names that the option then understands', async () => {
    await sources('add', { file: bridge })
    const titles = complete('article', 'bri', moderator, open.services)
    expect(titles.map(choice => choice.name)).toEqual([expect.stringContaining('The bridge holds')])
    const reply = await run({ command: 'speakers', options: { article: titles[0]!.value } })
    expect(reply.fields).toMatchObject([{ name: 'Ann Ode' }])
    expect(complete('speaker', 'ho', moderator, open.services)).toEqual([
      { name: 'Ida Holm', value: 'Ida Holm' },
    ])
    expect(complete('speaker', 'ode', stranger, open.services)).toEqual([])
  })

  it('offers twins by what tells them apart', async () => {
    await sources('add', { file: fileOf('a.txt', 'Same title\nOne.') })
    await sources('add', { file: fileOf('b.txt', 'Same title\nTwo.') })
    const values = complete('article', 'same', moderator, open.services).map(choice => choice.value)
    expect(new Set(values).size).toBe(2)
    for (const article of values)
      await expect(run({ command: 'summary', options: { article } })).resolves.toBeDefined()
  })
})
