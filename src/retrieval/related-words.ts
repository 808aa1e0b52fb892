/** Which words can stand for each other: "earn" and "make", "survey" and "poll". */
export interface RelatedWords {
  /** Related stems with how likely each means the same, in (0, 1]. */
  of(stem: string): ReadonlyMap<string, number>
}

const NONE: ReadonlyMap<string, number> = new Map()

export const NO_RELATED_WORDS: RelatedWords = { of: () => NONE }

/** Reads lines of a stem and its related ones, each followed by a digit of ninths: "earn gain9 win8". */
export function parseRelatedWords(text: string): RelatedWords {
  const lines = linesByStem(text)
  // Read when first asked for: most words never are.
  const related = new Map<string, ReadonlyMap<string, number>>()
  return {
    of(stem) {
      const known = related.get(stem)
      if (known) return known
      const line = lines.get(stem)
      if (line === undefined) return NONE
      const read = relatedOn(line)
      related.set(stem, read)
      return read
    },
  }
}

/** What stands on the line of each stem; remarks begin with "#". */
export function linesByStem(text: string): Map<string, string> {
  const lines = new Map<string, string>()
  for (const line of text.split('\n')) {
    const space = line.indexOf(' ')
    if (space > 0 && line[0] !== '#') lines.set(line.slice(0, space), line.slice(space + 1))
  }
  return lines
}

const relatedOn = (line: string): ReadonlyMap<string, number> =>
  new Map(line.split(' ').map(entry => [entry.slice(0, -1), Number(entry.at(-1)) / 9]))
