import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SourceReport } from '../../src/ingest/sources.js'
import { writeFiles } from '../support/temporary-folder.js'
import { FERRY, QUAY, setUp } from './setting.js'

const statuses = (reports: readonly SourceReport[]) =>
  Object.fromEntries(reports.map(({ file, status }) => [file, status]))

const attachment = (name: string, text: string, guildId: string | null = 'guild') => ({
  name,
  bytes: new TextEncoder().encode(text),
  guildId,
})

describe('open', () => {
  it('reads the seeds once, and again only where they changed', async () => {
    const first = await setUp({ 'ferry.txt': FERRY, 'deep/quay.txt': QUAY })
    expect(statuses(await first.sources.open())).toEqual({ 'deep/quay.txt': 'added', 'ferry.txt': 'added' })
    expect(first.texts()).toEqual({ 'ferry.txt': FERRY, 'deep/quay.txt': QUAY })

    const second = await setUp({ 'ferry.txt': `${FERRY}More.\n` }, first.folder)
    expect(statuses(await second.sources.open())).toEqual({
      'deep/quay.txt': 'unchanged',
      'ferry.txt': 'changed',
    })
    expect(second.analyzed).toEqual(['ferry.txt'])
    expect(second.texts()).toEqual({ 'ferry.txt': `${FERRY}More.\n`, 'deep/quay.txt': QUAY })
  })

  it('goes on without the seeds that cannot be read, and without the folder', async () => {
    const { sources, folder, texts } = await setUp({ 'ferry.txt': FERRY, 'bad.txt': 'a\0b' })
    const reports = await sources.open()
    expect(statuses(reports)).toEqual({ 'bad.txt': 'failed', 'ferry.txt': 'added' })
    expect(reports[0]?.reason).toMatch(/^bad\.txt is not text/)
    rmSync(join(folder, 'seeds'), { recursive: true })
    expect((await sources.reload()).map(({ status }) => status)).toEqual(['failed'])
    expect(texts()).toEqual({ 'ferry.txt': FERRY })
    mkdirSync(join(folder, 'seeds'))
    expect(statuses(await sources.reload())).toEqual({ 'ferry.txt': 'removed' })
    expect(texts()).toEqual({})
  })
})

describe('ingestPaths', () => {
  it('reports every file, keeps what can be read, and replaces what changed', async () => {
    const { sources, folder, texts, faults } = await setUp()
    const path = (name: string) => join(folder, 'in', name)
    writeFiles(join(folder, 'in'), {
      'a.txt': FERRY,
      'b.md': `# Quay late\n\n${QUAY}`,
      'c.html': `<p>${QUAY}`,
      'd.txt': '',
      'e.txt': 'x'.repeat(10_001),
      'f.txt': 'DEFECT',
      'g.txt': QUAY,
      'g.json': '{"title": 7}',
    })
    const seen: string[] = []
    const reports = await sources.ingestPaths(
      [join(folder, 'in'), path('missing.txt')],
      ({ done, total, report }) => seen.push(`${done}/${total} ${report.status}`),
    )
    const failed = reports.flatMap(({ reason }) =>
      reason === null ? [] : [reason.replaceAll(join(folder, 'in'), '.')],
    )
    expect(seen).toEqual([
      ...[
        '1/8 added',
        '2/8 added',
        '3/8 added',
        '4/8 failed',
        '5/8 failed',
        '6/8 failed',
        '7/8 failed',
        '8/8 failed',
      ],
    ])
    expect(failed).toEqual([
      './d.txt is empty (0 bytes); give a file with text.',
      './e.txt is too large: 10.1 kB, and an article may have at most 10 kB.',
      './f.txt could not be analysed because of a fault in On Record; the log tells more.',
      './g.json: title must be a line of text, 1 to 1000 characters, got 7.',
      './missing.txt cannot be read: there is no such file or folder.',
    ])
    expect(faults).toEqual([new TypeError('a defect')])
    await sources.sync()
    expect(Object.keys(texts())).toEqual(['a.txt', 'b.md', 'c.html'].map(path))

    writeFiles(join(folder, 'in'), { 'a.txt': QUAY, 'b.json': '{"publisher": "The Post"}' })
    const again = await sources.ingestPaths(['a.txt', 'b.md', 'c.html'].map(path))
    expect(again.map(({ status }) => status)).toEqual(['changed', 'changed', 'unchanged'])
    await sources.sync()
    expect(texts()[path('a.txt')]).toBe(QUAY)
  })

  it('takes a path into the folder of seeds for the seed', async () => {
    const { sources, folder } = await setUp({ 'ferry.txt': FERRY })
    await sources.open()
    expect((await sources.ingestPaths([join(folder, 'seeds')])).map(({ status }) => status)).toEqual([
      'unchanged',
    ])
    expect(await sources.list(null)).toHaveLength(1)
  })
})

