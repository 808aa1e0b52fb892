import type { Asker, Command, SubcommandSpec } from '../src/command.js'
import { OnRecordError } from '../src/errors.js'
import type { SourceReport } from '../src/ingest/sources.js'
import { nearest } from '../src/nearest.js'
import type { Invocation, Reply, ReplyButton } from '../src/reply.js'
import type { ListedSource } from '../src/store/store.js'
import { textReply } from '../src/wording/answer.js'
import { countOf } from '../src/wording/count.js'
import { pageOf } from '../src/wording/pages.js'
import { checkOptions } from './check-options.js'
import { ambiguous } from './in-article.js'
import { type Options, requiredFile, requiredText, specsOf } from './options.js'
import type { CommandServices } from './services.js'

const sourcesOnPage = 15

interface Ask {
  invocation: Invocation
  asker: Asker
  services: CommandServices
}

const noOptions = {}
const addOptions = { file: requiredFile('A .txt, .md or .html file') }
const removeOptions = { article: requiredText('Its title, or a part of it', 200, 'article') }

const subcommands: readonly SubcommandSpec[] = [
  {
    name: 'list',
    description: 'The articles, where they come from and how their last reading went',
    options: [],
  },
  { name: 'reload', description: 'Read everything again and report what changed', options: [] },
  { name: 'add', description: 'Add an article to this server', options: specsOf(addOptions) },
  {
    name: 'remove',
    description: 'Take an article of this server out of every answer',
    options: specsOf(removeOptions),
  },
]

/** `restore` is no subcommand to type: only the Undo button of `remove` runs it. */
const handlers: Readonly<Record<string, (ask: Ask) => Promise<Reply>>> = {
  list,
  reload,
  add,
  remove,
  restore,
}

export const sources: Command<CommandServices> = {
  name: 'sources',
  description: 'The articles that are answered from, for moderators',
  moderatorsOnly: true,
  options: [],
  subcommands,
  async run(invocation, asker, services) {
    if (!asker.isModerator)
      throw new OnRecordError('no-permission', 'Only those who may manage this server can use /sources.')
    const name = invocation.subcommand ?? ''
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined
    if (!handler) throw unknownSubcommand(name)
    await services.sources.sync()
    return { ...(await handler({ invocation, asker, services })), ephemeral: true }
  },
}

function unknownSubcommand(name: string): OnRecordError {
  const names = subcommands.map(subcommand => subcommand.name)
  const meant = nearest(name, names)
  const hint = meant ? `did you mean /sources ${meant}?` : `say one of ${names.join(', ')}.`
  return new OnRecordError(
    'bad-input',
    name ? `/sources has no “${name}”; ${hint}` : `/sources needs a subcommand: ${hint}`,
  )
}

function optionsOf<Chosen extends Options>(options: Chosen, { invocation }: Ask) {
  return checkOptions(options, invocation.options, `/sources ${invocation.subcommand}`)
}

async function list(ask: Ask): Promise<Reply> {
  optionsOf(noOptions, ask)
  const listed = await ask.services.sources.list(ask.asker.guildId)
  if (listed.length === 0) return textReply('There is no article yet. /sources add adds one.')
  const { items, label, buttons } = pageOf(listed, sourcesOnPage, ask.invocation)
  const text = [`${countOf(listed.length, 'article')}.`, label && `(${label})`].filter(Boolean).join(' ')
  return textReply(text, { fields: items.map(describe), buttons })
}

const originWords = {
  seed: 'came with the program',
  path: 'read from disk',
  attachment: 'added by a moderator',
}

function describe(source: ListedSource): { name: string; value: string } {
  const since = source.addedAt.slice(0, 10)
  const whose = source.guildId === null ? 'everyone’s' : 'this server’s own'
  const failure = source.failure
    ? ` The last reading failed, this is the version before: ${source.failure}`
    : ''
  return {
    name: source.title,
    value: `${source.file}: ${originWords[source.origin]}, ${since}, ${whose}.${failure}`,
  }
}

async function reload(ask: Ask): Promise<Reply> {
  optionsOf(noOptions, ask)
  const reports = await ask.services.sources.reload(ask.asker.guildId)
  const counts = new Map<string, number>()
  for (const { status } of reports) counts.set(status, (counts.get(status) ?? 0) + 1)
  const said = [...counts].map(([status, count]) => `${count} ${status}`).join(', ')
  const news = reports.filter(({ status }) => status !== 'unchanged')
  const shown = news.slice(0, sourcesOnPage)
  const rest = news.length > shown.length ? ` The first ${shown.length} are:` : ''
  return textReply(`Read again: ${said || 'nothing'}.${rest}`, { fields: shown.map(reportField) })
}

function reportField({ file, status, reason }: SourceReport): { name: string; value: string } {
  return { name: file, value: reason ? `${status}: ${reason}` : status }
}

async function add(ask: Ask): Promise<Reply> {
  const { file } = optionsOf(addOptions, ask)
  const { asker, services } = ask
  const bytes = await file.read(services.maxFileBytes)
  const report = await services.sources.add({ name: file.name, bytes, guildId: asker.guildId })
  const sentence = report.reason ?? `${report.file}: ${report.status}.`
  if (report.status !== 'added') return textReply(sentence)
  return textReply(sentence, { buttons: [undo('remove', report.id)] })
}

async function remove(ask: Ask): Promise<Reply> {
  const { article } = optionsOf(removeOptions, ask)
  const { sources, library } = ask.services
  const { guildId } = ask.asker
  const found = library.findArticle(article, { guildId })
  if (found.type === 'many')
    throw ambiguous(
      article,
      found.candidates.map(each => each.article.title),
    )
  const named = found.type === 'one' ? found.value.article.id : article
  const { id, title } = await sources.remove(named, guildId)
  return textReply(`“${title}” is removed from every answer.`, { buttons: [undo('restore', id)] })
}

async function restore(ask: Ask): Promise<Reply> {
  const { article } = optionsOf(removeOptions, ask)
  const { services, asker } = ask
  const { id } = await services.sources.restore(article, asker.guildId)
  const title = services.library.get(id)?.analyzed.article.title ?? 'The article'
  return textReply(`“${title}” is back.`, { buttons: [undo('remove', id)] })
}

function undo(subcommand: 'remove' | 'restore', article: string): ReplyButton {
  return { label: 'Undo', invocation: { command: 'sources', subcommand, options: { article } } }
}
