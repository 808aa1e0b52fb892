import type { Invocation, ReplyButton } from '../reply.js'

export interface Page<Item> {
  items: readonly Item[]
  /** From 0. */
  page: number
  pages: number
  /** "page 2 of 5", or nothing where there is one page only. */
  label: string
  buttons: readonly ReplyButton[]
}

/** The page that `invocation` asks for, or the last one where there are no longer so many. */
export function pageOf<Item>(items: readonly Item[], size: number, invocation: Invocation): Page<Item> {
  const pages = Math.max(1, Math.ceil(items.length / size))
  const asked = Math.trunc(invocation.page ?? 0) || 0
  const page = Math.min(Math.max(0, asked), pages - 1)
  return {
    items: items.slice(page * size, (page + 1) * size),
    page,
    pages,
    label: pages > 1 ? `page ${page + 1} of ${pages}` : '',
    buttons: pages > 1 ? turnButtons(invocation, page, pages) : [],
  }
}

function turnButtons(invocation: Invocation, page: number, pages: number): ReplyButton[] {
  const turnTo = (to: number) => (to >= 0 && to < pages ? { ...invocation, page: to } : null)
  return [
    { label: 'Previous', invocation: turnTo(page - 1) },
    { label: 'Next', invocation: turnTo(page + 1) },
  ]
}
