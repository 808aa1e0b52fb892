/** What Discord displays of markdown: bold, struck, block quotation and escapes; anything else that has a meaning stays visible. */
export function displayed(markdown: string): string {
  return markdown
    .replace(/^> /gm, '')
    .replace(/(\\[^0-9A-Za-z\s])|\*\*|~~/g, (_, pair: string | undefined) => pair ?? '')
    .replace(/\\([^0-9A-Za-z\s])/g, '$1')
}

/** The marks in `markdown` that Discord would act on, beside those On Record sets itself. */
export function activeMarks(markdown: string): string[] {
  const bare = markdown
    .replace(/\\[^0-9A-Za-z\s]/g, '·')
    .replace(/^> /gm, '')
    .replace(/\*\*|~~/g, '')
  return [
    ...(bare.match(/[\\*_~`|<>[\]@]/g) ?? []),
    ...(bare.match(/^[ \t]*(?:[#+-]|\d+\.)/gm) ?? []),
    ...(bare.match(/https?:\/\/|:[\w+-]{1,40}:/g) ?? []),
  ]
}
