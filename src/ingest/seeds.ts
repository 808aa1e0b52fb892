import { isAbsolute } from 'node:path'
import type { ListedSource } from '../store/store.js'
import { type Candidate, fromFound, seedLocation } from './candidate.js'
import { findFiles } from './find-files.js'
import type { SourceReport } from './reading.js'

/** Everything in the folder of seeds; an empty folder is no fault. */
export async function findSeeds(seedsDir: string, limit: number): Promise<Candidate[]> {
  const seeds: Candidate[] = []
  for await (const found of findFiles([seedsDir])) {
    if (found.path === seedsDir && found.error?.code === 'bad-input') continue
    const location = seedLocation(found.path, seedsDir) ?? found.path
    seeds.push(fromFound(found, 'seed', location, location, limit))
  }
  return seeds
}

/** The stored seeds that are no longer in the folder; those in a folder that could not be read are not gone. */
export function goneSeeds(
  sources: readonly ListedSource[],
  seeds: readonly Candidate[],
  reports: readonly SourceReport[],
): ListedSource[] {
  const failed = new Set(reports.filter(report => report.status === 'failed').map(report => report.id))
  const unread = seeds.filter(seed => failed.has(seed.id)).map(seed => seed.location)
  const isUnread = ({ location }: ListedSource) =>
    unread.some(folder => isAbsolute(folder) || location.startsWith(`${folder}/`))
  const present = new Set(seeds.map(seed => seed.id))
  return sources.filter(source => source.origin === 'seed' && !present.has(source.id) && !isUnread(source))
}
