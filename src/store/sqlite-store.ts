import { createHash } from 'node:crypto'
import type { Article } from '../article.js'
import { ANALYSIS_VERSION } from '../language/analysis.js'
import { readAnalyzed, readArticle } from './analyzed-schema.js'
import { type Kysely, type Selectable, sql } from './kysely.js'
import type { Schema } from './schema.js'
import { SqliteFile } from './sqlite-file.js'
import type { ListedSource, Store, StoreChange, StoreDelta, StoredArticle, StoredSource } from './store.js'

const DAY = 86_400_000
/** How long removed articles can be restored. */
export const KEEP_REMOVED_DAYS = 30
/** How long buttons work after they were last shown. */
export const KEEP_BUTTONS_DAYS = 90

type Database = Kysely<Schema>
type SourceRow = Selectable<Schema['sources']>

export interface StoreOptions {
  /** Milliseconds since 1970. */
  now?: () => number
  /** How long to wait for another process that is writing, in milliseconds. */
  patience?: number
}

/** Opens a store, creating the file and its folder where missing; throws `OnRecordError` where that is impossible. */
export async function openStore(
  file: string,
  { now = Date.now, patience }: StoreOptions = {},
): Promise<Store> {
  return new SqliteStore(await SqliteFile.open(file, patience), now)
}

class SqliteStore implements Store {
  constructor(
    private readonly file: SqliteFile,
    private readonly now: () => number,
  ) {}

  apply(changes: readonly StoreChange[]): Promise<number> {
    return this.file.write(async db => {
      const { revision } = await db
        .updateTable('state')
        .set(row => ({ revision: row('revision', '+', 1) }))
        .returning('revision')
        .executeTakeFirstOrThrow()
      for (const change of changes) await this.applyOne(db, change, revision)
      await this.purgeDaily(db)
      return revision
    })
  }

  private async applyOne(db: Database, change: StoreChange, revision: number): Promise<void> {
    switch (change.type) {
      case 'put':
        return put(db, change.article, change.bytes, revision)
      case 'analyze':
        return analyze(db, change, revision)
      case 'failed':
        return setSource(db, change.id, { failure: change.failure })
      case 'remove':
        return setSource(db, change.id, { removed_at: this.ago(0), revision })
      case 'restore':
        return restore(db, change.id, revision)
    }
  }

  changesSince(since: number): Promise<StoreDelta> {
    return this.file.read(async db => {
      const { revision } = await db.selectFrom('state').select('revision').executeTakeFirstOrThrow()
      return revision === since
        ? { revision, put: [], removed: [], unreadable: [] }
        : readDelta(db, since, revision)
    })
  }

  async listSources(): Promise<readonly ListedSource[]> {
    const rows = await this.file.read(db => present(db).orderBy('position').execute())
    return rows.map(row => ({
      ...toSource(row),
      file: row.file,
      title: row.title,
      isStale: row.analysis_version < ANALYSIS_VERSION,
    }))
  }

  async findSource(id: string): Promise<StoredSource | null> {
    const row = await this.file.read(db => present(db).where('id', '=', id).executeTakeFirst())
    return row ? toSource(row) : null
  }

  async findRemoved(id: string): Promise<StoredSource | null> {
    const row = await this.file.read(db =>
      db
        .selectFrom('sources')
        .innerJoin('articles', 'articles.id', 'sources.id')
        .selectAll('sources')
        .where('sources.id', '=', id)
        .where('removed_at', 'is not', null)
        .executeTakeFirst(),
    )
    return row ? toSource(row) : null
  }

  async findArticle(id: string): Promise<Article | null> {
    const row = await this.file.read(db =>
      db.selectFrom('articles').select('analysis').where('id', '=', id).executeTakeFirst(),
    )
    return row ? readArticle(row.analysis) : null
  }

  async findBytes(id: string): Promise<Uint8Array | null> {
    const row = await this.file.read(db =>
      db.selectFrom('articles').select('bytes').where('id', '=', id).executeTakeFirst(),
    )
    return row?.bytes ? new Uint8Array(row.bytes) : null
  }

  async saveButton(value: string): Promise<string> {
    const key = createHash('sha256').update(value).digest('base64url').slice(0, 16)
    const known = await this.file.read(db =>
      db.selectFrom('buttons').select('used_at').where('key', '=', key).executeTakeFirst(),
    )
    if (known === undefined || known.used_at < this.ago(1)) {
      const row = { key, value, used_at: this.ago(0) }
      await this.file.write(async db => {
        await db
          .insertInto('buttons')
          .values(row)
          .onConflict(same => same.column('key').doUpdateSet(row))
          .execute()
        await this.purgeDaily(db)
      })
    }
    return key
  }

