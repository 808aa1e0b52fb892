import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { describe, expect, it, onTestFinished } from 'vitest'
import { OnRecordError } from '../../src/errors.js'
import { parseArticle } from '../../src/ingest/parse-article.js'
import { ANALYSIS_VERSION, type AnalyzedArticle } from '../../src/language/analysis.js'
import { analyzeArticle } from '../../src/language/analyze.js'
import {
  KEEP_BUTTONS_DAYS,
  KEEP_REMOVED_DAYS,
  openStore,
  type StoreOptions,
} from '../../src/store/sqlite-store.js'
import type { Store, StoreChange, StoredArticle } from '../../src/store/store.js'
import { temporaryFolder } from '../support/temporary-folder.js'

const DAY = 86_400_000

async function open(file: string, options?: StoreOptions): Promise<Store> {
  const store = await openStore(file, options)
  onTestFinished(() => store.close())
  return store
}

function article(
  id: string,
  text = `“It is ${id},” said Marta Ekberg.`,
  guildId: string | null = null,
): StoredArticle {
  const document = { file: `${id}.txt`, mediaType: 'text', content: text, description: {} } as const
  return {
    source: {
      id,
      guildId,
      origin: 'path',
      location: `/articles/${id}.txt`,
      hash: `hash of ${text}`,
      addedAt: '2021-03-23T08:00:00.000Z',
      failure: null,
    },
    analyzed: analyzeArticle(parseArticle(document, id)),
  }
}

const put = (stored: StoredArticle, bytes: Uint8Array | null = null): StoreChange => ({
  type: 'put',
  article: stored,
  bytes,
})

