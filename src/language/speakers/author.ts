import type { NameMention } from './names.js'
import type { Reading } from './reading.js'

const PRESENTATION = /^(?:is|was|writes|covers|reports|teaches|serves|served|works|contributed)$/

/**
 * Index of the name that signs a text: one with which the last paragraphs begin and go on "… is a writer", or that
 * follows "By" at the start. Null where there is none.
 */
export function findAuthor(reading: Reading, names: readonly NameMention[]): number | null {
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

const isSame = (tokens: Reading['tokens'], at: number, paragraph: number): boolean =>
  tokens[at]?.paragraph === paragraph
