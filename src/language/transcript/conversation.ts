/** Words that people who talk use of themselves and of whom they talk to; and questions. */
const PERSONAL =
  /(?<!\p{L})(?:I|we|you|my|our|your|us|me|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|WE|YOU|MY|OUR|YOUR|ME|US)(?!\p{L})|\?|(?<!\p{L})(?:[Tt]hank|[Ll]et['’]s|[Ll]adies)(?!\p{L})/u
const REPORTED =
  /(?<!\p{L})(?:said|says|told|added|asked|replied|responded|argued|claimed|according)(?!\p{L})/u

/** Whether words read as if said to somebody. */
export const isDialogue = (words: string): boolean => PERSONAL.test(words)

/** Whether a paragraph tells what others said, as articles do: no word of talk outside quotation marks, but a report. */
export function isNarrative(paragraph: string): boolean {
  const own = paragraph.slice(0, 2000).replace(/["“][^"“”]*["”]/gu, ' ')
  return REPORTED.test(own) && !PERSONAL.test(own)
}
