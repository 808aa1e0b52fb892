import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { analyzeInProcess } from '../../src/ingest/analysis-job.js'
import { Sources } from '../../src/ingest/sources.js'
import { analyzeArticle } from '../../src/language/analyze.js'
import type { LibraryEntry } from '../../src/retrieval/library.js'
import { openStore } from '../../src/store/sqlite-store.js'
import type { Store } from '../../src/store/store.js'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js'

export const FERRY = '“We won’t close the ferry,” said Zoë Lind, the minister for transport, on Monday.\n'
export const QUAY = 'The quay will open late, according to Marta Ekberg, who leads the works.\n'

interface Setting {
  folder: string
  file: string
  store: Store
  sources: Sources
  /** What the library holds: the text by the file. */
  texts(): Record<string, string>
  faults: unknown[]
  analyzed: string[]
}

/** Everything real: files, store and analysis; `seeds/` and `store.db` are in one temporary folder. */
export async function setUp(
  seeds: Record<string, string> = {},
  folder = temporaryFolder(),
): Promise<Setting> {
  mkdirSync(join(folder, 'seeds'), { recursive: true })
  writeFiles(join(folder, 'seeds'), seeds)
  const file = join(folder, 'store.db')
  const store = await openStore(file)
  onTestFinished(() => store.close())
  const entries = new Map<string, LibraryEntry>()
  const faults: unknown[] = []
  const analyzed: string[] = []
  const sources = new Sources({
    store,
    library: {
      put: entry => entries.set(entry.analyzed.article.id, entry),
      remove: id => entries.delete(id),
    },
    analyze: analyzeInProcess(article => {
      analyzed.push(article.file)
      if (article.text.includes('DEFECT')) throw new TypeError('a defect')
      return analyzeArticle(article)
    }),
    seedsDir: join(folder, 'seeds'),
    sizeLimit: 10_000,
    onFault: error => faults.push(error),
  })
  const texts = () =>
    Object.fromEntries([...entries.values()].map(({ analyzed: { article } }) => [article.file, article.text]))
  return { folder, file, store, sources, texts, faults, analyzed }
}
