import { basename } from 'node:path'
import { OnRecordError } from '../errors.js'
import type { ListedSource } from '../store/store.js'

/** The one source of that id, file or title; throws `OnRecordError` where there is none or more than one. */
export function chooseSource(sources: readonly ListedSource[], name: string): ListedSource {
  const wanted = fold(name)
  const names: ((source: ListedSource) => string)[] = [
    source => source.id,
    source => source.location,
    source => source.file,
    source => basename(source.file),
    source => source.title,
  ]
  for (const nameOf of names) {
    const found = sources.filter(source => fold(nameOf(source)) === wanted)
    if (found.length > 1) {
      const files = found.slice(0, 5).map(source => source.file)
      throw new OnRecordError('bad-input', `"${name}" could be any of ${files.join(', ')}; name the file.`)
    }
    if (found[0]) return found[0]
  }
  throw new OnRecordError(
    'not-found',
    `There is no article "${name}" here; the list of sources shows what there is.`,
  )
}

const fold = (name: string): string => name.trim().toLowerCase()

/** Only what a server added itself is its own; in the terminal, all but the seeds that came with the program. */
export function getOwn(source: ListedSource, guildId: string | null): ListedSource {
  if (source.origin !== 'seed' && source.guildId === guildId) return source
  const remedy =
    guildId === null
      ? 'take its file out of the folder of seeds and reload'
      : 'only what was added here can be removed here'
  throw new OnRecordError('no-permission', `${source.file} is everyone's article; ${remedy}.`)
}
