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

/** A stretch while its marks are paired; it comes to nothing where `isLost`. */
interface Draft {
  start: number
  innerStart: number
  innerEnd: number
  end: number
  closed: boolean
  isLost: boolean
}

interface Open {
  mark: Mark
  draft: Draft
}

const SPACE = /\s/u
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
    const stretches = settle(text, pairMarks(text, paragraph), index)
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

const REPORT = /(?<!\p{L})(?:said|says|told|added|asked)(?!\p{L})/u

/** Whether words of the article itself ("…, he said") stand in a stretch whose end is not marked. */
const holdsReport = (text: string, stretch: Marked): boolean => REPORT.test(text.slice(...stretch.inner))

/** The first mark of a paragraph at `from` or after it. */
function nextMark(text: string, from: number, [start, end]: Span): Mark | null {
  for (let at = from; at < end; at++) {
    if (!isSign(text.charCodeAt(at)) || opensNothing(text, at)) continue
    const length = isDoubled(text, at) && at + 1 < end ? 2 : 1
    const mark = readMark(text, at, length, start, end)
    if (mark !== null) return mark
    at += length - 1
  }
  return null
}

/** One of "'`«»‘’‚‛“”„‟. */
const isSign = (code: number): boolean =>
  code === 0x22 ||
  code === 0x27 ||
  code === 0x60 ||
  code === 0xab ||
  code === 0xbb ||
  (code >= 0x2018 && code <= 0x201f)

/** '' and `` stand for one mark. */
const isDoubled = (text: string, at: number): boolean =>
  (text[at] === "'" || text[at] === '`') && text[at + 1] === text[at]

/** An opening mark right before the same mark: nothing stands between them. */
const opensNothing = (text: string, at: number): boolean =>
  (text[at] === '“' || text[at] === '„' || text[at] === '«') && text[at + 1] === text[at]

const markOf = (
  at: number,
  length: number,
  family: Family,
  opens: boolean,
  closes: boolean,
  doubtful = false,
): Mark => ({ at, length, family, opens, closes, doubtful })

function readMark(text: string, at: number, length: number, start: number, end: number): Mark | null {
  const sign = text[at]
  const before = at > start ? text[at - 1]! : ' '
  const after = at + length < end ? text[at + length]! : ' '
  if (sign === '“' || sign === '„' || sign === '‟' || (sign === '`' && length === 2))
    return markOf(at, length, 'double', true, !SPACE.test(before) && SPACE.test(after))
  if (sign === '”') {
    const isReversed = OPENING_BEFORE.test(before) && LETTER.test(after)
    return markOf(at, length, 'double', isReversed, true)
  }
  if (sign === '«') return markOf(at, length, 'guillemet', true, false)
  if (sign === '»') return markOf(at, length, 'guillemet', false, true)
  return sign === '"' || length === 2
    ? readStraight(text, at, length, before, after, start)
    : readSingle(text, at, before, after)
}

function readStraight(
  text: string,
  at: number,
  length: number,
  before: string,
  after: string,
  start: number,
): Mark | null {
  if (/\d/.test(before) && (LETTER.test(after) || FEET.test(text.slice(Math.max(start, at - 6), at))))
    return null
  const isApart = SPACE.test(after)
  const opens = !isApart && OPENING_BEFORE.test(before)
  const closes = isApart || !SPACE.test(before)
  return markOf(at, length, 'straight', opens || !closes, closes)
}

function readSingle(text: string, at: number, before: string, after: string): Mark | null {
  const isAfterWord = LETTER.test(before)
  const isBeforeWord = LETTER.test(after)
  if (isAfterWord && isBeforeWord) return null
  if (!isAfterWord && ELISION.test(text.slice(at, at + 8))) return null
  const sign = text[at]
  const opens = sign !== '’' && OPENING_BEFORE.test(before) && !SPACE.test(after)
  const closes = sign !== '‘' && sign !== '‚' && !SPACE.test(before) && !isBeforeWord
  if (!opens && !closes) return null
  return markOf(at, 1, 'single', opens, closes && !opens, /[sSxXzZ\d]/.test(before))
}

