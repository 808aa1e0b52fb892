import type { Alignment } from './alignment.js'
import type { Difference } from './answer.js'
import type { Word } from './words.js'

/** Where the remembered words and the record part, between the first and the last word they share. */
export function differencesOf({ remembered, recorded, pairs, exact }: Alignment): Difference[] {
  const first = pairs[0]
  if (exact || !first) return []
  const differences: Difference[] = []
  let i = 0
  let j = first[1]
  for (const [to, at] of [...pairs, [remembered.length, (pairs.at(-1) ?? first)[1] + 1] as const]) {
    differences.push(
      ...partings(remembered.slice(i, to), recorded.slice(j, at), recorded[j]?.start ?? recorded.at(-1)!.end),
    )
    const record = recorded[at]
    if (to < remembered.length && record) differences.push(compared(remembered[to]!, record))
    i = to + 1
    j = at + 1
  }
  return differences
}

const compared = ({ text, key }: Word, record: Word): Difference =>
  key === record.key
    ? { op: 'same', recorded: [record.start, record.end] }
    : { op: 'changed', remembered: text, recorded: [record.start, record.end] }

/** The words between two that agree: those remembered in the place of others, then what one side has more. */
function partings(remembered: readonly Word[], recorded: readonly Word[], end: number): Difference[] {
  const changed = Math.min(remembered.length, recorded.length)
  return [
    ...remembered.slice(0, changed).map((word, k) => compared(word, recorded[k]!)),
    ...recorded
      .slice(changed)
      .map(({ start, end }): Difference => ({ op: 'missing', recorded: [start, end] })),
    ...remembered.slice(changed).map(
      ({ text }): Difference => ({
        op: 'added',
        remembered: text,
        at: recorded.at(-1)?.end ?? end,
      }),
    ),
  ]
}
