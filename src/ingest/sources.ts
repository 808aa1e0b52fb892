import { resolve } from 'node:path'
import { OnRecordError } from '../errors.js'
import type { LibraryEntry } from '../retrieval/library.js'
import type { ListedSource, Store, StoreChange, StoredSource } from '../store/store.js'
import type { Analyze } from './analysis-job.js'
import { attachmentCandidate, hashOf, pathCandidate, storedCandidate } from './candidate.js'
import { chooseSource, getOwn } from './choose-source.js'
import { DEFAULT_SIZE_LIMIT } from './decode.js'
import { type FoundFile, findFiles } from './find-files.js'
import { type ReadingContext, readCandidates, type SourceReport } from './reading.js'
import { refreshAnalyses } from './refresh.js'
import { findSeeds, goneSeeds } from './seeds.js'

export type { SourceReport } from './reading.js'

/** Where answers look; brought in step with the store. */
export interface LibraryOfSources {
  put(entry: LibraryEntry): void
  remove(articleId: string): void
}

export interface SourcesOptions {
  store: Store
  library: LibraryOfSources
  analyze: Analyze
  seedsDir: string
  /** The largest file that is read, in bytes. */
  sizeLimit?: number
  /** Milliseconds since 1970. */
  now?: () => number
  /** Told of defects of ours, for the log; people get a sentence. */
  onFault?: (error: unknown, file: string) => void
}

export interface AddedFile {
  name: string
  bytes: Uint8Array
  /** Whose it will be; null: everyone's. */
  guildId: string | null
}

export interface IngestProgress {
  done: number
  total: number
  /** Of the file that was just done. */
  report: SourceReport
}

/** How far the analysing again of stored articles is. */
interface RefreshProgress {
  done: number
  total: number
}

/** Files a transaction. */
const BATCH = 32
/** Articles analysed again a transaction: whoever wants to write waits for so many at most. */
const REFRESHED_AT_ONCE = 4

/** The articles that the program answers from: reads them, stores them, and keeps the library in step with the store. */
export class Sources {
  private readonly store: Store
  private readonly library: LibraryOfSources
  private readonly seedsDir: string
  private readonly context: ReadingContext
  private readonly unreadable = new Set<string>()
  private readonly reloads = new Map<string | null, Promise<readonly SourceReport[]>>()
  private revision = 0
  private lastSync: Promise<void> = Promise.resolve()
  private lastWrite: Promise<unknown> = Promise.resolve()

  constructor(options: SourcesOptions) {
    this.store = options.store
    this.library = options.library
    this.seedsDir = resolve(options.seedsDir)
    this.context = {
      analyze: options.analyze,
      sizeLimit: options.sizeLimit ?? DEFAULT_SIZE_LIMIT,
      now: options.now ?? Date.now,
      onFault: options.onFault ?? (() => undefined),
    }
  }

  /** Reads the seeds where they changed and fills the library; `refresh` then sees to older analyses. */
  open(): Promise<readonly SourceReport[]> {
    return this.inTurn(() => this.readAgain(() => false))
  }

  /**
   * Analyses again what an older version of the program analysed or what cannot be read in the store, a few articles
   * at a time, so that questions and other writers go on meanwhile. Ends early, between two writes, when `signal` says so.
   */
  async refresh(
    onProgress: (progress: RefreshProgress) => void = () => undefined,
    signal?: AbortSignal,
  ): Promise<void> {
    const stale = await this.findStale()
    for (let at = 0; at < stale.length && !signal?.aborted; at += REFRESHED_AT_ONCE) {
      const batch = stale.slice(at, at + REFRESHED_AT_ONCE)
      await this.inTurn(() => this.refreshBatch(batch))
      onProgress({ done: at + batch.length, total: stale.length })
    }
  }

  /** Brings the library in step with the store, whoever wrote to it; cheap when nothing changed. */
  sync(): Promise<void> {
    const next = this.lastSync.then(() => this.syncNow())
    this.lastSync = next.catch(() => undefined)
    return next
  }

  /** How many stored articles are left out of the library until `refresh` has analysed them again. */
  get unreadableCount(): number {
    return this.unreadable.size
  }

  /** Everyone's articles and the server's own. */
  async list(guildId: string | null): Promise<readonly ListedSource[]> {
    const sources = await this.store.listSources()
    return sources.filter(source => source.guildId === null || source.guildId === guildId)
  }

  /** Adds a file, or replaces the one of its name; throws `OnRecordError` where it cannot be read. */
  add(file: AddedFile): Promise<SourceReport> {
    return this.inTurn(async () => {
      const candidate = attachmentCandidate(file)
      const sources = await this.list(file.guildId)
      const hash = hashOf(candidate.file, await candidate.read())
      const twin = sources.find(source => source.hash === hash && source.id !== candidate.id)
      if (twin) {
        const reason = `${candidate.file} holds the same as ${twin.file}, which is here already.`
        return { id: twin.id, file: twin.file, status: 'unchanged', reason }
      }
      const { reports, changes } = await readCandidates([candidate], byId(sources), this.context)
      const report = reports[0]!
      if (report.status === 'failed') throw new OnRecordError('bad-input', report.reason ?? '')
      await this.apply(changes)
      await this.sync()
      return report
    })
  }