function pairMarks(text: string, paragraph: Span): Draft[] {
  const drafts: Draft[] = []
  const stack: Open[] = []
  let cut: Open | null = null
  let next = nextMark(text, paragraph[0], paragraph)
  while (next !== null) {
    const mark = next
    next = nextMark(text, mark.at + mark.length, paragraph)
    const level = levelOf(stack, mark)
    if (mark.closes && level >= 0 && !isPossessive(mark, next)) closeAt(stack, level, mark)
    else if (cut && level < 0 && closesOnly(text, mark, cut)) {
      closeAt([cut], 0, mark)
      cut = null
    } else if (mark.opens) {
      if (level >= 0) {
        const first = endBefore(stack, level, mark.at)
        cut = isWithinSentence(text.slice(first.draft.start, mark.at)) ? first : null
      }
      const draft = draftFrom(mark, paragraph[1])
      drafts.push(draft)
      stack.push({ mark, draft })
    }
  }
  for (const { mark, draft } of stack) if (mark.family === 'single') draft.isLost = true
  return drafts
}

const draftFrom = ({ at, length }: Mark, end: number): Draft => ({
  start: at,
  innerStart: at + length,
  innerEnd: end,
  end,
  closed: false,
  isLost: false,
})

function closeAt(stack: Open[], level: number, mark: Mark): void {
  while (stack.length > level + 1) stack.pop()!.draft.isLost = true
  const { draft } = stack.pop()!
  draft.innerEnd = mark.at
  draft.end = mark.at + mark.length
  draft.closed = true
}

/**
 * The second of two opening marks of a family ends the first, whose own closing mark is missing. Returns the first, which a
 * closing mark to spare closes after all (“it is “over,” they say”), if its sentence goes on.
 */
function endBefore(stack: Open[], level: number, at: number): Open {
  const first = stack[level]!
  while (stack.length > level) {
    const { mark, draft } = stack.pop()!
    draft.isLost = stack.length > level || mark.family === 'single'
    draft.innerEnd = at
    draft.end = at
  }
  return first
}

/** Where a sentence ended or a report stands before a mark, the quotation before it is over: “We will see, she said. “It rains.” */
const isWithinSentence = (before: string): boolean => !/[.!?…]\s*$/u.test(before) && !REPORT.test(before)

/** Whether a mark to spare closes what was cut, and nothing else: no inch mark does. */
function closesOnly(text: string, { at, opens, closes, family }: Mark, first: Open): boolean {
  const isPaired = family === 'double' || family === 'guillemet'
  return closes && !opens && isPaired && family === first.mark.family && !/\d/.test(text[at - 1] ?? '')
}

/** The stretches that came to something, without white space at an open end. */
function settle(text: string, drafts: readonly Draft[], paragraph: number): Marked[] {
  const kept: Marked[] = []
  const around: number[] = []
  for (const { start, innerStart, innerEnd, end: stop, closed, isLost } of drafts) {
    const end = closed || isLost ? stop : withoutTrailingSpace(text, start, stop)
    const inner: Span = [innerStart, Math.min(innerEnd, end)]
    if (isLost || inner[1] <= innerStart) continue
    while (around.length > 0 && around[around.length - 1]! <= start) around.pop()
    const last = lastSign(text, inner)
    kept.push({
      span: [start, end],
      inner,
      paragraph,
      depth: around.length,
      closed,
      finished: /[.,?!…–—-]/.test(last),
      asks: /[?!]/.test(last),
      continues: false,
    })
    around.push(end)
  }
  return kept
}

/** The last character that is not a closing mark of a stretch within. */
function lastSign(text: string, [start, end]: Span): string {
  let at = end - 1
  while (at > start && /[\s'’”"]/u.test(text[at]!)) at--
  return text[at]!
}

function withoutTrailingSpace(text: string, start: number, end: number): number {
  let at = end
  while (at > start && SPACE.test(text[at - 1]!)) at--
  return at
}

/** A straight mark may close a curly one, and the other way round, where its own family is not open. */
function levelOf(stack: readonly Open[], mark: Mark): number {
  const own = openLevel(stack, mark.family)
  if (own >= 0 || mark.opens) return own
  if (mark.family === 'straight') return openLevel(stack, 'double')
  return mark.family === 'double' ? openLevel(stack, 'straight') : own
}

function openLevel(stack: readonly Open[], family: Family): number {
  for (let level = stack.length - 1; level >= 0; level--)
    if (stack[level]!.mark.family === family) return level
  return -1
}

/** "the workers' rights'": a doubtful mark is an apostrophe where the next single mark would close as well. */
const isPossessive = (mark: Mark, next: Mark | null): boolean =>
  mark.family === 'single' && mark.doubtful && next !== null && next.family === 'single' && next.closes
