/** How to draw on this terminal; every function gives its text back unchanged where there are no colours. */
export interface Style {
  strong(text: string): string
  faint(text: string): string
  good(text: string): string
  bad(text: string): string
}

const escapeCharacter = String.fromCharCode(27)

export function styleFor(colours: boolean): Style {
  const paint = (on: number, off: number) => (text: string) =>
    colours && text ? `${escapeCharacter}[${on}m${text}${escapeCharacter}[${off}m` : text
  return { strong: paint(1, 22), faint: paint(2, 22), good: paint(32, 39), bad: paint(31, 39) }
}

/** Control characters could move the cursor or hide words, and direction marks could reorder them. */
export function neutralise(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      '\ufffd',
    )
}
