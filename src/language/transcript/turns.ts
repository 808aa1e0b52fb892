import type { Span } from '../../span.js'
import { initialsOf } from '../speakers/name-merging.js'
import { readColumns } from './columns.js'
import { findContinuations } from './continuations.js'
import { isDialogue } from './conversation.js'
import { isInitials, keyOfLabel, kindOfLabel, type LabelKind, wordsOfLabel } from './label-kinds.js'
import { type Label, readLabel } from './labels.js'
import { isHeading, isNote, withoutNotes } from './stage-notes.js'

/** What one paragraph of a transcript holds of a turn. */
export interface Turn {
  /** Index into the article's paragraphs. */
  paragraph: number
  /** The label that opened the turn, perhaps some paragraphs above; null: the transcript does not say who speaks. */
  label: Label | null
  /** Whether the paragraph begins with the label (and what goes with it) rather than going on under it. */
  opens: boolean
  said: Span
}

/** The turns of a transcript by paragraph. */
export type Turns = ReadonlyMap<number, Turn>

/** Labels with one family name, or with one part: perhaps of one speaker. */
interface Group {
  kind: LabelKind
  labels: { paragraph: number; label: Label }[]
}

/**
 * Who speaks in a transcript, paragraph by paragraph; empty for any other article. What a label is shows only in the
 * whole document: the same few come again and again, and what stands behind them reads like talk.
 */
export function findTurns(text: string, paragraphs: readonly Span[]): Turns {
  const columns = readColumns(text, paragraphs)
  const labels = paragraphs.map((paragraph, index) => columns.get(index) ?? readLabel(text, paragraph))
  const groups = groupLabels(labels)
  const accepted = acceptLabels(text, paragraphs, labels, groups)
  const changes = captionChanges(text, paragraphs, accepted)
  if (accepted.size === 0 && changes.size === 0) return new Map()
  return walk(text, paragraphs, labels, accepted, changes)
}

function groupLabels(labels: readonly (Label | null)[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const [paragraph, label] of labels.entries()) {
    if (label === null) continue
    const kind = kindOfLabel(label.name)
    const key = kind === 'role' ? keyOfLabel(label.name) : familyOf(label)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { kind, labels: [{ paragraph, label }] })
    else {
      known.labels.push({ paragraph, label })
      if (kind === 'person') known.kind = kind
    }
  }
  return groups
}

/** The labels that are speakers', by paragraph; none where the article is no transcript. */
function acceptLabels(
  text: string,
  paragraphs: readonly Span[],
  labels: readonly (Label | null)[],
  groups: ReadonlyMap<string, Group>,
): Map<number, Label> {
  const usable = [...groups.values()].filter(group => isUsable(group))
  const style = dominantStyle(usable)
  const inStyle = usable.filter(
    ({ kind, labels }) => kind === 'question' || labels.some(({ label }) => label.style === style),
  )
  const all = inStyle.flatMap(group => group.labels)
  const speech = all.map(({ paragraph, label }) => speechOf(paragraphs, labels, paragraph, label))
  const counts = { labels: all.length, repeats: all.length - inStyle.length }
  const sure = inStyle
    .filter(({ kind }) => kind !== 'doubtful')
    .reduce((sum, group) => sum + group.labels.length, 0)
  if (!isTranscript(text, style, counts, sure / Math.max(1, all.length), inStyle, speech)) return new Map()
  const repeated = inStyle.filter(({ labels }) => labels.length > 1)
  const first = Math.min(...repeated.slice(0, 8).map(({ labels }) => labels[0]!.paragraph))
  const known = new Set(repeated.map(({ labels }) => familyOf(labels[0]!.label)))
  const initials = new Set(repeated.map(({ labels }) => labels[0]!.label.name).filter(isInitials))
  const lone = [...groups.values()].filter(group => isLone(group, style)).slice(0, MOST_LONE)
  const named = lone.filter(({ labels: [only] }) => isNamedElsewhere(text, only!.label))
  const spelledOut = [...groups.values()].filter(group => isSpelledOut(group, initials))
  return new Map(
    [...new Set([...usable, ...named, ...spelledOut])].flatMap(group => {
      if (named.includes(group)) return [[group.labels[0]!.paragraph, group.labels[0]!.label] as const]
      if (isSpelledOut(group, initials))
        return group.labels.map(({ paragraph, label }) => [paragraph, label] as const)
      if (!isAccepted(text, group, style, first, known)) return []
      const strange = group.labels.filter(({ label }) => isStrange(label, style))
      const kept = strange.length > 1 ? group.labels : group.labels.filter(each => !strange.includes(each))
      return kept.map(({ paragraph, label }) => [paragraph, label] as const)
    }),
  )
}

