import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { type Query, queries } from '../../commands/index.js'
import type { OptionSpec } from '../command.js'
import { nearest } from '../nearest.js'
import { shorten } from '../wording/shorten.js'

/** What the command line can start; each gives the exit code. */
export interface Actions {
  /** Without a word on the command line. */
  start(): Promise<number>
  chat(flags: StoreFlag): Promise<number>
  bot(): Promise<number>
  register(): Promise<number>
  ingest(paths: readonly string[], flags: StoreFlag): Promise<number>
  extract(paths: readonly string[], flags: { json?: boolean }): Promise<number>
  pipe(flags: StoreFlag): Promise<number>
  query(query: Query, options: Readonly<Record<string, string>>, flags: QueryFlags): Promise<number>
}

export interface StoreFlag {
  /** A store to be used as it is, without the seeds. */
  store?: string
}

export interface QueryFlags extends StoreFlag {
  json?: boolean
}

const usageFault = 2

/** Reads the command line and starts what it asks for; resolves to the exit code. */
export async function runCli(args: readonly string[], version: string, actions: Actions): Promise<number> {
  let code = 0
  const done = (result: number) => {
    code = result
  }
  try {
    await createProgram(version, actions, done).parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageFault
    throw error
  }
}

function createProgram(version: string, actions: Actions, done: (code: number) => void): Command {
  const program = new Command('on-record')
    .description(
      'Answers “who said that?” about news articles: word for word, attributed, or not on the record.',
    )
    .version(version)
    .exitOverride()
    .showHelpAfterError('(on-record --help lists the commands)')
    .allowExcessArguments()
    .action(async () => done(await startOrRefuse(program, actions)))
  for (const query of queries) addQuery(program, query, actions, done)
  addReaders(program, actions, done)
  addFrontEnds(program, actions, done)
  for (const command of program.commands) command.allowExcessArguments(false)
  return program
}

function startOrRefuse(program: Command, actions: Actions): Promise<number> {
  const [typed] = program.args
  if (typed === undefined) return actions.start()
  const meant = nearest(
    typed,
    program.commands.map(command => command.name()),
  )
  const hint = meant ? `; did you mean ${meant}?` : '.'
  return program.error(`There is no command ${JSON.stringify(shorten(typed, 60))}${hint}`)
}

function addQuery(program: Command, query: Query, actions: Actions, done: (code: number) => void): void {
  const [first, ...others] = query.options
  const command = program.command(query.name).description(query.description)
  if (first) command.argument(first.required ? `<${first.name}...>` : `[${first.name}...]`, first.description)
  for (const option of others) command.addOption(flagFor(option))
  command.option('--json', 'write the answer as a line of JSON').addOption(storeFlag())
  command.action(async (words: readonly string[], flags: QueryFlags & Record<string, unknown>) => {
    done(await actions.query(query, givenOptions(query.options, words, flags), flags))
  })
}

function flagFor({ name, description, choices }: OptionSpec): Option {
  const flag = new Option(`--${name} <words>`, description)
  return choices ? flag.choices(choices.map(choice => choice.value)) : flag
}

function givenOptions(
  specs: readonly OptionSpec[],
  words: readonly string[],
  flags: Record<string, unknown>,
): Record<string, string> {
  const given: Record<string, string> = {}
  for (const [i, { name }] of specs.entries()) {
    const value = i > 0 ? flags[name] : words.length > 0 ? words.join(' ') : undefined
    if (typeof value === 'string') given[name] = value
  }
  return given
}

function addReaders(program: Command, actions: Actions, done: (code: number) => void): void {
  program
    .command('ingest')
    .description('Read articles (.txt, .md, .html) and folders of them into the store')
    .argument('<path...>', 'files and folders')
    .addOption(storeFlag())
    .action(async (paths: string[], flags: StoreFlag) => done(await actions.ingest(paths, flags)))
  program
    .command('extract')
    .description('Write who is quoted in articles, without storing anything')
    .argument('<path...>', 'files and folders')
    .option('--json', 'a line of JSON for each article')
    .action(async (paths: string[], flags: { json?: boolean }) => done(await actions.extract(paths, flags)))
  program
    .command('pipe')
    .description('Answer lines of JSON from standard input: {"id", "command": "who-said" or "ask", "text"}')
    .addOption(storeFlag())
    .action(async (flags: StoreFlag) => done(await actions.pipe(flags)))
}

function addFrontEnds(program: Command, actions: Actions, done: (code: number) => void): void {
  program
    .command('chat')
    .description('Ask in the terminal, with the slash commands of Discord')
    .addOption(storeFlag())
    .action(async (flags: StoreFlag) => done(await actions.chat(flags)))
  program
    .command('bot')
    .description('Answer on Discord; needs DISCORD_TOKEN')
    .action(async () => done(await actions.bot()))
  program
    .command('register')
    .description('Tell Discord the slash commands; needs DISCORD_TOKEN')
    .action(async () => done(await actions.register()))
}

function storeFlag(): Option {
  return new Option(
    '--store <file>',
    'a store to use as it is, in place of the one in ON_RECORD_DATA with the seeds',
  ).argParser(storeName)
}

/** An empty name would be a store in memory, lost at the end. */
function storeName(given: string): string {
  if (given.trim() === '') throw new InvalidArgumentError('It must name a file.')
  return given
}
