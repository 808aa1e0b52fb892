import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANALYSIS_VERSION } from '../../src/language/analysis.js'
import { compileProgram, type Program } from '../support/program.js'
import { temporaryFolder } from '../support/temporary-folder.js'

const FERRY = '“The ferry will not sail before June,” the harbour master, Ingrid Solberg, said on Monday.\n'

let program: Program
beforeAll(() => {
  program = compileProgram()
})
afterAll(() => program.remove())

/** A store with one article, changed by `sql` as an older version might have left it. */
async function olderStore(sql: string): Promise<string> {
  const folder = temporaryFolder({ 'ferry.txt': FERRY })
  const store = join(folder, 'store.db')
  await program.run(['ingest', join(folder, 'ferry.txt'), '--store', store])
  withDatabase(store, database => database.exec(sql))
  return store
}

function withDatabase<T>(store: string, work: (database: Database.Database) => T): T {
  const database = new Database(store)
  try {
    return work(database)
  } finally {
    database.close()
  }
}

const whoSaid = async (store: string) =>
  (await program.run(['who-said', 'the ferry will not sail before June', '--store', store])).stdout

describe('a store that an older version analysed', () => {
  it('is answered from as it is, and analysed again meanwhile', async () => {
    const store = await olderStore(`update sources set analysis_version = ${ANALYSIS_VERSION - 1}`)
    expect(await whoSaid(store)).toContain('— Ingrid Solberg')
    const version = withDatabase(store, database =>
      database.prepare('select analysis_version as version from sources').get(),
    )
    expect(version).toMatchObject({ version: ANALYSIS_VERSION })
  })

  it('is mended where its analyses can no longer be read', async () => {
    const store = await olderStore(`update articles set analysis = json_remove(analysis, '$.speakers')`)
    await whoSaid(store)
    expect(await whoSaid(store)).toContain('— Ingrid Solberg')
  })
})
