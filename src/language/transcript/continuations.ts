import type { Span } from '../../span.js'
import { isDialogue, isNarrative } from './conversation.js'
import { kindOfLabel } from './label-kinds.js'
import type { Label } from './labels.js'
import { isClosing, isHeading, isNote } from './stage-notes.js'

export interface LabelledText {
  text: string
  paragraphs: readonly Span[]
  /** What may be a label, by paragraph, whether it is a speaker's or not. */
  labels: readonly (Label | null)[]
  /** Whether a turn begins with a paragraph. */
  opens(paragraph: number): boolean
}

/** Runs of so many paragraphs without a label are judged by themselves. */
const LONG_RUN = 3
/** The least share of such a run that reads like talk. */
const TALK = 0.34
/** From this share of reports on, what stands without a label is an article's own. */
const TOLD = 0.2

/** Of the paragraphs without a label: which can go on with the turn above, rather than tell of the talk. */
export function findContinuations(read: LabelledText): boolean[] {
  const { text, paragraphs, labels, opens } = read
  const open = openParagraphs(read)
  const places = [...open.keys()].filter(index => open[index])
  const told = places.filter(index => isNarrative(text.slice(...paragraphs[index]!)))
  const asked = places.filter(index => text[paragraphs[index]![1] - 1] === '?')
  const isMixed = told.length >= TOLD * places.length || (places.length > 2 && asked.length === places.length)
  const goesOn = new Array<boolean>(paragraphs.length).fill(false)
  for (const [first, end] of runsOf(open)) {
    const run = paragraphs.slice(first, end)
    const talk = run.filter(([start, stop]) => isDialogue(text.slice(start, Math.min(stop, start + 400))))
    const above = opens(first - 1) ? labels[first - 1] : null
    const isBelow = above != null && above.said[0] === above.said[1]
    if (run.length >= LONG_RUN && talk.length < TALK * run.length) {
      if (isBelow) goesOn[first] = true
    } else if (!isMixed) goesOn.fill(true, first, end)
    else if (isBelow) goesOn[first] = true
  }
  return goesOn
}

function openParagraphs({ text, paragraphs, labels, opens }: LabelledText): boolean[] {
  const first = paragraphs.findIndex((_, index) => opens(index))
  let isOver = false
  return paragraphs.map((span, index) => {
    if (index < first || opens(index)) return false
    if (isClosing(text, span)) isOver = true
    const label = labels[index]
    const isOther = label != null && isElse(text, label)
    return !isOver && !isOther && !isNote(text, span) && !isHeading(text, span)
  })
}

function runsOf(open: readonly boolean[]): Span[] {
  const runs: [number, number][] = []
  for (const [index, is] of open.entries()) {
    if (!is) continue
    const last = runs.at(-1)
    if (last !== undefined && last[1] === index) last[1] = index + 1
    else runs.push([index, index + 1])
  }
  return runs
}

/** A row without a speaker, or a label in capitals that is no speaker's: no part of the turn above. */
const isElse = (text: string, { isMarked, cue, style, name, said }: Label): boolean =>
  (isMarked && cue === null) ||
  (style === 'capitals' &&
    (kindOfLabel(name) === 'heading' || (cue !== null && /\p{Ll}/u.test(text.slice(said[0], said[0] + 80)))))
