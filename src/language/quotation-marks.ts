import type { Span } from '../span.js'

/** A stretch between quotation marks, within one paragraph. */
export interface Marked {
  /** With its marks. */
  span: Span
  /** Without them. */
  inner: Span
  /** Index into the article's paragraphs. */
  paragraph: number
  /** 0: not within another stretch. */
  depth: number
  /** Whether it has both of its marks. */
  closed: boolean
  /** Whether its words end with a comma or as a sentence does. */
  finished: boolean
  /** Whether they end with a question or exclamation mark. */
  asks: boolean
  /** Whether it goes on with the stretch that the paragraph before left open. */
  continues: boolean
}

type Family = 'double' | 'straight' | 'single' | 'guillemet'
interface Mark {
  at: number
  length: number
  family: Family
  opens: boolean
  closes: boolean
  /** A closing single mark that may be a plural possessive ("the workers' rights"). */
  doubtful: boolean
}

const NOWHERE: Span = [-1, -1]

const MARK = /''|``|["“”„‟«»'‘’‚‛`]/gu
const LETTER = /[\p{L}\p{N}]/u
const OPENING_BEFORE = /[\s([{<\-–—/“‘«"':…]/u
const ELISION = /^['’‘](?:\d\ds?|em|til|tis|twas|n|cause|bout|round)(?![\p{L}\p{N}])/iu
/** Feet, or feet and inches, before a mark: 5'10". */
const FEET = /\d['’]\s?\d{1,2}$/u

/**
 * Every stretch in quotation marks: curly, straight, single, doubled apostrophes and guillemets, nested or not.
 * A mark without its partner takes effect in its own paragraph only. Linear in the text.
 */
export function findMarked(text: string, paragraphs: readonly Span[]): Marked[] {
  const found: Marked[] = []
  let open = false
  for (const [index, paragraph] of paragraphs.entries()) {
    const stretches = settle(text, pairMarks(findMarks(text, paragraph), paragraph, index))
    const first = stretches[0]
    if (open && first !== undefined && first.span[0] === paragraph[0]) first.continues = true
    open = stretches.some(
      stretch => !stretch.closed && stretch.depth === 0 && stretch.span[1] === paragraph[1],
    )
    for (const stretch of stretches) found.push(stretch)
  }
  return found.filter(
    (stretch, index) => stretch.closed || found[index + 1]?.continues === true || !holdsReport(text, stretch),
  )
}

/** Whether words of the article itself ("…, he said") stand in a stretch whose end is not marked. */
function holdsReport(text: string, stretch: Marked): boolean {
  return /(?<!\p{L})(?:said|says|told|added|asked)(?!\p{L})/u.test(text.slice(...stretch.inner))
}

function findMarks(text: string, [start, end]: Span): Mark[] {
  const marks: Mark[] = []
  for (const { 0: sign, index } of text.slice(start, end).matchAll(MARK)) {
    if (opensNothing(text, start + index, sign)) continue
    const mark = readMark(text, start + index, sign, start, end)
    if (mark !== null) marks.push(mark)
  }
  return marks
}

/** An opening mark right before the same mark: nothing stands between them. */
const opensNothing = (text: string, at: number, sign: string): boolean =>
  (sign === '“' || sign === '„' || sign === '«') && text[at + 1] === sign

function readMark(text: string, at: number, sign: string, start: number, end: number): Mark | null {
  const before = at > start ? (text[at - 1] ?? ' ') : ' '
  const after = at + sign.length < end ? (text[at + sign.length] ?? ' ') : ' '
  const mark = { at, length: sign.length, doubtful: false }
  if (sign === '“' || sign === '„' || sign === '‟' || sign === '``') {
    const reversed = !/\s/u.test(before) && /\s/u.test(after)
    return { ...mark, family: 'double', opens: true, closes: reversed }
  }
  if (sign === '”') {
    const reversed = OPENING_BEFORE.test(before) && LETTER.test(after)
    return { ...mark, family: 'double', opens: reversed, closes: true }
  }
  if (sign === '«') return { ...mark, family: 'guillemet', opens: true, closes: false }
  if (sign === '»') return { ...mark, family: 'guillemet', opens: false, closes: true }
  if (sign === '"' || sign === "''") return readStraight(text, mark, before, after, start)
  return readSingle(text, sign, mark, before, after)
}

function readStraight(
  text: string,
  mark: Pick<Mark, 'at' | 'length' | 'doubtful'>,
  before: string,
  after: string,
  start: number,
): Mark | null {
  if (FEET.test(text.slice(Math.max(start, mark.at - 6), mark.at))) return null
  const opens = OPENING_BEFORE.test(before) && !/\s/u.test(after)
  const closes = !/\s/u.test(before) || /\s/u.test(after)
  if (/\d/u.test(before) && /[\p{L}\p{N}]/u.test(after)) return null
  return { ...mark, family: 'straight', opens: opens || !closes, closes }
}

function readSingle(
  text: string,
  sign: string,
  mark: Pick<Mark, 'at' | 'length' | 'doubtful'>,
  before: string,
  after: string,
): Mark | null {
  if (LETTER.test(before) && LETTER.test(after)) return null
  if (!LETTER.test(before) && ELISION.test(text.slice(mark.at, mark.at + 8))) return null
  const opens = sign !== '’' && OPENING_BEFORE.test(before) && !/\s/u.test(after)
  const closes = sign !== '‘' && sign !== '‚' && !/\s/u.test(before) && !LETTER.test(after)
  if (!opens && !closes) return null
  return { ...mark, family: 'single', opens, closes: closes && !opens, doubtful: /[sSxXzZ\d]/u.test(before) }
}

function pairMarks(marks: Mark[], paragraph: Span, index: number): Marked[] {
  const stretches: Marked[] = []
  const stack: { mark: Mark; slot: number }[] = []
  const push = (mark: Mark) => {
    stack.push({ mark, slot: stretches.length })
    stretches.push({
      span: [mark.at, paragraph[1]],
      inner: [mark.at + mark.length, paragraph[1]],
      paragraph: index,
      depth: stack.length - 1,
      closed: false,
      finished: false,
      asks: false,
      continues: false,
    })
  }
  for (const [place, mark] of marks.entries()) {
    const level = levelOf(stack, mark)
    if (mark.closes && level >= 0 && !isPossessive(marks, place)) {
      const slot = stack[level]!.slot
      const stretch = stretches[slot]!
      stretch.span = [stretch.span[0], mark.at + mark.length]
      stretch.inner = [stretch.inner[0], mark.at]
      stretch.closed = true
      for (const lost of stack.splice(level).slice(1)) stretches[lost.slot]!.span = NOWHERE
    } else if (mark.opens) {
      if (level >= 0) endBefore(stretches, stack, level, mark)
      push(mark)
    }
  }
  for (const { mark, slot } of stack) if (mark.family === 'single') stretches[slot]!.span = NOWHERE
  return stretches
}

/** The second of two opening marks of a family ends the first: its own closing mark is missing. */
function endBefore(
  stretches: Marked[],
  stack: { mark: Mark; slot: number }[],
  level: number,
  mark: Mark,
): void {
  for (const [place, { mark: opening, slot }] of stack.splice(level).entries()) {
    const stretch = stretches[slot]!
    const keep = place === 0 && opening.family !== 'single'
    stretch.span = keep ? [stretch.span[0], mark.at] : NOWHERE
    stretch.inner = [stretch.inner[0], mark.at]
  }
}

/** Without the stretches that came to nothing, without white space at an open end, with depths counted anew. */
function settle(text: string, stretches: Marked[]): Marked[] {
  const kept: Marked[] = []
  const around: number[] = []
  for (const stretch of stretches) {
    if (stretch.span === NOWHERE) continue
    const end = stretch.span[1] - (stretch.closed ? 0 : trailingSpace(text, stretch.span))
    while (around.length > 0 && around.at(-1)! <= stretch.span[0]) around.pop()
    const inner: Span = [stretch.inner[0], Math.max(stretch.inner[0], Math.min(stretch.inner[1], end))]
    if (inner[1] > inner[0]) {
      const last = lastSign(text, inner)
      const finished = /[.,?!…–—-]/u.test(last)
      const asks = /[?!]/u.test(last)
      kept.push({ ...stretch, span: [stretch.span[0], end], inner, finished, asks, depth: around.length })
      around.push(end)
    }
  }
  return kept
}

/** The last character that is not a closing mark of a stretch within. */
function lastSign(text: string, [start, end]: Span): string {
  let at = end - 1
  while (at > start && /[\s'’”"]/u.test(text[at] ?? '')) at--
  return text[at] ?? ''
}

function trailingSpace(text: string, [start, end]: Span): number {
  let at = end
  while (at > start && /\s/u.test(text[at - 1] ?? '')) at--
  return end - at
}

/** A straight mark may close a curly one, and the other way round, where its own family is not open. */
function levelOf(stack: readonly { mark: Mark }[], mark: Mark): number {
  const own = openLevel(stack, mark.family)
  if (own >= 0 || mark.opens) return own
  if (mark.family === 'straight') return openLevel(stack, 'double')
  return mark.family === 'double' ? openLevel(stack, 'straight') : own
}

function openLevel(stack: readonly { mark: Mark }[], family: Family): number {
  for (let level = stack.length - 1; level >= 0; level--)
    if (stack[level]!.mark.family === family) return level
  return -1
}

/** "the workers' rights'": a doubtful mark is an apostrophe where the next single mark would close as well. */
function isPossessive(marks: readonly Mark[], place: number): boolean {
  const mark = marks[place]!
  if (mark.family !== 'single' || !mark.doubtful) return false
  const next = marks[place + 1]
  return next !== undefined && next.family === 'single' && next.closes
}
