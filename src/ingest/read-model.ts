import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { OnRecordError } from '../errors.js'

/** Compiled files lie one folder deeper in the package than their source. */
const PLACES = ['../../models/', '../../../models/']

/** The bytes of a file that comes with the program. Throws `OnRecordError` where it is not there. */
export function readModel(file: string): Uint8Array {
  const paths = PLACES.map(place => fileURLToPath(new URL(place + file, import.meta.url)))
  const path = paths.find(existsSync)
  if (path !== undefined) return readFileSync(path)
  throw new OnRecordError(
    'unreadable',
    `The model ${paths.at(-1)} is not there. Install the program again, or make it as tools/README.md says.`,
  )
}
