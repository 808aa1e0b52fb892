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

/** `words` within `text` between marks, the rest only escaped. */
function mark(text: string, words: string, sign: string): string {
  if (words === '') return escapeMarkdown(text)
  const start = text.indexOf(words)
  const [before, after] = [text.slice(0, start), text.slice(start + words.length)]
  return `${escapeMarkdown(before)}${sign}${escapeMarkdown(words)}${sign}${escapeMarkdown(after)}`
}

/** `text`, which must be of one line, escaped and bold. Marks next to white space would be displayed as they are. */
export const bold = (text: string): string => mark(text, text.trim(), '**')

/** The same struck out, but for tildes at its end: Discord would end there, escape or not. */
export function struck(text: string): string {
  let end = text.length
  while (end > 0 && /[\s~]/.test(text.charAt(end - 1))) end -= 1
  return mark(text, text.slice(0, end).trim(), '~~')
}
