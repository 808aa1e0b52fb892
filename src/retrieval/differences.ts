import { overlaps, type Span } from '../span.js'
import type { Alignment } from './alignment.js'
import type { Difference } from './answer.js'
import type { Word } from './words.js'

/**
 * Where the remembered words and the record part: between the first and the last word they share, and on to the ends of
 * `content` where no more words are left there than were remembered.
 */
export function differencesOf(
  { remembered, recorded, pairs, exact }: Alignment,
  content: readonly Span[] = [],
): Difference[] {
  const first = pairs[0]
  const last = pairs.at(-1)
  if (exact || !first || !last) return []
  const differences: Difference[] = []
  let i = 0
  let j = first[1] - replacedBefore(recorded, first, content)
  const end = [
    remembered.length,
    last[1] + 1 + replacedAfter(recorded, last, remembered.length, content),
  ] as const
  for (const [to, at] of [...pairs, end]) {
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

/** How many recorded words before the first pair stand in the place of remembered ones: all that there are, or none. */
function replacedBefore(
  recorded: readonly Word[],
  [i, j]: readonly [number, number],
  content: readonly Span[],
) {
  let count = 0
  while (count <= i && isIn(content, recorded[j - count - 1])) count++
  return count > i ? 0 : count
}

/** The same after the last pair. */
function replacedAfter(
  recorded: readonly Word[],
  [i, j]: readonly [number, number],
  length: number,
  content: readonly Span[],
) {
  const left = length - i - 1
  let count = 0
  while (count <= left && isIn(content, recorded[j + count + 1])) count++
  return count > left ? 0 : count
}

const isIn = (content: readonly Span[], word: Word | undefined): boolean =>
  word !== undefined && content.some(span => overlaps(span, [word.start, word.end]))

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