describe('the store', () => {
  it('gives back what it was given, also after it was closed', async () => {
    const file = join(temporaryFolder(), 'made', 'on', 'demand.db')
    const stored = article('a', readFileSync('seeds/blinken-nato-afghanistan.txt', 'utf8'), 'guild')
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i)
    const first = await openStore(file)
    const revision = await first.apply([put(stored, bytes)])
    await first.close()
    const store = await open(file)
    expect(await store.changesSince(0)).toEqual({ revision, put: [stored], removed: [], unreadable: [] })
    expect(await store.findBytes('a')).toEqual(bytes)
    expect(await store.findSource('a')).toEqual(stored.source)
    expect(await store.findArticle('a')).toEqual(stored.analyzed.article)
    const { title } = stored.analyzed.article
    expect(await store.listSources()).toEqual([{ ...stored.source, file: 'a.txt', title, isStale: false }])
  })

  it('says what changed since a revision, and nothing else', async () => {
    const store = await open(join(temporaryFolder(), 's.db'))
    const one = await store.apply([put(article('a')), put(article('b'))])
    const two = await store.apply([put(article('c')), { type: 'remove', id: 'a' }])
    expect(await store.changesSince(one)).toMatchObject({
      revision: two,
      put: [{ source: { id: 'c' } }],
      removed: ['a'],
    })
    expect(await store.changesSince(two)).toEqual({ revision: two, put: [], removed: [], unreadable: [] })
    const three = await store.apply([{ type: 'failed', id: 'b', failure: 'It is gone.' }])
    expect(await store.changesSince(two)).toEqual({ revision: three, put: [], removed: [], unreadable: [] })
    expect(await store.findSource('b')).toMatchObject({ failure: 'It is gone.' })
  })

  it('lists more articles than one page in the order they were first added', async () => {
    const store = await open(join(temporaryFolder(), 's.db'))
    const ids = Array.from({ length: 230 }, (_, i) => `a${(i * 7) % 230}`)
    await store.apply(ids.map(id => put(article(id, 'Short.'))))
    await store.apply([put(article('a7', 'Changed.'))])
    expect((await store.changesSince(0)).put.map(({ source }) => source.id)).toEqual(ids)
    expect((await store.listSources()).map(({ id }) => id)).toEqual(ids)
  })

  it('applies all changes or none', async () => {
    const store = await open(join(temporaryFolder(), 's.db'))
    const broken = { ...article('b'), analyzed: cyclic(article('b').analyzed) }
    await expect(store.apply([put(article('a')), put(broken)])).rejects.toThrow()
    expect((await store.changesSince(0)).put).toEqual([])
    expect(await store.apply([put(article('a'))])).toBe(1)
  })

  it('restores what was removed, until it is purged', async () => {
    let now = Date.UTC(2021, 2, 23)
    const store = await open(join(temporaryFolder(), 's.db'), { now: () => now })
    await store.apply([put(article('a'), new Uint8Array([1]))])
    await store.apply([{ type: 'remove', id: 'a' }])
    expect(await store.findSource('a')).toBeNull()
    expect(await store.listSources()).toEqual([])
    expect(await store.findRemoved('a')).toMatchObject({ id: 'a' })

    now += (KEEP_REMOVED_DAYS - 1) * DAY
    const before = await store.apply([{ type: 'restore', id: 'a' }])
    expect((await store.changesSince(before - 1)).put).toHaveLength(1)
    expect(await store.findRemoved('a')).toBeNull()

    const gone = await store.apply([{ type: 'remove', id: 'a' }])
    now += (KEEP_REMOVED_DAYS + 1) * DAY
    await store.apply([put(article('b'))])
    expect(await store.findRemoved('a')).toBeNull()
    expect(await store.findBytes('a')).toBeNull()
    await store.apply([{ type: 'restore', id: 'a' }])
    expect((await store.listSources()).map(({ id }) => id)).toEqual(['b'])
    expect((await store.changesSince(gone - 1)).removed).toEqual(['a'])
    await store.apply([put(article('a'))])
    expect(await store.findSource('a')).toMatchObject({ id: 'a' })
  })

  it('takes a new analysis only of what is still the same', async () => {
    const store = await open(join(temporaryFolder(), 's.db'))
    const [a, b] = [article('a'), article('b')]
    await store.apply([put(a), put(b), { type: 'failed', id: 'a', failure: 'x' }])
    await store.apply([{ type: 'remove', id: 'b' }])
    const empty = (of: StoredArticle): AnalyzedArticle => ({ ...of.analyzed, attributions: [] })
    const since = await store.apply([
      { type: 'analyze', id: 'a', hash: 'of another text', analyzed: empty(a) },
      { type: 'analyze', id: 'b', hash: b.source.hash, analyzed: empty(b) },
      { type: 'analyze', id: 'never', hash: '', analyzed: empty(a) },
    ])
    expect((await store.changesSince(since - 1)).put).toEqual([])
    await store.apply([{ type: 'analyze', id: 'a', hash: a.source.hash, analyzed: empty(a) }])
    expect((await store.changesSince(since)).put).toEqual([{ source: a.source, analyzed: empty(a) }])
  })

  it('keeps what a button stands for while it is in use', async () => {
    let now = Date.UTC(2021, 2, 23)
    const store = await open(join(temporaryFolder(), 's.db'), { now: () => now })
    const key = await store.saveButton('{"command":"ask"}')
    const unused = await store.saveButton('{"command":"help"}')
    expect(key).toMatch(/^[\w-]{16}$/)
    expect(unused).not.toBe(key)
    now += (KEEP_BUTTONS_DAYS - 1) * DAY
    expect(await store.saveButton('{"command":"ask"}')).toBe(key)
    now += 2 * DAY
    await store.apply([put(article('a'))])
    expect(await store.findButton(key)).toBe('{"command":"ask"}')
    expect(await store.findButton(unused)).toBeNull()
    expect(await store.findButton("' or 1=1 --")).toBeNull()
  })

  type Damage = readonly [name: string, sql: string, articleIsLost: boolean]
  const damage: readonly Damage[] = [
    ['no JSON', `update articles set analysis = '{' where id = 'a'`, true],
    ['another shape', `update articles set analysis = '{"article": 1}' where id = 'a'`, true],
    ['no row', `delete from articles where id = 'a'`, true],
    [
      'no sentences',
      `update articles set analysis = json_remove(analysis, '$.sentences') where id = 'a'`,
      false,
    ],
    [
      'offsets outside the text',
      `update articles set analysis = json_set(analysis, '$.sentences[0][1]', 9999) where id = 'a'`,
      false,
    ],
    ...["'7'", '-1', '1.5', 'null', "json('[0]')"].map(
      (offset): Damage => [
        `an offset that is ${offset}`,
        `update articles set analysis = json_set(analysis, '$.sentences[0][0]', ${offset}) where id = 'a'`,
        false,
      ],
    ),
    [
      'half a span',
      `update articles set analysis = json_remove(analysis, '$.sentences[0][1]') where id = 'a'`,
      false,
    ],
    [
      'a speaker that is not there',
      `update articles set analysis = json_set(analysis, '$.attributions[0].speaker', 99) where id = 'a'`,
      false,
    ],
  ]
  it.each(damage)(
    'names an article whose analysis is damaged (%s), and gives the others',
    async (_, sql, isLost) => {
      const file = join(temporaryFolder(), 's.db')
      const store = await open(file)
      await store.apply([put(article('a')), put(article('b'))])
      tamper(file, sql)
      expect(await store.changesSince(0)).toMatchObject({ put: [{ source: { id: 'b' } }], unreadable: ['a'] })
      expect((await store.findArticle('a')) === null).toBe(isLost)
    },
  )

  it('knows what an older version analysed', async () => {
    const file = join(temporaryFolder(), 's.db')
    const store = await open(file)
    await store.apply([put(article('a'))])
    tamper(file, `update sources set analysis_version = ${ANALYSIS_VERSION - 1}`)
    expect(await store.listSources()).toMatchObject([{ id: 'a', isStale: true }])
  })
})