describe('add', () => {
  it('adds a file to one server, and replaces it by name', async () => {
    const { sources, store, texts } = await setUp({ 'ferry.txt': FERRY })
    await sources.open()
    const added = await sources.add(attachment('quay.txt', QUAY))
    expect(added).toMatchObject({ file: 'quay.txt', status: 'added', reason: null })
    expect(texts()['quay.txt']).toBe(QUAY)
    expect((await sources.list('guild')).map(({ file }) => file)).toEqual(['ferry.txt', 'quay.txt'])
    expect((await sources.list('other')).map(({ file }) => file)).toEqual(['ferry.txt'])
    expect(await sources.add(attachment('quay.txt', QUAY))).toMatchObject({
      id: added.id,
      status: 'unchanged',
    })
    expect(await sources.add(attachment('quay.txt', `${QUAY}More.`))).toMatchObject({
      id: added.id,
      status: 'changed',
    })
    expect(await store.findBytes(added.id)).toEqual(new TextEncoder().encode(`${QUAY}More.`))
    const elsewhere = await sources.add(attachment('quay.txt', QUAY, 'other'))
    expect(elsewhere.status).toBe('added')
    expect(elsewhere.id).not.toBe(added.id)
  })

  it('says where the same is here already', async () => {
    const { sources } = await setUp({ 'ferry.txt': FERRY })
    await sources.open()
    expect(await sources.add(attachment('copy.txt', FERRY))).toMatchObject({
      file: 'ferry.txt',
      status: 'unchanged',
      reason: 'copy.txt holds the same as ferry.txt, which is here already.',
    })
    expect(await sources.list('guild')).toHaveLength(1)
  })

  const refused: readonly [name: string, text: string, sentence: RegExp][] = [
    ['a.pdf', 'x', /a\.pdf is not read; articles are/],
    ['a.txt', '', /a\.txt is empty/],
    ['a.txt', '%PDF-1.7', /a\.txt is not text: it is a PDF/],
    ['a.txt', 'x'.repeat(10_001), /a\.txt is too large/],
    ['../../etc/passwd', 'x', /^passwd is not read/],
    [`${'a'.repeat(300)}.txt`, 'x', /may have at most 200 characters, got 304/],
    ['a.txt', 'DEFECT', /because of a fault in On Record/],
  ]
  it.each(refused)('refuses %s and keeps what was there', async (name, text, sentence) => {
    const { sources, texts } = await setUp()
    await sources.add(attachment('a.txt', QUAY))
    await expect(sources.add(attachment(name, text))).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(sentence),
    })
    expect(texts()).toEqual({ 'a.txt': QUAY })
    expect(await sources.list('guild')).toMatchObject([{ file: 'a.txt', failure: null }])
  })
})