  /**
   * Reads files and folders, each batch of files in one transaction; what failed is among the reports. The library is
   * not touched: `sync` does that.
   */
  ingestPaths(
    paths: readonly string[],
    onProgress: (progress: IngestProgress) => void = () => undefined,
  ): Promise<readonly SourceReport[]> {
    return this.inTurn(async () => {
      const found: FoundFile[] = []
      for await (const file of findFiles(paths)) found.push(file)
      const known = byId(await this.store.listSources())
      const done: SourceReport[] = []
      for (let at = 0; at < found.length; at += BATCH) {
        const batch = found.slice(at, at + BATCH)
        const candidates = batch.map(file => pathCandidate(file, this.seedsDir, this.context.sizeLimit))
        const { reports, changes } = await readCandidates(candidates, known, this.context)
        await this.apply(changes)
        for (const report of reports) onProgress({ done: done.push(report), total: found.length, report })
      }
      return done
    })
  }

  /** Takes an article of the server's own out of every answer; `name` is its id, file or title. */
  remove(name: string, guildId: string | null): Promise<ListedSource> {
    return this.inTurn(async () => {
      const source = getOwn(chooseSource(await this.list(guildId), name), guildId)
      await this.apply([{ type: 'remove', id: source.id }])
      await this.sync()
      return source
    })
  }

  /** Undoes `remove`. */
  restore(id: string, guildId: string | null): Promise<StoredSource> {
    return this.inTurn(async () => {
      const source = await this.store.findRemoved(id)
      if (source === null || source.guildId !== guildId) {
        throw new OnRecordError('not-found', 'That article can no longer be restored; add it again.')
      }
      await this.apply([{ type: 'restore', id }])
      await this.sync()
      return source
    })
  }

  /**
   * Reads the seeds again and, for a server, what it added; for null everything that was ever added. All that changed
   * comes into effect at once. Whoever asks for what is under way already gets its result.
   */
  reload(guildId: string | null = null): Promise<readonly SourceReport[]> {
    const underWay = this.reloads.get(guildId)
    if (underWay) return underWay
    const isConcerned = (source: ListedSource) =>
      guildId === null || (source.guildId === guildId && source.origin === 'attachment')
    const reload = this.inTurn(() => this.readAgain(isConcerned))
      .then(async reports => {
        await this.refresh()
        return reports
      })
      .finally(() => this.reloads.delete(guildId))
    this.reloads.set(guildId, reload)
    return reload
  }

  private async readAgain(isConcerned: (source: ListedSource) => boolean): Promise<readonly SourceReport[]> {
    const { sizeLimit } = this.context
    const sources = await this.store.listSources()
    const seeds = await findSeeds(this.seedsDir, sizeLimit)
    const others = sources
      .filter(source => source.origin !== 'seed' && isConcerned(source))
      .map(source => this.toCandidate(source))
    const { reports, changes } = await readCandidates([...seeds, ...others], byId(sources), this.context)
    for (const { id, file } of goneSeeds(sources, seeds, reports)) {
      changes.push({ type: 'remove', id })
      reports.push({ id, file, status: 'removed', reason: null })
    }
    await this.apply(changes)
    await this.sync()
    return reports
  }

  private async findStale(): Promise<readonly ListedSource[]> {
    const sources = await this.store.listSources()
    return sources.filter(({ id, isStale }) => isStale || this.unreadable.has(id))
  }

  private async refreshBatch(batch: readonly ListedSource[]): Promise<void> {
    for (const { id } of batch) this.unreadable.delete(id)
    await this.apply(
      await refreshAnalyses(batch, this.store, source => this.toCandidate(source), this.context),
    )
    await this.sync()
  }

  private toCandidate(source: ListedSource) {
    return storedCandidate(source, this.seedsDir, this.context.sizeLimit, this.store)
  }

  private async apply(changes: readonly StoreChange[]): Promise<void> {
    if (changes.length > 0) await this.store.apply(changes)
  }

  private async syncNow(): Promise<void> {
    const { revision, put, removed, unreadable } = await this.store.changesSince(this.revision)
    for (const { source, analyzed } of put) this.library.put({ analyzed, guildId: source.guildId })
    for (const id of removed) this.library.remove(id)
    for (const id of unreadable) this.unreadable.add(id)
    this.revision = revision
  }

  /** One writer after the other, so that none stores what another has overtaken. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.lastWrite.then(work)
    this.lastWrite = turn.catch(() => undefined)
    return turn
  }
}

const byId = (sources: readonly ListedSource[]) => new Map(sources.map(source => [source.id, source]))