describe('two holders of one store', () => {
  it('see what the other wrote', async () => {
    const file = join(temporaryFolder(), 's.db')
    const [one, two] = [await open(file), await open(file)]
    await Promise.all([one.apply([put(article('a'))]), two.apply([put(article('b'))])])
    const [seen, also] = [await one.changesSince(0), await two.changesSince(0)]
    expect(seen.put.map(({ source }) => source.id).sort()).toEqual(['a', 'b'])
    expect(also).toEqual(seen)
    expect(seen.revision).toBe(2)
  })

  it('are told in a sentence when the other never lets go', async () => {
    const file = join(temporaryFolder(), 's.db')
    const store = await open(file, { patience: 0 })
    const other = new Database(file)
    other.exec('begin immediate')
    const refused = await store.apply([put(article('a'))]).catch((error: unknown) => error)
    expect(refused).toMatchObject({
      code: 'store-busy',
      message: expect.stringContaining(`The store ${file} is held by another process`),
    })
    const reader = await open(file, { patience: 0 })
    expect(await reader.listSources()).toEqual([])
    other.exec('rollback')
    other.close()
    expect(await store.apply([put(article('a'))])).toBe(1)
  })
})

describe('openStore refuses', () => {
  const files: readonly [name: string, make: (file: string) => void, sentence: RegExp][] = [
    [
      'what is no database',
      file => writeFileSync(file, 'The mayor resigned. '.repeat(100)),
      /is not a database/,
    ],
    ['a folder', file => mkdirSync(file), /cannot be opened: it must be a file/],
    [
      'the database of another program',
      file => tamper(file, 'create table bookmarks (url text)'),
      /is the database of another program/,
    ],
    [
      'the store of a newer version',
      file => tamper(file, 'pragma application_id = 0x4f6e5265; pragma user_version = 1000'),
      /was written by a newer version of On Record \(its version is 1000/,
    ],
    [
      'a store with a version that none has',
      file => tamper(file, 'pragma application_id = 0x4f6e5265; pragma user_version = -5'),
      /is damaged \(its version is -5\)/,
    ],
  ]
  it.each(files)('%s, in a sentence, and leaves it as it is', async (_, make, sentence) => {
    const file = join(temporaryFolder(), 's.db')
    make(file)
    const before = contentOf(file)
    const attempt = await openStore(file).catch((error: unknown) => error)
    expect(attempt).toBeInstanceOf(OnRecordError)
    expect(attempt).toMatchObject({ code: 'store-broken', message: expect.stringMatching(sentence) })
    expect(String(attempt)).toContain(file)
    expect(contentOf(file)).toEqual(before)
  })

  it('a damaged store, in a sentence', async () => {
    const file = join(temporaryFolder(), 's.db')
    const store = await openStore(file)
    await store.apply(Array.from({ length: 40 }, (_, i) => put(article(`a${i}`))))
    await store.close()
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0xaa, 4096))
    const attempt = await openStore(file)
      .then(damaged => damaged.changesSince(0).finally(() => damaged.close()))
      .catch((error: unknown) => error)
    expect(attempt).toMatchObject({ code: 'store-broken', message: expect.stringContaining('is damaged') })
  })

  it.skipIf(process.platform === 'win32')('a place where nothing can be written, in a sentence', async () => {
    for (const file of ['/proc/on-record/s.db', '/dev/null/s.db']) {
      await expect(openStore(file)).rejects.toThrow(/cannot be opened: it must be a file in a folder/)
    }
  })
})

const contentOf = (path: string) => (statSync(path).isFile() ? readFileSync(path) : readdirSync(path))

function tamper(file: string, sql: string): void {
  const database = new Database(file)
  database.exec(sql)
  database.close()
}

function cyclic<T extends object>(value: T): T {
  return Object.assign(
    { ...value },
    { itself: null },
    {
      toJSON: () => {
        throw new Error('cannot be written')
      },
    },
  )
}
