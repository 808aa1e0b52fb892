/** What of a passage makes its paragraph. */
interface Grouped {
  text: string
  context?: string | undefined
  title?: string | undefined
}

/** Passages in a row with the same context and title. */
export interface PassageGroup<P extends Grouped> {
  context: string
  title: string
  passages: P[]
}

/** A passage without context is a group of its own. */
export function groupParagraphs<P extends Grouped>(passages: readonly P[]): PassageGroup<P>[] {
  const groups: PassageGroup<P>[] = []
  for (const passage of passages) {
    const { context = '', title = '' } = passage
    const last = groups.at(-1)
    if (last && context !== '' && last.context === context && last.title === title)
      last.passages.push(passage)
    else groups.push({ context, title, passages: [passage] })
  }
  return groups
}

/** Whether the context is the passages, one after the other, with nothing but white space between them. */
export function isTiled({ context, passages }: PassageGroup<Grouped>): boolean {
  let at = skipSpace(context, 0)
  for (const { text } of passages) {
    if (!context.startsWith(text, at)) return false
    at = skipSpace(context, at + text.length)
  }
  return at === context.length && context !== ''
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charCodeAt(at) <= 32) at++
  return at
}
