import { readFile, writeFile } from 'node:fs/promises'
import { createInterface, type Interface } from 'node:readline/promises'
import type { CommandServices } from '../../commands/index.js'
import { countOf } from '../wording/count.js'
import { type Chat, chatCommands, longestLine, terminalAsker, tooLong } from './chat.js'
import { completeLine } from './completion.js'
import { type Output, write } from './output.js'
import { readLines } from './read-lines.js'

const historySize = 1000
const prompt = '> '

/** Answers the lines of a pipe, with nothing but the answers written. */
export async function chatThroughPipe(
  chat: Chat,
  input: AsyncIterable<Uint8Array | string>,
  output: Output,
): Promise<void> {
  for await (const line of readLines(input, longestLine)) {
    const answer = 'text' in line ? await chat.answer(line.text) : `${tooLong(line.tooLong).message}\n`
    if (answer === null) return
    if (answer) await write(output, `${answer}\n`)
  }
}

export interface Terminal {
  input: NodeJS.ReadableStream
  output: Output
  services: CommandServices
  historyFile: string
}

/** Talks with somebody at a terminal until /quit, Ctrl-D or Ctrl-C on an empty line. */
export async function chatAtTerminal(chat: Chat, terminal: Terminal): Promise<void> {
  const { input, output, services, historyFile } = terminal
  const lines = createInterface({
    input,
    output,
    terminal: true,
    prompt,
    historySize,
    removeHistoryDuplicates: true,
    history: await loadHistory(historyFile),
    completer: (line: string) => completeLine(line, chatCommands, terminalAsker, services),
  })
  let history: readonly string[] = []
  lines.on('history', saved => {
    history = saved
  })
  lines.on('SIGINT', () => giveUpLine(lines, output))
  await write(output, `${greeting(services)}\n\n`)
  await answerLines(chat, lines, output)
  if (history.length > 0) await saveHistory(historyFile, history)
}

async function answerLines(chat: Chat, lines: Interface, output: Output): Promise<void> {
  lines.prompt()
  for await (const line of lines) {
    const answer = await chat.answer(line)
    if (answer === null) break
    if (answer) await write(output, `\n${answer}\n`)
    lines.prompt()
  }
  lines.close()
}

/** Ctrl-C clears what is typed; with nothing typed it ends the chat. */
function giveUpLine(lines: Interface, output: Output): void {
  output.write('\n')
  if (lines.line === '') lines.close()
  else {
    lines.write(null, { ctrl: true, name: 'e' })
    lines.write(null, { ctrl: true, name: 'u' })
    lines.prompt()
  }
}

function greeting({ library }: CommandServices): string {
  const articles = library.list({ guildId: terminalAsker.guildId })
  return `On Record, ${countOf(articles.length, 'article')}. Type /who-said with words you remember, or a question; /help lists the rest, /quit ends.`
}

/** Newest first, as node:readline has it; a history that cannot be read is no reason not to talk. */
async function loadHistory(file: string): Promise<string[]> {
  try {
    return (await readFile(file, 'utf8')).split('\n').filter(Boolean).reverse().slice(0, historySize)
  } catch {
    return []
  }
}

async function saveHistory(file: string, newestFirst: readonly string[]): Promise<void> {
  const content = `${[...newestFirst].reverse().join('\n')}\n`
  await writeFile(file, content, { mode: 0o600 }).catch(() => undefined)
}
