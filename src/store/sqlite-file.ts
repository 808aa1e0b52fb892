import { dirname, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'libsql'
import { OnRecordError } from '../errors.js'
import { Kysely, SqliteDialect } from './kysely.js'
import { makeFolder } from './make-folder.js'
import { checkVersion, migrate, NEWEST } from './migrations.js'
import type { Schema } from './schema.js'

/** Another process writes for milliseconds; whoever holds the file longer than this (ms) is stuck. */
const PATIENCE = 10_000

/** How long (ms) one attempt may hold up this process's other work. */
const BLOCKING_WAIT = 100

/** A SQLite file with our tables, as newest; several processes may hold it open. */
export class SqliteFile {
  private constructor(
    readonly file: string,
    private readonly database: Database.Database,
    private readonly db: Kysely<Schema>,
    private readonly patience: number,
  ) {}

  static async open(file: string, patience = PATIENCE): Promise<SqliteFile> {
    const database = openDatabase(file)
    const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database }) })
    const opened = new SqliteFile(file, database, db, patience)
    try {
      await opened.prepare()
      return opened
    } catch (error) {
      await opened.close()
      throw error
    }
  }

  /** All of `work` or nothing of it. Waits while another process writes. */
  write<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
    return this.transact('begin immediate', work)
  }

  /** Everything that `work` reads is of one moment. */
  read<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
    return this.transact('begin', work)
  }

  async close(): Promise<void> {
    try {
      this.database.exec('pragma wal_checkpoint(truncate)')
    } catch {
      // Another process is at work: it will do it.
    }
    await this.db.destroy()
    if (this.database.open) this.database.close()
  }

  /** A process crash loses nothing under WAL with NORMAL; a power failure may lose the last writes, but never half of one. */
  private async prepare(): Promise<void> {
    const version = await this.read(db => checkVersion(db, this.file))
    for (const setting of ['journal_mode = wal', 'synchronous = normal', 'foreign_keys = on']) {
      await this.patiently(async () => this.database.exec(`pragma ${setting}`))
    }
    if (version < NEWEST) await this.write(db => migrate(db, this.file))
  }

  /** By `exec`: libsql leaves a prepared BEGIN that met a lock unfinished, and then nothing can be committed any more. */
  private transact<T>(begin: string, work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
    return this.patiently(() =>
      this.db.connection().execute(async db => {
        this.database.exec(begin)
        try {
          const result = await work(db)
          this.database.exec('commit')
          return result
        } catch (error) {
          if (this.database.inTransaction) this.database.exec('rollback')
          throw error
        }
      }),
    )
  }

  private async patiently<T>(attempt: () => Promise<T>): Promise<T> {
    const deadline = performance.now() + this.patience
    for (;;) {
      try {
        return await attempt()
      } catch (error) {
        if (!codeOf(error).startsWith('SQLITE_BUSY') || performance.now() > deadline)
          throw explain(this.file, error)
        await setTimeout(5 + Math.random() * 20)
      }
    }
  }
}

function openDatabase(file: string): Database.Database {
  try {
    makeFolder(dirname(resolve(file)))
    return new Database(file, { timeout: BLOCKING_WAIT })
  } catch (cause) {
    throw new OnRecordError(
      'store-broken',
      `The store ${file} cannot be opened: it must be a file in a folder that can be written to.`,
      { cause },
    )
  }
}

/** SQLite's name of a fault; of an extended code that libsql has no name for, that of the primary code in its low byte. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return ''
  const unnamed = /^UNKNOWN_SQLITE_ERROR_(\d+)$/.exec(error.code)?.[1]
  return unnamed === undefined ? error.code : (PRIMARY_CODES[Number(unnamed) & 0xff] ?? error.code)
}

/** From https://www.sqlite.org/rescode.html. */
const PRIMARY_CODES: Readonly<Record<number, string>> = {
  3: 'SQLITE_PERM',
  5: 'SQLITE_BUSY',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  26: 'SQLITE_NOTADB',
}

const SENTENCES: readonly [code: string, sentence: string][] = [
  ['SQLITE_BUSY', 'is held by another process; wait until it has finished, or stop it.'],
  ['SQLITE_NOTADB', 'is not a database; give another file.'],
  ['SQLITE_CORRUPT', 'is damaged; move it away and ingest the articles again.'],
  ['SQLITE_READONLY', 'cannot be written to; check who may write to the file and its folder.'],
  ['SQLITE_CANTOPEN', 'cannot be opened; check who may read and write the file and its folder.'],
  ['SQLITE_PERM', 'cannot be opened; check who may read and write the file and its folder.'],
  ['SQLITE_FULL', 'cannot grow, as the disk is full; nothing of the last change was kept.'],
  ['SQLITE_IOERR', 'cannot be read or written, as the disk reports a fault.'],
]

function explain(file: string, cause: unknown): unknown {
  const code = codeOf(cause)
  const found = SENTENCES.find(([prefix]) => code.startsWith(prefix))
  if (!found) return cause
  const kind = code.startsWith('SQLITE_BUSY') ? 'store-busy' : 'store-broken'
  return new OnRecordError(kind, `The store ${file} ${found[1]}`, { cause })
}
