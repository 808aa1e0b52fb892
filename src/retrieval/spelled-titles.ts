const CHIEFS = /\bchief (executive)(?: officer)?\b|\bchief (\p{L})\p{L}+ officer\b/giu
/** What some offices are called in chat. */
export const NICKNAMES_OF_OFFICES: ReadonlyMap<string, string> = new Map([
  ['veep', 'vice president'],
  ['potus', 'president'],
  ['prez', 'president'],
  ['flotus', 'first lady'],
])
const SPELLED_OUT: ReadonlyMap<string, string> = new Map([
  ...NICKNAMES_OF_OFFICES,
  ['vp', 'vice president'],
  ['vice-president', 'vice president'],
  ['pm', 'prime minister'],
  ['ag', 'attorney general'],
])
// not "6 pm"
const ABBREVIATED = new RegExp(String.raw`(?<!\d ?)\b(?:${[...SPELLED_OUT.keys()].join('|')})\b`, 'gi')

/**
 * Titles in the one spelling by which they are compared: "chief executive officer" and "chief executive" are "ceo", "VP"
 * is "vice president". Not for text that is shown or whose offsets count.
 */
export const spelledTitles = (text: string): string =>
  text
    .replace(
      CHIEFS,
      (_, executive: string | undefined, initial: string) => `c${executive ? 'e' : initial.toLowerCase()}o`,
    )
    .replace(ABBREVIATED, word => SPELLED_OUT.get(word.toLowerCase()) ?? word)
