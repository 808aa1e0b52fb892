/** Marks that have a meaning for Discord anywhere in a line; `@` and `<` begin mentions. */
const INLINE = /[\\*_~`|<>[\]@]/g
/** Headings, subtext and lists, which count only at the beginning of a line. */
const LINE_START = /^([ \t]*)([#+-])/gm
const NUMBERED = /^([ \t]*\d+)\./gm
/** `:name:` is drawn as an emoji, and `https://…` as a link whose escapes are not taken back. */
const COLON = /:(?=\/\/|[\w+-]{1,40}:)/g
const UNPRINTABLE = /[\p{Surrogate}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu

/** What Discord would refuse or drop (control characters, halves of surrogate pairs) replaced, unit by unit. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, unit => (unit < ' ' || unit === '\u007f' ? ' ' : '\ufffd'))
}

/** `text` so that Discord displays it character for character. */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(INLINE, '\\$&')
    .replace(LINE_START, '$1\\$2')
    .replace(NUMBERED, '$1\\.')
    .replace(COLON, '\\:')
}

const wrap = (mark: string, text: string): string => {
  const words = text.trim()
  if (words === '') return escapeMarkdown(text)
  const start = text.indexOf(words)
  const end = start + words.length
  return `${text.slice(0, start)}${mark}${escapeMarkdown(words)}${mark}${text.slice(end)}`
}

/** `text`, which must be of one line, escaped and bold. Marks next to white space would be displayed as they are. */
export const bold = (text: string): string => wrap('**', text)

export const struck = (text: string): string => wrap('~~', text)
