import { overlaps, type Span } from '../span.js'
import type { Alignment } from './alignment.js'
import type { Difference } from './answer.js'
import { areSameWrittenOut } from './contractions.js'
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
  const steps: Step[] = []
  let i = 0
  let j = first[1] - replacedBefore(recorded, first, content)
  const end = [
    remembered.length,
    last[1] + 1 + replacedAfter(recorded, last, remembered.length, content),
  ] as const
  for (const [to, at] of [...pairs, end]) {
    const between = recorded.slice(j, at)
    const place = between.at(-1)?.end ?? recorded[j]?.start ?? recorded.at(-1)!.end
    steps.push(...partings(remembered.slice(i, to), between, place))
    const record = recorded[at]
    if (to < remembered.length && record)
      steps.push({ remembered: remembered[to]!, recorded: record, at: record.end })
    i = to + 1
    j = at + 1
  }
  return withoutContractions(steps).map(differenceOf)
}

/** A remembered word in the place of a recorded one, or one that only one side has; `at`: where it stands. */
interface Step {
  remembered: Word | null
  recorded: Word | null
  at: number
}

const isSame = ({ remembered, recorded }: Step): boolean =>
  remembered !== null &&
  recorded !== null &&
  (remembered.key === recorded.key || areSameWrittenOut(remembered.text, recorded.text))

function differenceOf(step: Step): Difference {
  const { remembered, recorded, at } = step
  if (recorded === null) return { op: 'added', remembered: remembered?.text ?? '', at }
  const span: Span = [recorded.start, recorded.end]
  if (remembered === null) return { op: 'missing', recorded: span }
  return isSame(step)
    ? { op: 'same', recorded: span }
    : { op: 'changed', remembered: remembered.text, recorded: span }
}

/** Words in a row of one side that may be contracted on the other, with those beside them. */
const LONGEST_CONTRACTED = 6

/** What differs only by contractions is the same: "it is not" and "it isn't". */
function withoutContractions(steps: readonly Step[]): Step[] {
  const found: Step[] = []
  let run: Step[] = []
  for (const step of steps) {
    if (!isSame(step)) run.push(step)
    else {
      found.push(...writtenOut(run), step)
      run = []
    }
  }
  return [...found, ...writtenOut(run)]
}

/** Steps in a row that all differ; the words at their ends that are the same written out become one. */
function writtenOut(run: readonly Step[]): Step[] {
  const remembered = run.flatMap(step => step.remembered ?? [])
  const recorded = run.flatMap(step => step.recorded ?? [])
  const before = sameLength(remembered, recorded, (words, length) => words.slice(0, length))
  const left = remembered.slice(before[0])
  const right = recorded.slice(before[1])
  const after = sameLength(left, right, (words, length) => words.slice(words.length - length))
  if (before[0] + after[0] === 0) return [...run]
  const middle = right.slice(0, right.length - after[1])
  const place = middle.at(-1)?.end ?? right[0]?.start ?? recorded.at(-1)!.end
  return [
    ...joined(remembered.slice(0, before[0]), recorded.slice(0, before[1])),
    ...partings(left.slice(0, left.length - after[0]), middle, place),
    ...joined(left.slice(left.length - after[0]), right.slice(middle.length)),
  ]
}

type Cut = (words: readonly Word[], length: number) => readonly Word[]

/** How many words of each side, the most that may be, are the same written out. */
function sameLength(remembered: readonly Word[], recorded: readonly Word[], cut: Cut): [number, number] {
  for (let a = Math.min(LONGEST_CONTRACTED, remembered.length); a > 0; a--)
    for (let b = Math.min(LONGEST_CONTRACTED, recorded.length); b > 0; b--)
      if (areSameWrittenOut(textOfAll(cut(remembered, a)), textOfAll(cut(recorded, b)))) return [a, b]
  return [0, 0]
}

const textOfAll = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ')

/** Words that are the same written out, as one step. */
function joined(remembered: readonly Word[], recorded: readonly Word[]): Step[] {
  const [one, other] = [remembered, recorded].map(words => {
    const [first] = words
    return first ? { ...first, text: textOfAll(words), end: words.at(-1)!.end } : null
  })
  return one && other ? [{ remembered: one, recorded: other, at: other.end }] : []
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

/** The words between two that agree: those remembered in the place of others, then what one side has more, which stands at `end`. */
function partings(remembered: readonly Word[], recorded: readonly Word[], end: number): Step[] {
  const length = Math.max(remembered.length, recorded.length)
  return Array.from({ length }, (_, k) => ({
    remembered: remembered[k] ?? null,
    recorded: recorded[k] ?? null,
    at: recorded[k]?.end ?? end,
  }))
}
