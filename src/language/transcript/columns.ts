import type { Span } from '../../span.js'
import { type Label, styleOf } from './labels.js'

interface Cell {
  span: Span
  words: string
}

/** Rows that are looked at to find out which column is which. */
const SAMPLE = 400
const FEWEST_ROWS = 5

/**
 * The labels of a transcript in columns ("12<tab>LEE<tab>Thank you."), a row a paragraph: the column that says most
 * is the speech, and the one of few different words the speaker. Empty where the paragraphs are not such rows.
 */
export function readColumns(text: string, paragraphs: readonly Span[]): Map<number, Label> {
  const sign = ['\t', '|'].find(each => isTable(text, paragraphs, each))
  if (sign === undefined) return new Map()
  const rows = paragraphs.map(paragraph => cellsOf(text, paragraph, sign))
  const width = commonest(rows.map(row => row.length))
  const sample = rows.filter(row => row.length === width).slice(0, SAMPLE)
  const speech = fullest(sample, width)
  const speaker = namesIn(sample, width, speech)
  if (speaker === null) return new Map()
  return new Map(
    rows.flatMap((row, index) => {
      const label = row.length === width ? labelOf(row[speaker]!, row[speech]!) : null
      return label === null ? [] : [[index, label] as const]
    }),
  )
}

function isTable(text: string, paragraphs: readonly Span[], sign: string): boolean {
  const sample = paragraphs.slice(0, SAMPLE)
  const having = sample.filter(([start, end]) => {
    const at = text.indexOf(sign, start)
    return at >= 0 && at < end
  })
  return having.length >= FEWEST_ROWS && having.length >= 0.6 * sample.length
}

function cellsOf(text: string, [start, end]: Span, sign: string): Cell[] {
  const cells: Cell[] = []
  for (let at = start; at <= end; ) {
    const found = text.indexOf(sign, at)
    const stop = found < 0 || found > end ? end : found
    const raw = text.slice(at, stop)
    const from = at + raw.length - raw.trimStart().length
    const words = raw.trim()
    cells.push({ span: [from, from + words.length], words })
    at = stop + 1
  }
  if (sign === '|' && cells.at(-1)?.words === '') cells.pop()
  if (sign === '|' && cells[0]?.words === '') cells.shift()
  return cells
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].reduce((best, other) => (other[1] > best[1] ? other : best), [0, 0])[0]
}

/** The column with the most and longest different words. */
function fullest(rows: readonly Cell[][], width: number): number {
  const worth = Array.from({ length: width }, (_, column) => {
    const different = new Set(rows.map(row => row[column]!.words))
    return [...different].reduce((sum, words) => sum + (/\p{L}/u.test(words) ? words.length : 0), 0)
  })
  return worth.indexOf(Math.max(...worth))
}

/** The column before the speech whose cells are short, no numbers, and mostly repeated; null: there is none. */
function namesIn(rows: readonly Cell[][], width: number, speech: number): number | null {
  for (let column = Math.min(speech, width) - 1; column >= 0; column--) {
    const cells = rows.map(row => row[column]!.words).filter(words => words !== '')
    const different = new Set(cells).size
    const named = cells.filter(words => words.length <= 60 && /^\p{Lu}[^\d]/u.test(words)).length
    if (named >= 0.9 * cells.length && cells.length >= 0.5 * rows.length && different <= 0.6 * cells.length)
      return column
  }
  return null
}

function labelOf(speaker: Cell, speech: Cell): Label | null {
  if (speaker.words === '' || speech.words === '' || !/\p{Lu}/u.test(speaker.words)) return null
  const name = speaker.words.replace(/\s?[([,:].*$/su, '')
  if (name === '') return null
  return { span: speaker.span, name, cue: null, said: speech.span, style: styleOf(name), isMarked: true }
}
