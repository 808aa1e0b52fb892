import type { CommandServices } from '../../commands/index.js'
import type { Config } from '../config.js'
import type { Analyze } from '../ingest/analysis-job.js'
import type { AnalysisPool } from '../ingest/analysis-pool.js'
import { Sources } from '../ingest/sources.js'
import { loadRelatedWords, loadWordVectors } from '../ingest/words-file.js'
import type { Log } from '../log.js'
import { Library } from '../retrieval/library.js'
import { openStore } from '../store/sqlite-store.js'
import type { Store } from '../store/store.js'

/** An open store with the library over it; whoever opens it closes it. */
export interface Session {
  services: CommandServices
  store: Store
  /**
   * Begins to analyse again what an older version analysed; answers do not wait for it. Closing ends it after the few
   * articles under way.
   */
  refresh(): void
  close(): Promise<void>
}

export interface SessionParts {
  config: Config
  log: Log
  storeFile: string
  seedsDir: string
}

/** Opens a store as it is, with an empty library; `services.sources` fills it by `open` or `sync`. */
export async function openSession({ config, log, storeFile, seedsDir }: SessionParts): Promise<Session> {
  const store = await openStore(storeFile)
  const library = new Library(loadRelatedWords(), loadWordVectors())
  const pool = lazyPool()
  const sources = new Sources({
    store,
    library,
    seedsDir,
    analyze: pool.analyze,
    sizeLimit: config.maxFileBytes,
    onFault: (err, file) => log.error({ err, file }, 'an article could not be analysed'),
  })
  const { maxFileBytes, answerThreshold } = config
  const stopping = new AbortController()
  let refreshing: Promise<void> = Promise.resolve()
  const refresh = () => {
    refreshing = sources
      .refresh(
        progress => log.info(progress, 'analysing again what an older version analysed'),
        stopping.signal,
      )
      .catch(err => log.error({ err }, 'articles could not be analysed again'))
  }
  const close = async () => {
    stopping.abort()
    await refreshing
    await pool.close()
    await store.close()
  }
  return { services: { library, sources, maxFileBytes, answerThreshold }, store, refresh, close }
}

export interface LazyPool {
  analyze: Analyze
  close(): Promise<void>
}

/** The analysis and the readers of files take long to load, and most questions need none. */
export function lazyPool(): LazyPool {
  let opening: Promise<AnalysisPool> | undefined
  const open = async () => {
    const { loadAnalyzer } = await import('../ingest/model-file.js')
    const { AnalysisPool } = await import('../ingest/analysis-pool.js')
    return new AnalysisPool({ analyzeArticle: article => loadAnalyzer()(article) })
  }
  return {
    async analyze(jobs) {
      if (jobs.length === 0) return []
      opening ??= open()
      return (await opening).analyze(jobs)
    },
    close: async () => (await opening)?.close(),
  }
}
