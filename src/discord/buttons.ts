import type { Invocation, Reply } from '../reply.js'
import { parseInvocation, writeInvocation } from './invocation.js'
import { LIMITS } from './limits.js'

/** Where the meaning of buttons outlives the process. */
export interface ButtonStore {
  /** The same value has the same key. */
  saveButton(value: string): Promise<string>
  findButton(key: string): Promise<string | null>
}

const PREFIX = 'run:'
/** Between the key and what tells two buttons of one message apart that run the same. */
const COPY = '#'

/** A custom id for each button, all different; null for those that are disabled. */
export async function saveButtons(reply: Reply, store: ButtonStore): Promise<(string | null)[]> {
  const ids: (string | null)[] = []
  for (const [index, { invocation }] of reply.buttons.entries()) {
    const id = invocation && `${PREFIX}${await store.saveButton(writeInvocation(invocation))}`
    const unique = id !== null && ids.includes(id) ? `${id}${COPY}${index}` : id
    ids.push(unique !== null && unique.length <= LIMITS.customId ? unique : null)
  }
  return ids
}

/** What the button runs; null where it is none of ours or is no longer known. */
export async function findInvocation(customId: string, store: ButtonStore): Promise<Invocation | null> {
  if (!customId.startsWith(PREFIX)) return null
  const [key = ''] = customId.slice(PREFIX.length).split(COPY)
  const saved = await store.findButton(key)
  return saved === null ? null : parseInvocation(saved)
}
