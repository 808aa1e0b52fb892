import { createRequire } from 'node:module'
import type * as kysely from 'kysely'

/** Its CommonJS build, whose 260 files load in half the time that its modules take: a tenth of a second of every start. */
const library = createRequire(import.meta.url)('kysely') as typeof kysely

export const { Kysely, SqliteDialect, sql } = library
export type Kysely<Database> = kysely.Kysely<Database>
export type { Generated, Selectable } from 'kysely'
