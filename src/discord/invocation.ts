import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js'
import { z } from 'zod'
import type { Invocation } from '../reply.js'
import { type AttachmentSettings, attachedFile } from './attachment-file.js'

/** What the asker typed, chose and attached. */
export function readInvocation(
  interaction: ChatInputCommandInteraction,
  settings: AttachmentSettings,
): Invocation {
  const [first] = interaction.options.data
  const isSubcommand = first?.type === ApplicationCommandOptionType.Subcommand
  const given = isSubcommand ? (first.options ?? []) : interaction.options.data
  const options = given.map(({ name, value, attachment }) => [
    name,
    attachment ? attachedFile(attachment, settings) : value,
  ])
  return {
    command: interaction.commandName,
    subcommand: isSubcommand ? first.name : undefined,
    options: Object.fromEntries(options),
  }
}

const SavedInvocation = z.object({
  command: z.string(),
  subcommand: z.string().optional(),
  options: z.record(z.string(), z.unknown()),
  page: z.int().min(0).optional(),
})

export const writeInvocation = ({ command, subcommand, options, page }: Invocation): string =>
  JSON.stringify({ command, subcommand, options, page })

/** null where `saved` is not what a button stands for. */
export function parseInvocation(saved: string): Invocation | null {
  try {
    return SavedInvocation.parse(JSON.parse(saved))
  } catch {
    return null
  }
}
