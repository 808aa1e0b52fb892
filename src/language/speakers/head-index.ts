import type { Referent } from './referents.js'
import { singular } from './role-words.js'

/** More who go by one word than these are not told apart by it. */
const MOST = 6

/** Who may be meant by a noun: those whose description or name has it. */
export class HeadIndex {
  private readonly ids = new Map<string, number[]>()

  constructor(referents: readonly Referent[]) {
    for (const [id, { description, nameWords }] of referents.entries())
      for (const word of new Set([...description.heads, ...nameWords])) this.add(word, id)
  }

  add(word: string, id: number): void {
    const ids = this.ids.get(word)
    if (ids === undefined) this.ids.set(word, [id])
    else if (ids.length < MOST) ids.push(id)
  }

  of = (head: string): number[] => [head, singular(head)].flatMap(word => this.ids.get(word) ?? [])
}