function isUsable({ kind, labels }: Group): boolean {
  if (kind === 'heading') return false
  const isAlone = labels.every(
    ({ label }) => label.cue === null && !label.isMarked && label.style !== 'question',
  )
  return labels.length > 1 || (kind !== 'doubtful' && !isAlone)
}

/** An ordinary word in capitals before words: somebody who speaks once may be called so. */
const isLone = ({ kind, labels: [only, ...others] }: Group, style: Label['style']): boolean =>
  kind === 'doubtful' &&
  others.length === 0 &&
  style === 'capitals' &&
  only!.label.style === style &&
  only!.label.cue !== null

/** So many of them are looked for in the text. */
const MOST_LONE = 40

function dominantStyle(groups: readonly Group[]): Label['style'] {
  const counts = { capitals: 0, mixed: 0, question: 0 }
  for (const { labels } of groups) for (const { label } of labels) counts[label.style]++
  if (counts.capitals + counts.mixed < 2) return 'question'
  return counts.capitals >= counts.mixed ? 'capitals' : 'mixed'
}

/** What is said under a label: in its own paragraph, or in the one below. */
function speechOf(
  paragraphs: readonly Span[],
  labels: readonly (Label | null)[],
  paragraph: number,
  { said }: Label,
): Span {
  if (said[1] > said[0]) return said
  const below = labels[paragraph + 1] === null ? paragraphs[paragraph + 1] : undefined
  return below ?? said
}

/** The fewest labels, and the fewest of them that repeat an earlier one. */
const FEWEST: Record<Label['style'], { labels: number; repeats: number }> = {
  capitals: { labels: 3, repeats: 1 },
  mixed: { labels: 4, repeats: 2 },
  question: { labels: 4, repeats: 2 },
}