  async findButton(key: string): Promise<string | null> {
    const row = await this.file.read(db =>
      db.selectFrom('buttons').select('value').where('key', '=', key).executeTakeFirst(),
    )
    return row?.value ?? null
  }

  close(): Promise<void> {
    return this.file.close()
  }

  /** Of a purged source the bare row stays, so that processes that still hold it learn that it is removed. */
  private async purgeDaily(db: Database): Promise<void> {
    const due = await db
      .updateTable('state')
      .set({ purged_at: this.ago(0) })
      .where('purged_at', '<', this.ago(1))
      .executeTakeFirst()
    if (due.numUpdatedRows === 0n) return
    const removed = db
      .selectFrom('sources')
      .select('id')
      .where('removed_at', '<', this.ago(KEEP_REMOVED_DAYS))
    await db.deleteFrom('articles').where('id', 'in', removed).execute()
    await db.deleteFrom('buttons').where('used_at', '<', this.ago(KEEP_BUTTONS_DAYS)).execute()
  }

  private ago(days: number): string {
    return new Date(this.now() - days * DAY).toISOString()
  }
}

const present = (db: Database) => db.selectFrom('sources').selectAll().where('removed_at', 'is', null)

async function put(
  db: Database,
  { source, analyzed }: StoredArticle,
  bytes: Uint8Array | null,
  revision: number,
): Promise<void> {
  const row = {
    guild_id: source.guildId,
    origin: source.origin,
    location: source.location,
    hash: source.hash,
    file: analyzed.article.file,
    title: analyzed.article.title,
    added_at: source.addedAt,
    failure: source.failure,
    revision,
    analysis_version: ANALYSIS_VERSION,
    removed_at: null,
  }
  const content = { analysis: JSON.stringify(analyzed), bytes }
  await db
    .insertInto('sources')
    .values({ id: source.id, ...row })
    .onConflict(same => same.column('id').doUpdateSet(row))
    .execute()
  await db
    .insertInto('articles')
    .values({ id: source.id, ...content })
    .onConflict(same => same.column('id').doUpdateSet(content))
    .execute()
}

async function analyze(
  db: Database,
  { id, hash, analyzed }: Extract<StoreChange, { type: 'analyze' }>,
  revision: number,
): Promise<void> {
  const same = await db
    .updateTable('sources')
    .set({ analysis_version: ANALYSIS_VERSION, failure: null, revision })
    .where('id', '=', id)
    .where('hash', '=', hash)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (same.numUpdatedRows === 0n) return
  await db
    .updateTable('articles')
    .set({ analysis: JSON.stringify(analyzed) })
    .where('id', '=', id)
    .execute()
}

async function setSource(db: Database, id: string, fields: Partial<SourceRow>): Promise<void> {
  await db.updateTable('sources').set(fields).where('id', '=', id).where('removed_at', 'is', null).execute()
}

async function restore(db: Database, id: string, revision: number): Promise<void> {
  await db
    .updateTable('sources')
    .set({ removed_at: null, revision })
    .where('id', '=', id)
    .where('removed_at', 'is not', null)
    .where('id', 'in', db.selectFrom('articles').select('id'))
    .execute()
}

/** Rows are read in pages, so that not all the JSON is in memory with what it becomes. */
const PAGE = 100

async function readDelta(db: Database, since: number, revision: number): Promise<StoreDelta> {
  const put: StoredArticle[] = []
  const removed: string[] = []
  const unreadable: string[] = []
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('sources')
      .leftJoin('articles', join =>
        join.onRef('articles.id', '=', 'sources.id').on('sources.removed_at', 'is', null),
      )
      .selectAll('sources')
      .select('articles.analysis')
      .where('revision', '>', since)
      .where('position', '>', after)
      .orderBy(sql`position`)
      .limit(PAGE)
      .execute()
    for (const row of rows) {
      const analyzed = row.analysis === null ? null : readAnalyzed(row.analysis)
      if (row.removed_at !== null) removed.push(row.id)
      else if (analyzed === null) unreadable.push(row.id)
      else put.push({ source: toSource(row), analyzed })
      after = row.position
    }
    if (rows.length < PAGE) return { revision, put, removed, unreadable }
  }
}

const toSource = (row: SourceRow): StoredSource => ({
  id: row.id,
  guildId: row.guild_id,
  origin: row.origin,
  location: row.location,
  hash: row.hash,
  addedAt: row.added_at,
  failure: row.failure,
})
