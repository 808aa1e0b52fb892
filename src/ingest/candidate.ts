import { createHash } from 'node:crypto'
import { relative, resolve, sep } from 'node:path'
import { OnRecordError } from '../errors.js'
import type { ListedSource, Origin, Store, StoredSource } from '../store/store.js'
import { getMediaType, mediaTypeOf, type RawFile, readRawFile } from './file.js'
import type { FoundFile } from './find-files.js'

/** Something that may hold an article, not yet read. */
export interface Candidate extends Pick<StoredSource, 'id' | 'guildId' | 'origin' | 'location'> {
  /** The name its readers know it by. */
  file: string
  /** Throws `OnRecordError` where it cannot be had. */
  read(): Promise<RawFile>
}

/** The same file of the same server keeps its id. */
export const articleId = (guildId: string | null, origin: Origin, location: string): string =>
  createHash('sha256')
    .update(JSON.stringify([guildId, origin, location]))
    .digest('hex')
    .slice(0, 16)

/** Changes with the bytes, with how they are read and with what is known about them. */
export function hashOf(file: string, { bytes, description }: RawFile): string {
  const known = JSON.stringify([mediaTypeOf(file), Object.entries(description).sort()])
  return createHash('sha256').update(known).update('\0').update(bytes).digest('hex')
}

export const fromFound = (
  found: FoundFile,
  origin: Origin,
  location: string,
  file: string,
  limit: number,
): Candidate => ({
  id: articleId(null, origin, location),
  guildId: null,
  origin,
  location,
  file,
  read: () => (found.error === null ? readRawFile(found.path, limit) : Promise.reject(found.error)),
})

/** Paths in the folder of seeds are seeds, so that they are not there twice. */
export function pathCandidate(found: FoundFile, seedsDir: string, limit: number): Candidate {
  const seed = seedLocation(found.path, seedsDir)
  if (seed !== null) return fromFound(found, 'seed', seed, seed, limit)
  return fromFound(found, 'path', resolve(found.path), found.path, limit)
}

/** With slashes on every system; null outside the folder of seeds. */
export function seedLocation(path: string, seedsDir: string): string | null {
  const location = relative(seedsDir, path)
  const isOutside = location === '' || location.startsWith('..') || resolve(location) === location
  return isOutside ? null : location.split(sep).join('/')
}

/** A source that is stored already, to be read again from where it came. */
export function storedCandidate(
  source: ListedSource,
  seedsDir: string,
  limit: number,
  store: Store,
): Candidate {
  const { id, guildId, origin, location, file } = source
  const path = origin === 'seed' ? resolve(seedsDir, location) : location
  const read = () => (origin === 'attachment' ? readStored(store, id, file) : readRawFile(path, limit))
  return { id, guildId, origin, location, file, read }
}

async function readStored(store: Store, id: string, file: string): Promise<RawFile> {
  const bytes = await store.findBytes(id)
  if (bytes !== null) return { bytes, description: {} }
  throw new OnRecordError('unreadable', `${file} was not kept as it came; add it again.`)
}

/** The longest name (in characters) of an attachment. */
const NAME_LENGTH = 200

/** A file given to a command. */
export function attachmentCandidate(given: {
  name: string
  bytes: Uint8Array
  guildId: string | null
}): Candidate {
  const file = given.name
    .replace(/^.*[/\\]/s, '')
    .replace(/\p{Cc}/gu, '')
    .trim()
  getMediaType(file)
  if (file.length > NAME_LENGTH) {
    const rule = `may have at most ${NAME_LENGTH} characters, got ${file.length}`
    throw new OnRecordError('bad-input', `The name of ${file.slice(0, 40)}… ${rule}; give it a shorter name.`)
  }
  return {
    id: articleId(given.guildId, 'attachment', file),
    guildId: given.guildId,
    origin: 'attachment',
    location: file,
    file,
    read: async () => ({ bytes: given.bytes, description: {} }),
  }
}
