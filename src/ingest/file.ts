import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { ArticleDescription, MediaType, SourceDocument } from '../article.js'
import { OnRecordError } from '../errors.js'
import { DEFAULT_SIZE_LIMIT, decode, tooLarge } from './decode.js'
import { parseDescription } from './description.js'

const MEDIA_TYPES: Readonly<Record<string, MediaType>> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.html': 'html',
  '.htm': 'html',
}

const DESCRIPTION_LIMIT = 64_000

/** What the file's name says it is, or null where it is no article. */
export const mediaTypeOf = (file: string): MediaType | null =>
  MEDIA_TYPES[extname(file).toLowerCase()] ?? null

/** As `mediaTypeOf`, but a sentence where it is no article. */
export function getMediaType(file: string): MediaType {
  const mediaType = mediaTypeOf(file)
  if (mediaType !== null) return mediaType
  const rule = extname(file).toLowerCase() === '.json' ? 'describes an article but is none' : 'is not read'
  throw new OnRecordError('bad-input', `${file} ${rule}; articles are .txt, .md, .html or .htm files.`)
}

/** A file with the description beside it, as they stand on disk. */
export interface RawFile {
  bytes: Uint8Array
  description: ArticleDescription
}

/** Throws `OnRecordError` where the file or its description cannot be read or is over `sizeLimit` bytes. */
export async function readRawFile(path: string, sizeLimit = DEFAULT_SIZE_LIMIT): Promise<RawFile> {
  getMediaType(path)
  const bytes = await readBytes(path, sizeLimit)
  return { bytes, description: await readDescription(path) }
}

/** Reads and decodes an article's file; `file` is the name its readers know it by. */
export async function readDocument(
  path: string,
  { sizeLimit = DEFAULT_SIZE_LIMIT, file = path }: { sizeLimit?: number; file?: string } = {},
): Promise<SourceDocument> {
  return toDocument(file, await readRawFile(path, sizeLimit), sizeLimit)
}

export function toDocument(file: string, raw: RawFile, sizeLimit = DEFAULT_SIZE_LIMIT): SourceDocument {
  const mediaType = getMediaType(file)
  return {
    file,
    mediaType,
    content: decode(file, raw.bytes, mediaType, sizeLimit),
    description: raw.description,
  }
}

async function readDescription(path: string): Promise<ArticleDescription> {
  const beside = join(dirname(path), `${basename(path, extname(path))}.json`)
  try {
    const bytes = await readBytes(beside, DESCRIPTION_LIMIT)
    return parseDescription(beside, decode(beside, bytes, 'text', DESCRIPTION_LIMIT))
  } catch (error) {
    if (error instanceof OnRecordError && isMissing(error.cause)) return {}
    throw error
  }
}

/** Opened without waiting, so that a pipe or device with an article's name cannot hold us up. */
async function readBytes(path: string, limit: number): Promise<Uint8Array> {
  let handle: FileHandle | undefined
  try {
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const stats = await handle.stat()
    if (stats.isDirectory()) throw new OnRecordError('bad-input', `${path} is a folder, not a file.`)
    if (!stats.isFile())
      throw new OnRecordError('bad-input', `${path} is a pipe, socket or device, not a file.`)
    if (stats.size > limit) throw tooLarge(path, stats.size, limit)
    return await readAtMost(handle, path, stats.size, limit)
  } catch (error) {
    throw error instanceof OnRecordError ? error : unreadable(path, error)
  } finally {
    await handle?.close()
  }
}

/** The file may grow between the look at its size and the last read. */
async function readAtMost(
  handle: FileHandle,
  path: string,
  size: number,
  limit: number,
): Promise<Uint8Array> {
  let buffer = Buffer.allocUnsafeSlow(size + 1)
  let length = 0
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null)
    if (bytesRead === 0) return buffer.subarray(0, length)
    length += bytesRead
    if (length > limit) throw tooLarge(path, length, limit)
    if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafeSlow(length + 1)])
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'reading it is not permitted',
  EPERM: 'reading it is not permitted',
  ELOOP: 'its symbolic links run in a circle',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  ENXIO: 'it is a pipe, socket or device, not a file',
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown fault'

export const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error))

export const unreadable = (path: string, cause: unknown): OnRecordError =>
  new OnRecordError('unreadable', `${path} cannot be read: ${REASONS[codeOf(cause)] ?? codeOf(cause)}.`, {
    cause,
  })
