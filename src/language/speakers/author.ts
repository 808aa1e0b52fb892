import type { NameMention } from './names.js'
import type { Reading } from './reading.js'

const PRESENTATION = /^(?:is|was|writes|covers|reports|teaches|serves|served|works|contributed)$/

/**
 * Index of the name that signs a text: one with which the last paragraphs begin and go on "… is a writer", or that
 * follows "By" at the start. Null where there is none.
 */
function findAuthor(reading: Reading, names: readonly NameMention[]): number | null {
  const { tokens } = reading
  const lastParagraph = tokens.at(-1)?.paragraph ?? 0
  for (const [index, name] of names.entries()) {
    if (name.words.length < 2 || name.kind === 'organisation') continue
    const before = tokens[name.titleFirst - 1]
    const { paragraph } = tokens[name.first]!
    const starts = before === undefined || before.paragraph !== paragraph
    if (before?.text === 'By' && paragraph < 3 && !isSame(tokens, name.titleFirst - 2, paragraph))
      return index
    const presented = PRESENTATION.test(tokens[name.end]?.lower ?? '')
    if (starts && presented && paragraph > 2 && lastParagraph - paragraph < 2) return index
  }
  return null
}

/** The one of the names that signs the text, by the byline that came with it or by what the text says. */
export function nameOfAuthor(
  reading: Reading,
  names: readonly NameMention[],
  byline: string | undefined,
): number | null {
  const wanted = byline?.toLowerCase()
  const named = names.findIndex(({ words }) => words.length > 1 && words.join(' ').toLowerCase() === wanted)
  return named >= 0 ? named : findAuthor(reading, names)
}

/** In paragraphs. */
const LONGEST_HEAD = 4
/** In tokens. */
const LONGEST_BYLINE = 16

/** The paragraphs at the start that only say who wrote the text: "By Keiko Strand and Omar Benali". */
export function bylinesOf({ tokens }: Reading): ReadonlySet<number> {
  const bylines = new Set<number>()
  const lengths = new Map<number, number>()
  for (const { paragraph, lower } of tokens) {
    if (paragraph >= LONGEST_HEAD) break
    const length = lengths.get(paragraph) ?? 0
    if (length === 0 && lower === 'by') bylines.add(paragraph)
    if (length === LONGEST_BYLINE) bylines.delete(paragraph)
    lengths.set(paragraph, length + 1)
  }
  return bylines
}

const isSame = (tokens: Reading['tokens'], at: number, paragraph: number): boolean =>
  tokens[at]?.paragraph === paragraph
