import { parse } from 'discord-markdown-parser'

type Parsed = ReturnType<typeof parse>[number]

/** What On Record itself makes of a text; anything else that Discord would act on is shown by its name. */
const OURS = new Set(['text', 'strong', 'strikethrough', 'blockQuote'])

function wordsOf(node: Parsed | string): string {
  if (typeof node === 'string') return node
  if (node.type === 'br') return '\n'
  if (node.type === 'twemoji') return String(node.name)
  if (!OURS.has(node.type)) return `{${node.type}}`
  const content = node.content as string | Parsed[]
  return typeof content === 'string' ? content : content.map(wordsOf).join('')
}

/** What Discord displays of a message's content, or of an embed's text. */
export const displayed = (text: string): string => parse(text, 'extended').map(wordsOf).join('')
