import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { OnRecordError } from '../errors.js'
import { getMediaType, mediaTypeOf, unreadable } from './file.js'

export type FoundFile = { path: string; error: null } | { path: string; error: OnRecordError }

/**
 * The articles among `paths` and in the folders among them, however deep, each once, in the order given and then by
 * name; what cannot be read is among them with the reason. In folders, hidden names and other file types are passed over.
 */
export async function* findFiles(paths: readonly string[]): AsyncGenerator<FoundFile> {
  const seen = new Set<string>()
  for (const path of paths) {
    let found = 0
    for await (const file of findIn(path, true, seen)) {
      found++
      if (file !== 'seen') yield file
    }
    if (found === 0)
      yield fail(path, new OnRecordError('bad-input', `${path} holds no .txt, .md, .html or .htm file.`))
  }
}

async function* findIn(path: string, asked: boolean, seen: Set<string>): AsyncGenerator<FoundFile | 'seen'> {
  try {
    const stats = await stat(path)
    if (!stats.isDirectory()) {
      if (asked) getMediaType(path)
      else if (mediaTypeOf(path) === null) return
    }
    const real = await realpath(path)
    if (seen.has(real)) {
      yield 'seen'
      return
    }
    seen.add(real)
    if (!stats.isDirectory()) {
      yield { path, error: null }
      return
    }
    for (const name of (await readdir(path)).sort()) {
      if (!name.startsWith('.')) yield* findIn(join(path, name), false, seen)
    }
  } catch (error) {
    if (asked || mediaTypeOf(path) !== null || !isDangling(error)) {
      yield fail(path, error instanceof OnRecordError ? error : unreadable(path, error))
    }
  }
}

/** A link to nowhere concerns us only where it is named like an article. */
const isDangling = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ELOOP')

const fail = (path: string, error: OnRecordError): FoundFile => ({ path, error })
