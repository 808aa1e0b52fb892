import { OnRecordError } from '../errors.js'
import { type Kysely, sql } from './kysely.js'
import type { Schema } from './schema.js'

/** Forward only; a step that has been released is never edited. A store's version is the number of steps it has taken. */
const STEPS: readonly (readonly string[])[] = [
  [
    `create table state (revision integer not null, purged_at text not null) strict`,
    `insert into state values (0, '')`,
    `create table sources (
       position integer primary key autoincrement,
       id text not null unique,
       guild_id text,
       origin text not null,
       location text not null,
       hash text not null,
       file text not null,
       title text not null,
       added_at text not null,
       failure text,
       revision integer not null,
       analysis_version integer not null,
       removed_at text
     ) strict`,
    `create index sources_by_revision on sources (revision)`,
    `create table articles (
       id text primary key references sources (id) on delete cascade,
       analysis text not null,
       bytes blob
     ) strict`,
    `create table buttons (key text primary key, value text not null, used_at text not null) strict, without rowid`,
    `create index buttons_by_use on buttons (used_at)`,
  ],
]

/** The version of a store that has taken every step. */
export const NEWEST = STEPS.length

/** "OnRe": tells our files from other programs' databases. */
const APPLICATION_ID = 0x4f6e5265

/** The store's version; throws `OnRecordError` where it is not ours, or newer than we are. Changes nothing. */
export async function checkVersion(db: Kysely<Schema>, file: string): Promise<number> {
  const version = await pragma(db, 'user_version')
  await refuseForeign(db, file, version)
  if (version <= NEWEST) return version
  throw new OnRecordError(
    'store-broken',
    `The store ${file} was written by a newer version of On Record (its version is ${version}, and ${NEWEST} ` +
      'is the newest known here); update On Record, or give another file.',
  )
}

/** Takes the steps that the store has not taken yet, in a transaction that the caller has begun for writing. */
export async function migrate(db: Kysely<Schema>, file: string): Promise<void> {
  const version = await checkVersion(db, file)
  if (version === NEWEST) return
  for (const statement of STEPS.slice(version).flat()) await sql.raw(statement).execute(db)
  await sql.raw(`pragma application_id = ${APPLICATION_ID}`).execute(db)
  await sql.raw(`pragma user_version = ${NEWEST}`).execute(db)
}

async function refuseForeign(db: Kysely<Schema>, file: string, version: number): Promise<void> {
  const application = await pragma(db, 'application_id')
  if (application === APPLICATION_ID && version > 0) return
  if (application === APPLICATION_ID) {
    throw new OnRecordError(
      'store-broken',
      `The store ${file} is damaged (its version is ${version}); move it away and ingest the articles again.`,
    )
  }
  const { rows } = await sql`select 1 from sqlite_master limit 1`.execute(db)
  if (application === 0 && version === 0 && rows.length === 0) return
  throw new OnRecordError(
    'store-broken',
    `${file} is the database of another program, not a store of On Record; give another file.`,
  )
}

async function pragma(db: Kysely<Schema>, name: 'user_version' | 'application_id'): Promise<number> {
  const { rows } = await sql<Record<string, number>>`pragma ${sql.raw(name)}`.execute(db)
  return rows[0]?.[name] ?? 0
}
