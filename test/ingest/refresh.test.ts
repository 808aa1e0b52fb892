import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { describe, expect, it } from 'vitest'
import { ANALYSIS_VERSION } from '../../src/language/analysis.js'
import { writeFiles } from '../support/temporary-folder.js'
import { FERRY, QUAY, setUp } from './setting.js'

describe('refresh', () => {
  it('analyses again what an older version analysed, without the file', async () => {
    const { sources, folder, file } = await setUp()
    writeFiles(folder, { 'articles/quay.txt': QUAY })
    await sources.ingestPaths([join(folder, 'articles')])
    rmSync(join(folder, 'articles'), { recursive: true })
    tamper(file, `update sources set analysis_version = ${ANALYSIS_VERSION - 1}`)
    const next = await setUp({}, folder)
    await next.sources.open()
    await next.sources.refresh()
    expect(next.analyzed).toHaveLength(1)
    expect(Object.values(next.texts())).toEqual([QUAY])
    expect(await next.sources.list(null)).toMatchObject([{ isStale: false, failure: null }])
  })

  it('analyses again a few articles at a time, and answers from the old analyses meanwhile', async () => {
    const { sources, folder, file } = await setUp()
    const names = Array.from({ length: 10 }, (_, i) => `in/${i}.txt`)
    writeFiles(folder, Object.fromEntries(names.map((name, i) => [name, `${QUAY}${i}`])))
    await sources.ingestPaths([join(folder, 'in')])
    tamper(file, `update sources set analysis_version = ${ANALYSIS_VERSION - 1}`)
    const next = await setUp({}, folder)
    await next.sources.sync()
    expect(Object.keys(next.texts())).toHaveLength(10)
    const stop = new AbortController()
    const seen: string[] = []
    const progress = ({ done, total }: { done: number; total: number }) => seen.push(`${done}/${total}`)
    await next.sources.refresh(progress, stop.signal)
    expect(seen).toEqual(['4/10', '8/10', '10/10'])
    await next.sources.refresh(progress, stop.signal)
    expect(seen).toHaveLength(3)
    expect(next.analyzed).toHaveLength(10)
  })

  it('leaves off between two writes when it is told to', async () => {
    const { sources, folder, file } = await setUp()
    const names = Array.from({ length: 10 }, (_, i) => `in/${i}.txt`)
    writeFiles(folder, Object.fromEntries(names.map((name, i) => [name, `${QUAY}${i}`])))
    await sources.ingestPaths([join(folder, 'in')])
    tamper(file, `update sources set analysis_version = ${ANALYSIS_VERSION - 1}`)
    const next = await setUp({}, folder)
    const stop = new AbortController()
    await next.sources.refresh(() => stop.abort(), stop.signal)
    const stale = (await next.sources.list(null)).filter(({ isStale }) => isStale)
    expect(stale).toHaveLength(6)
  })

  const damage: readonly [name: string, sql: string, file: string][] = [
    ['the analysis', `update articles set analysis = json_remove(analysis, '$.speakers')`, 'gone'],
    ['everything', `update articles set analysis = '?'`, 'there'],
  ]
  it.each(damage)('mends an article of which %s is damaged in the store', async (_, sql, state) => {
    const { sources, folder, file } = await setUp()
    writeFiles(folder, { 'articles/quay.txt': QUAY })
    await sources.ingestPaths([join(folder, 'articles')])
    if (state === 'gone') rmSync(join(folder, 'articles'), { recursive: true })
    tamper(file, sql)
    const next = await setUp({}, folder)
    await next.sources.open()
    await next.sources.refresh()
    expect(Object.values(next.texts())).toEqual([QUAY])
  })

  it('says so where a damaged article cannot be mended', async () => {
    const { sources, folder, file } = await setUp()
    writeFiles(folder, { 'articles/quay.txt': QUAY })
    await sources.ingestPaths([join(folder, 'articles')])
    rmSync(join(folder, 'articles'), { recursive: true })
    tamper(file, `update articles set analysis = '?'`)
    const next = await setUp({ 'ferry.txt': FERRY }, folder)
    await next.sources.open()
    await next.sources.refresh()
    expect(next.texts()).toEqual({ 'ferry.txt': FERRY })
    const [quay] = await next.sources.list(null)
    expect(quay?.failure).toMatch(/quay\.txt cannot be read: there is no such file/)
  })
})

function tamper(file: string, sql: string): void {
  const database = new Database(file)
  database.exec(sql)
  database.close()
}
