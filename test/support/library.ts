import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommandServices } from '../../commands/index.js'
import { analyzeInProcess } from '../../src/ingest/analysis-job.js'
import { loadAnalyzer } from '../../src/ingest/model-file.js'
import { Sources } from '../../src/ingest/sources.js'
import { Library } from '../../src/retrieval/library.js'
import { openStore } from '../../src/store/sqlite-store.js'

export const seedsDir = join(import.meta.dirname, '../../seeds')

export interface OpenLibrary extends AsyncDisposable {
  services: CommandServices
  folder: string
}

/** A real library in a folder of its own, with the seeds of `from` read and analysed. */
export async function openLibrary(from = seedsDir): Promise<OpenLibrary> {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-library-'))
  const store = await openStore(join(folder, 'on-record.db'))
  const library = new Library()
  let fault: unknown
  const sources = new Sources({
    store,
    library,
    analyze: analyzeInProcess(loadAnalyzer()),
    seedsDir: from,
    onFault: error => {
      fault = error
    },
  })
  const failed = (await sources.open()).find(report => report.status === 'failed')
  if (failed) throw fault ?? new Error(failed.reason ?? failed.file)
  return {
    services: { library, sources, maxFileBytes: 5_000_000 },
    folder,
    async [Symbol.asyncDispose]() {
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
}
