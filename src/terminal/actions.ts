import { join } from 'node:path'
import type { Query } from '../../commands/index.js'
import type { Config } from '../config.js'
import type { AnalyzedArticle } from '../language/analysis.js'
import type { Log } from '../log.js'
import { textOf } from '../span.js'
import { countOf } from '../wording/count.js'
import { answerJson } from './answer-json.js'
import { Chat, terminalAsker } from './chat.js'
import { chatAtTerminal, chatThroughPipe } from './chat-terminal.js'
import type { Actions, QueryFlags, StoreFlag } from './cli.js'
import { extract, extractJson } from './extract.js'
import { ingest } from './ingest.js'
import { write } from './output.js'
import { pipe } from './pipe.js'
import { renderReply } from './render.js'
import { lazyPool, openSession, type Session } from './session.js'
import { neutralise, styleFor } from './style.js'

export interface Context {
  config: Config
  log: Log
  seedsDir: string
  stdin: NodeJS.ReadStream
  stdout: NodeJS.WriteStream
  stderr: NodeJS.WriteStream
}

type TerminalActions = Pick<Actions, 'chat' | 'ingest' | 'extract' | 'pipe' | 'query'>

/** What the command line starts, without Discord. */
export function terminalActions(context: Context): TerminalActions {
  return {
    chat: flags => withArticles(context, flags, session => chat(context, session)),
    ingest: (paths, flags) => ingestInto(context, paths, flags),
    extract: (paths, flags) => extractTo(context, paths, flags.json === true),
    pipe: flags =>
      withArticles(context, flags, async ({ services }) => {
        await pipe(context.stdin, context.stdout, services, context.log)
        return 0
      }),
    query: (query, options, flags) =>
      withArticles(context, flags, session => runQuery(context, session, query, options, flags)),
  }
}

export function storeFileOf(config: Config, { store }: StoreFlag = {}): string {
  return store ?? join(config.dataDirectory, 'on-record.db')
}

async function withSession(
  { config, log, seedsDir }: Context,
  flags: StoreFlag,
  work: (session: Session) => Promise<number>,
): Promise<number> {
  const session = await openSession({ config, log, seedsDir, storeFile: storeFileOf(config, flags) })
  try {
    return await work(session)
  } finally {
    await session.close()
  }
}

/** A store that is named is somebody's own and used as it is; the program's own holds the seeds too. */
function withArticles(
  context: Context,
  flags: StoreFlag,
  work: (session: Session) => Promise<number>,
): Promise<number> {
  return withSession(context, flags, async session => {
    const { sources } = session.services
    if (flags.store !== undefined) await sources.sync()
    else {
      for (const { status, reason } of await sources.open()) {
        if (status === 'failed' && reason) await write(context.stderr, `${neutralise(reason)}\n`)
      }
    }
    if (sources.unreadableCount > 0) {
      const what = countOf(sources.unreadableCount, 'stored article')
      const sentence = `${what} cannot be read and will be analysed again; ask again in a moment.`
      await write(context.stderr, `${sentence}\n`)
    }
    session.refresh()
    return work(session)
  })
}

async function chat({ config, log, stdin, stdout }: Context, { services }: Session): Promise<number> {
  const isTerminal = stdin.isTTY === true && stdout.isTTY === true
  const style = styleFor(config.colours && stdout.isTTY === true)
  const conversation = new Chat({ services, style, log })
  if (isTerminal) {
    const historyFile = join(config.dataDirectory, 'chat-history')
    await chatAtTerminal(conversation, { input: stdin, output: stdout, services, historyFile })
  } else await chatThroughPipe(conversation, stdin, stdout)
  return 0
}

async function runQuery(
  { config, stdout }: Context,
  { services }: Session,
  query: Query,
  options: Readonly<Record<string, string>>,
  flags: QueryFlags,
): Promise<number> {
  const invocation = { command: query.name, options }
  if (flags.json) {
    const answer = await query.ask(invocation, terminalAsker, services)
    await write(stdout, `${JSON.stringify(answerJson(answer))}\n`)
  } else {
    const style = styleFor(config.colours && stdout.isTTY === true)
    const reply = await query.run(invocation, terminalAsker, services)
    await write(stdout, renderReply({ ...reply, buttons: [] }, style))
  }
  return 0
}

function ingestInto(context: Context, paths: readonly string[], flags: StoreFlag): Promise<number> {
  return withSession(context, flags, async ({ services: { sources } }) => {
    const { stdout, stderr } = context
    const bar = stderr.isTTY === true && stdout.isTTY === true
    return (await ingest(paths, { sources, output: stdout, faults: stderr, bar })) ? 0 : 1
  })
}

async function extractTo(context: Context, paths: readonly string[], json: boolean): Promise<number> {
  const { config, stdout, stderr } = context
  const pool = lazyPool()
  try {
    const isWhole = await extract(paths, {
      analyze: pool.analyze,
      sizeLimit: config.maxFileBytes,
      output: stdout,
      faults: stderr,
      render: json ? (path, analyzed) => JSON.stringify(extractJson(path, analyzed)) : extractText,
    })
    return isWhole ? 0 : 1
  } finally {
    await pool.close()
  }
}

function extractText(path: string, analyzed: AnalyzedArticle): string {
  const { article, attributions, speakers } = analyzed
  const lines = attributions.map(({ kind, content, speaker }) => {
    const said = content.map(span => textOf(article.text, span)).join(' … ')
    const name = speaker === null ? 'speaker unknown' : (speakers[speaker]?.name ?? 'speaker unknown')
    return `  ${name} (${kind}): ${said.replace(/\s+/g, ' ')}`
  })
  return neutralise([path, ...lines].join('\n'))
}
