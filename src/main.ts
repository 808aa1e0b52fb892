#!/usr/bin/env node
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { commands, complete } from '../commands/index.js'
import { type Config, loadConfig } from './config.js'
import { OnRecordError } from './errors.js'
import { createLog, hider, type Log, type LogOptions, readableLines } from './log.js'
import { makeFolder } from './store/make-folder.js'
import { type Context, storeFileOf, terminalActions } from './terminal/actions.js'
import { type Actions, runCli } from './terminal/cli.js'
import { openSession, type Session } from './terminal/session.js'
import { neutralise } from './terminal/style.js'

const root = packageRoot()

/** The folder that holds package.json: this file is compiled into another one. */
function packageRoot(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

async function main(args: readonly string[]): Promise<number> {
  endQuietlyWithTheReader()
  let hide = (text: string) => text
  try {
    const config = loadConfig()
    hide = hider(config.discordToken ? [config.discordToken] : [])
    return await runCli(args, readVersion(), actionsFor(config))
  } catch (error) {
    process.stderr.write(`${neutralise(hide(sentenceOf(error)))}\n`)
    return 1
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof OnRecordError) return error.message
  const what = error instanceof Error ? error.message : String(error)
  return `On Record stopped because of a fault of its own (${what}).`
}

function readVersion(): string {
  const file = readFileSync(join(root, 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(file)).version
}

function actionsFor(config: Config): Actions {
  const { stdin, stdout, stderr } = process
  const context: Context = {
    config,
    log: logToFile(config),
    seedsDir: join(root, 'seeds'),
    stdin,
    stdout,
    stderr,
  }
  const terminal = terminalActions(context)
  const bot = () => runBot(context)
  return {
    ...terminal,
    bot,
    register: () => register(context),
    start: () => (config.discordToken === null ? terminal.chat({}) : bot()),
  }
}

/** Where somebody sits at the terminal the log is no part of the conversation. */
function logToFile(config: Config): Log {
  const file = join(config.dataDirectory, 'on-record.log')
  const write = (line: string) => {
    try {
      makeFolder(config.dataDirectory)
      appendFileSync(file, line)
    } catch {
      // A log that cannot be written must not cost anybody the answer.
    }
  }
  return createLog({ write }, logOptions(config))
}

async function logToStderr(config: Config): Promise<Log> {
  const options = logOptions(config)
  if (process.stderr.isTTY === true) options.draw = await readableLines(config.colours)
  return createLog(process.stderr, options)
}

const logOptions = ({ logLevel, discordToken }: Config): LogOptions => ({
  level: logLevel,
  secrets: discordToken === null ? [] : [discordToken],
})

function botConfig(config: Config) {
  if (config.discordToken === null) {
    const sentence =
      'DISCORD_TOKEN is not set. Put the bot’s token into .env or the environment; docs/discord-setup.md tells how to get it.'
    throw new OnRecordError('bad-config', sentence)
  }
  return {
    token: config.discordToken,
    apiUrl: config.discordApiUrl,
    guildId: config.discordGuildId ?? undefined,
    register: config.registerAtStart,
  }
}

async function register({ config, stdout }: Context): Promise<number> {
  const { registerCommands } = await import('./discord/register.js')
  const { commands: count, written } = await registerCommands(commands, botConfig(config))
  stdout.write(written ? `${count} commands registered.\n` : `${count} commands were registered already.\n`)
  return 0
}

/** Runs until a signal asks it to end (exit code 0), or until Discord ends the connection for good (1). */
async function runBot({ config, seedsDir }: Context): Promise<number> {
  const settings = botConfig(config)
  const ended = signalled()
  const log = await logToStderr(config)
  const { startBot } = await import('./discord/bot.js')
  const session = await openSession({ config, log, seedsDir, storeFile: storeFileOf(config) })
  const { services, store } = session
  try {
    for (const report of await services.sources.open()) {
      if (report.status === 'failed') log.warn(report, 'an article could not be read')
    }
    session.refresh()
    const starting = startBot({
      commands,
      services,
      buttons: store,
      complete: async (kind, typed, asker) => {
        await services.sources.sync()
        return complete(kind, typed, asker, services)
      },
      log,
      config: settings,
    })
    const bot = await Promise.race([starting, ended])
    if (typeof bot === 'string') return abandon(session)
    const end = await Promise.race([ended, bot.lost])
    log.info({ cause: end instanceof OnRecordError ? end.message : end }, 'stopping')
    await bot.stop()
    if (end instanceof OnRecordError) throw end
    return 0
  } finally {
    await session.close()
  }
}

/** Asked to end while still logging in: there is nobody to wait for, and Discord's client cannot be called off. */
async function abandon(session: Session): Promise<never> {
  await session.close()
  process.exit(0)
}

/** The first signal asks; a second one ends the process at once. */
function signalled(): Promise<NodeJS.Signals> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve)
  })
}

/** `on-record … | head` is no fault. */
function endQuietlyWithTheReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    process.stderr.write(`The answer cannot be written (${error.code}); check where the output goes.\n`)
    process.exit(1)
  })
}

process.exitCode = await main(process.argv.slice(2))
