import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js'
import type { Asker, Choice, Command } from '../command.js'
import { OnRecordError } from '../errors.js'
import type { Invocation, Reply } from '../reply.js'
import { type ButtonStore, findInvocation, saveButtons } from './buttons.js'
import { describeError, explainToAsker } from './faults.js'
import { readInvocation } from './invocation.js'
import { LIMITS, shorten } from './limits.js'
import type { Log } from './log.js'
import { type DiscordMessage, renderReply } from './render.js'
import { type Audience, Turn } from './turn.js'

/** Names for an option that is being typed, best first. */
export type Complete = (
  kind: 'article' | 'speaker',
  typed: string,
  asker: Asker,
) => readonly Choice[] | Promise<readonly Choice[]>

/** Everything it takes to answer an interaction. */
export interface Desk<Services> {
  commands: ReadonlyMap<string, Command<Services>>
  services: Services
  buttons: ButtonStore
  complete: Complete
  log: Log
  apiUrl: string
  /** Aborts, with an error for the asker, when commands under way must wait no longer. */
  closing: AbortSignal
}

/** Milliseconds after which a command that is not done is deferred: well before the three seconds Discord waits. */
const PATIENCE = 700
/** Milliseconds for an attached file to arrive. */
const DOWNLOAD_TIME = 15_000

const STALE = 'This button is out of date. Give the command again.'

const isModerator = ({ memberPermissions }: BaseInteraction): boolean =>
  memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false

const askerOf = (interaction: BaseInteraction): Asker => ({
  guildId: interaction.guildId,
  isModerator: isModerator(interaction),
})

const sentence = (text: string): Reply => ({ text, quotes: [], fields: [], buttons: [], ephemeral: true })

async function draw(reply: Reply, { buttons }: { buttons: ButtonStore }): Promise<DiscordMessage> {
  return renderReply(reply, await saveButtons(reply, buttons))
}

function getCommand<Services>({ commands }: Desk<Services>, name: string): Command<Services> {
  const command = commands.get(name)
  if (command) return command
  throw new OnRecordError(
    'not-found',
    `There is no command /${name} any more. Type / to see those there are.`,
  )
}

/** What `work` comes to, or the reason of `signal` where that is or gets aborted first. Leaves no listener behind. */
async function unlessAborted<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  let abort = (): void => {}
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason)
  })
  signal.addEventListener('abort', abort)
  try {
    return await Promise.race([work(), aborted])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

/** Whether the button stands under a message that only the presser sees anyway. */
const isHidden = (interaction: BaseInteraction): boolean =>
  interaction.isButton() && interaction.message.flags.has(MessageFlags.Ephemeral)

/** Sends what `work` comes to, or else what went wrong with it. */
async function answer<Services>(turn: Turn, desk: Desk<Services>, work: () => Promise<Reply>): Promise<void> {
  const { interaction } = turn
  try {
    const reply = await unlessAborted(work, desk.closing)
    await turn.send(await draw(reply, desk), reply.ephemeral && !isHidden(interaction))
  } catch (error) {
    const what = 'commandName' in interaction ? `/${interaction.commandName}` : interaction.customId
    const details = { interaction: interaction.id, guild: interaction.guildId, what }
    await turn.send(renderReply(sentence(explainToAsker(error, details, desk.log)), []), true)
  }
}

async function answerCommand<Services>(
  interaction: ChatInputCommandInteraction,
  desk: Desk<Services>,
): Promise<void> {
  const slow = desk.commands.get(interaction.commandName)?.moderatorsOnly ?? false
  const turn = new Turn(interaction, slow ? 'private' : 'public', slow ? 0 : PATIENCE)
  await answer(turn, desk, () => {
    const invocation = readInvocation(interaction, { apiUrl: desk.apiUrl, timeout: DOWNLOAD_TIME })
    return runCommand(invocation, interaction, desk)
  })
}

async function runCommand<Services>(
  invocation: Invocation,
  interaction: BaseInteraction,
  desk: Desk<Services>,
): Promise<Reply> {
  return getCommand(desk, invocation.command).run(invocation, askerOf(interaction), desk.services)
}

/** Who asked turns the pages of the answer; anyone else gets their own copy. */
function audienceOf({ message, user }: ButtonInteraction): Audience {
  return message.interactionMetadata?.user.id === user.id ? 'update' : 'private'
}

async function answerButton<Services>(interaction: ButtonInteraction, desk: Desk<Services>): Promise<void> {
  const turn = new Turn(interaction, audienceOf(interaction), PATIENCE)
  await answer(turn, desk, async () => {
    const invocation = await findInvocation(interaction.customId, desk.buttons)
    if (!invocation || !desk.commands.has(invocation.command)) throw new OnRecordError('not-found', STALE)
    return runCommand(invocation, interaction, desk)
  })
}

/** Values are not shortened, because a shortened one would stand for nothing. */
const toChoices = (choices: readonly Choice[]): Choice[] =>
  choices
    .filter(({ name, value }) => name.trim() !== '' && value !== '' && value.length <= LIMITS.choice)
    .slice(0, LIMITS.choices)
    .map(({ name, value }) => ({ name: shorten(name, LIMITS.choice), value }))

async function findChoices<Services>(
  interaction: AutocompleteInteraction,
  desk: Desk<Services>,
): Promise<readonly Choice[]> {
  const focused = interaction.options.getFocused(true)
  const command = getCommand(desk, interaction.commandName)
  const subcommand = interaction.options.getSubcommand(false)
  const options = command.subcommands.find(({ name }) => name === subcommand)?.options ?? command.options
  const kind = options.find(({ name }) => name === focused.name)?.complete
  return kind ? desk.complete(kind, focused.value, askerOf(interaction)) : []
}

async function answerTyping<Services>(
  interaction: AutocompleteInteraction,
  desk: Desk<Services>,
): Promise<void> {
  let choices: readonly Choice[] = []
  try {
    choices = await findChoices(interaction, desk)
  } catch (error) {
    desk.log.error(
      { what: `/${interaction.commandName}`, error: describeError(error) },
      'a completion failed',
    )
  }
  await interaction.respond(toChoices(choices))
}

/** Answers an interaction; never throws, because nothing that happens to one may stop the others. */
export async function answerInteraction<Services>(
  interaction: Interaction,
  desk: Desk<Services>,
): Promise<void> {
  try {
    if (interaction.isChatInputCommand()) await answerCommand(interaction, desk)
    else if (interaction.isAutocomplete()) await answerTyping(interaction, desk)
    else if (interaction.isButton()) await answerButton(interaction, desk)
  } catch (error) {
    desk.log.error(
      { interaction: interaction.id, error: describeError(error) },
      'an answer did not reach Discord',
    )
  }
}