function isTranscript(
  text: string,
  style: Label['style'],
  { labels, repeats }: { labels: number; repeats: number },
  sure: number,
  groups: readonly Group[],
  speech: readonly Span[],
): boolean {
  if (labels < FEWEST[style].labels || repeats < FEWEST[style].repeats) return false
  const said = speech.map(span => text.slice(span[0], Math.min(span[1], span[0] + 400)))
  const words = said.filter(words => /\p{L}.*\s.*\p{L}/su.test(words)).length
  const quoted = said.filter(words => /^["“«]/u.test(words)).length
  if (words < 0.5 * labels || quoted > 0.5 * labels) return false
  if (style === 'question') return isInterview(text, groups)
  const dialogue = said.filter(isDialogue).length / labels
  if (sure >= 0.5) return dialogue >= (style === 'capitals' ? 0.15 : 0.25)
  return labels >= 6 && dialogue >= 0.5
}

/** Answers in the first person; a list of frequent questions has none. */
function isInterview(text: string, groups: readonly Group[]): boolean {
  const answers = groups
    .filter(({ labels }) => /^a(?:nswer)?$/i.test(labels[0]!.label.name))
    .flatMap(({ labels }) => labels)
  if (answers.length === 0) return groups.some(({ kind }) => kind === 'role' || kind === 'person')
  const personal = answers.filter(({ label: { said } }) =>
    /(?<!\p{L})(?:I|my|me|I['’](?:m|ve|d|ll))(?!\p{L})/u.test(text.slice(...said)),
  )
  return personal.length >= 0.34 * answers.length
}

/** Of a transcript's labels: whether this one is a speaker's. */
function isAccepted(
  text: string,
  { kind, labels }: Group,
  style: Label['style'],
  first: number,
  known: ReadonlySet<string>,
): boolean {
  const [{ label, paragraph }] = labels as [Group['labels'][number]]
  const inStyle = labels.filter(each => each.label.style === style).length
  if (labels.length > 1) return kind !== 'doubtful' || inStyle > 1 || inStyle === labels.length
  if (paragraph < first && kind === 'role' && !/[.?!…"”)—–-]$/u.test(text.slice(...label.said))) return false
  if (known.has(familyOf(label))) return true
  if (kind === 'doubtful') return false
  return label.style === style || kind === 'question' || label.name.includes(' ')
}

/** "Ann Lee:", where the labels after it are "AL:". */
const isSpelledOut = ({ labels: [first] }: Group, initials: ReadonlySet<string>): boolean =>
  initials.has(initialsOf(wordsOfLabel(first!.label.name)).toUpperCase())

/** Whether the text has the label's last word as somebody's family name: "Don Price" for "PRICE". */
function isNamedElsewhere(text: string, label: Label): boolean {
  const family = wordsOfLabel(label.name).at(-1) ?? ''
  const written = `${family.slice(0, 1).toUpperCase()}${family.slice(1)}`
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
    const given = /(?:^|\s)([\p{L}.]+) $/u.exec(text.slice(Math.max(0, at - 24), at))?.[1]
    const isWhole = !/[\p{L}\p{M}]/u.test(text[at + written.length] ?? ' ')
    if (isWhole && given !== undefined && kindOfLabel(`${given} ${written}`) === 'person') return true
  }
  return false
}

/** In mixed case where labels are in capitals: a headline such as "Gov. Lee: Ferry is safe". */
const isStrange = (label: Label, style: Label['style']): boolean =>
  style === 'capitals' && label.style === 'mixed' && !label.isMarked

const familyOf = ({ name }: Label): string => {
  const words = wordsOfLabel(name)
  return `${words.at(-1) ?? ''} ${/\d+/.exec(name)?.[0] ?? ''}`.trim()
}

/** Captions mark by ">>" that somebody else speaks, named or not: where a paragraph begins so without a label. */
function captionChanges(
  text: string,
  paragraphs: readonly Span[],
  accepted: ReadonlyMap<number, Label>,
): Map<number, Span> {
  const changes = new Map<number, Span>()
  for (const [index, [start, end]] of paragraphs.entries()) {
    const sign = text.startsWith('>>', start)
      ? /^>{2,3}\s*/u.exec(text.slice(start, Math.min(end, start + 16)))?.[0]
      : undefined
    if (sign !== undefined && !accepted.has(index)) changes.set(index, [start, start + sign.length])
  }
  return changes.size + accepted.size >= 3 ? changes : new Map()
}

function walk(
  text: string,
  paragraphs: readonly Span[],
  labels: readonly (Label | null)[],
  accepted: ReadonlyMap<number, Label>,
  changes: ReadonlyMap<number, Span>,
): Map<number, Turn> {
  const turns = new Map<number, Turn>()
  const goesOn = findContinuations({
    text,
    paragraphs,
    labels,
    opens: index => accepted.has(index) || changes.has(index),
  })
  let current: Label | null | undefined
  for (const [paragraph, span] of paragraphs.entries()) {
    const label = accepted.get(paragraph)
    const change = changes.get(paragraph)
    const opens = label !== undefined || change !== undefined
    if (label !== undefined) current = label
    else if (change !== undefined) current = null
    else if (!goesOn[paragraph]) {
      if (!isNote(text, span) && !isHeading(text, span)) current = undefined
      continue
    }
    if (current === undefined) continue
    const said = withoutNotes(text, label?.said ?? (change === undefined ? span : [change[1], span[1]]))
    if (said[1] > said[0] || opens) turns.set(paragraph, { paragraph, label: current, opens, said })
  }
  return turns
}