describe('remove and restore', () => {
  it('takes an own article out of the answers and back', async () => {
    const { sources, texts } = await setUp()
    const { id } = await sources.add(attachment('Quay.txt', `Quay late\n\n${QUAY}`))
    for (const name of [id, 'quay.TXT', ' quay late ']) {
      expect(await sources.remove(name, 'guild')).toMatchObject({ id, title: 'Quay late' })
      expect(texts()).toEqual({})
      await expect(sources.remove(name, 'guild')).rejects.toMatchObject({ code: 'not-found' })
      await expect(sources.restore(id, 'other')).rejects.toMatchObject({ code: 'not-found' })
      expect(await sources.restore(id, 'guild')).toMatchObject({ id })
      expect(Object.keys(texts())).toEqual(['Quay.txt'])
    }
    await expect(sources.restore(id, 'guild')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('leaves alone what is not the asker’s own', async () => {
    const { sources, folder } = await setUp({ 'ferry.txt': FERRY })
    writeFiles(folder, { 'in/quay.txt': QUAY })
    await sources.open()
    await sources.ingestPaths([join(folder, 'in')])
    const own = await sources.add(attachment('own.txt', 'Only here.'))
    const path = join(folder, 'in', 'quay.txt')
    await expect(sources.remove('ferry.txt', 'guild')).rejects.toThrow(
      /ferry\.txt is everyone's article; only what/,
    )
    await expect(sources.remove('quay.txt', 'guild')).rejects.toMatchObject({ code: 'no-permission' })
    await expect(sources.remove(own.id, 'other')).rejects.toMatchObject({ code: 'not-found' })
    await expect(sources.remove('ferry.txt', null)).rejects.toThrow(
      /take its file out of the folder of seeds/,
    )
    expect(await sources.remove(path, null)).toMatchObject({ origin: 'path' })
  })

  it('asks which where a name fits several', async () => {
    const { sources } = await setUp()
    await sources.add(attachment('a.txt', 'News\n\nThe ferry stays.'))
    await sources.add(attachment('b.txt', 'News\n\nThe ferry goes.'))
    await expect(sources.remove('news', 'guild')).rejects.toThrow(
      '"news" could be any of a.txt, b.txt; name the file.',
    )
  })
})

describe('reload', () => {
  it('says of each source what became of it, and keeps the last good version of what failed', async () => {
    const { sources, folder, texts } = await setUp({
      'a.txt': FERRY,
      'b.txt': QUAY,
      'c.txt': 'Gone soon.',
      'd.txt': 'As is.',
    })
    await sources.open()
    rmSync(join(folder, 'seeds', 'c.txt'))
    writeFiles(join(folder, 'seeds'), { 'a.txt': 'A new text.', 'b.txt': 'a\0b', 'e.txt': 'New.' })
    const reports = await sources.reload('guild')
    expect(statuses(reports)).toEqual({
      'a.txt': 'changed',
      'b.txt': 'failed',
      'c.txt': 'removed',
      'd.txt': 'unchanged',
      'e.txt': 'added',
    })
    expect(texts()).toEqual({ 'a.txt': 'A new text.', 'b.txt': QUAY, 'd.txt': 'As is.', 'e.txt': 'New.' })
    const failure = async () => (await sources.list(null)).find(({ file }) => file === 'b.txt')?.failure
    expect(await failure()).toMatch(/b\.txt is not text/)
    writeFiles(join(folder, 'seeds'), { 'b.txt': QUAY })
    expect(statuses(await sources.reload('guild'))).toMatchObject({ 'b.txt': 'unchanged' })
    expect(await failure()).toBeNull()
  })

  it('of a server reads what it added itself, of the terminal everything', async () => {
    const { sources, folder, store } = await setUp({ 'ferry.txt': FERRY })
    await sources.open()
    await sources.add(attachment('mine.txt', 'Mine.'))
    await sources.add(attachment('theirs.txt', 'Theirs.', 'other'))
    writeFiles(folder, { 'in/quay.txt': QUAY })
    await sources.ingestPaths([join(folder, 'in')])
    const quay = join(folder, 'in', 'quay.txt')
    expect(Object.keys(statuses(await sources.reload('guild')))).toEqual(['ferry.txt', 'mine.txt'])
    expect(Object.keys(statuses(await sources.reload(null)))).toEqual([
      'ferry.txt',
      'mine.txt',
      'theirs.txt',
      quay,
    ])
    rmSync(quay)
    expect(statuses(await sources.reload())).toMatchObject({ [quay]: 'failed', 'mine.txt': 'unchanged' })
    expect((await store.changesSince(0)).put).toHaveLength(4)
  })

  it('joins those who ask at once, and comes into effect in one revision', async () => {
    const { sources, folder, store, analyzed } = await setUp({ 'a.txt': FERRY })
    await sources.open()
    const { revision } = await store.changesSince(0)
    writeFiles(join(folder, 'seeds'), { 'a.txt': 'New a.', 'b.txt': 'New b.' })
    analyzed.length = 0
    const [one, two] = await Promise.all([
      sources.reload('guild'),
      sources.reload('guild'),
      sources.reload('other'),
    ])
    expect(two).toBe(one)
    expect(analyzed).toEqual(['a.txt', 'b.txt'])
    expect((await store.changesSince(0)).revision).toBe(revision + 1)
  })

  it('removes what is gone though another file cannot be read', async () => {
    const { sources, folder, texts } = await setUp({ 'in/a.txt': FERRY, 'b.txt': QUAY })
    await sources.open()
    rmSync(join(folder, 'seeds', 'in'), { recursive: true })
    writeFiles(join(folder, 'seeds'), { 'in.txt': 'Another.' })
    symlinkSync(join(folder, 'seeds', 'loop.txt'), join(folder, 'seeds', 'loop.txt'))
    expect(statuses(await sources.reload())).toEqual({
      'b.txt': 'unchanged',
      'in.txt': 'added',
      'loop.txt': 'failed',
      'in/a.txt': 'removed',
    })
    expect(Object.keys(texts()).sort()).toEqual(['b.txt', 'in.txt'])
  })
})

describe('sync', () => {
  it('brings what another process wrote', async () => {
    const one = await setUp({ 'ferry.txt': FERRY })
    await one.sources.open()
    const two = await setUp({}, one.folder)
    await two.sources.open()
    await two.sources.add(attachment('quay.txt', QUAY))
    expect(one.texts()).toEqual({ 'ferry.txt': FERRY })
    await Promise.all([one.sources.sync(), one.sources.sync()])
    expect(one.texts()).toEqual({ 'ferry.txt': FERRY, 'quay.txt': QUAY })
    await two.sources.remove('quay.txt', 'guild')
    await one.sources.sync()
    expect(one.texts()).toEqual({ 'ferry.txt': FERRY })
  })
})
