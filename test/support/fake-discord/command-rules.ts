import { z } from 'zod'

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const LOCALES = new Set(
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
)

const Localizations = z
  .record(z.string(), z.string())
  .nullish()
  .refine(given => Object.keys(given ?? {}).every(locale => LOCALES.has(locale)), {
    message: 'unknown locale',
  })

const SlashName = z.string().refine(name => NAME.test(name) && name === name.toLowerCase(), {
  message: 'a name has 1 to 32 lower-case letters, digits, - and _',
})
const Description = z.string().min(1).max(100)

const Choice = z.strictObject({
  name: z.string().min(1).max(100),
  name_localizations: Localizations,
  value: z.union([z.string().max(100), z.number()]),
})

const BasicOption = z
  .strictObject({
    type: z.literal([3, 4, 5, 6, 7, 8, 9, 10, 11]),
    name: SlashName,
    name_localizations: Localizations,
    description: Description,
    description_localizations: Localizations,
    required: z.boolean().nullish(),
    choices: z.array(Choice).max(25).nullish(),
    autocomplete: z.boolean().nullish(),
    min_length: z.int().min(0).max(6000).nullish(),
    max_length: z.int().min(1).max(6000).nullish(),
    min_value: z.number().nullish(),
    max_value: z.number().nullish(),
    channel_types: z.array(z.int()).nullish(),
  })
  .refine(({ autocomplete, choices }) => !(autocomplete && choices?.length), {
    message: 'autocomplete and choices exclude each other',
  })

const BasicOptions = z.array(BasicOption).max(25)
const shape = {
  name: SlashName,
  name_localizations: Localizations,
  description: Description,
  description_localizations: Localizations,
}
const Subcommand = z.strictObject({ type: z.literal(1), ...shape, options: BasicOptions.nullish() })
const Group = z.strictObject({ type: z.literal(2), ...shape, options: z.array(Subcommand).max(25).nullish() })

const Command = z.strictObject({
  id: z.string().nullish(),
  type: z.int().min(1).max(3).nullish(),
  name: z.string().min(1).max(32),
  name_localizations: Localizations,
  description: z.string().max(100).nullish(),
  description_localizations: Localizations,
  options: z
    .array(z.discriminatedUnion('type', [Subcommand, Group, BasicOption]))
    .max(25)
    .nullish(),
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  dm_permission: z.boolean().nullish(),
  nsfw: z.boolean().nullish(),
  contexts: z.array(z.int().min(0).max(2)).min(1).nullish(),
  integration_types: z.array(z.int().min(0).max(1)).min(1).nullish(),
})

export type CommandBody = z.infer<typeof Command>
export type OptionBody = z.infer<typeof BasicOption>
type AnyOption = NonNullable<CommandBody['options']>[number]

export const isSubcommand = (option: AnyOption): option is z.infer<typeof Subcommand> => option.type === 1

const nestedOf = (option: AnyOption): readonly AnyOption[] => ('options' in option && option.options) || []

function optionsFaults(where: string, options: readonly AnyOption[]): string[] {
  const names = options.map(({ name }) => name)
  const faults = options.flatMap(option => optionsFaults(`${where} ${option.name}`, nestedOf(option)))
  const required = options.map(option => 'required' in option && option.required === true)
  if (new Set(names).size < names.length) faults.push(`${where}: an option name is repeated`)
  if (required.some((is, index) => is && index > 0 && !required[index - 1]))
    faults.push(`${where}: a required option stands after an optional one`)
  if (options.some(({ type }) => type <= 2) && options.some(({ type }) => type > 2))
    faults.push(`${where}: options and subcommands exclude each other`)
  return faults
}

function lengthOf(part: CommandBody | AnyOption): number {
  const choices = ('choices' in part && part.choices) || []
  const own = part.name.length + (part.description ?? '').length
  const values = choices.reduce((sum, { name, value }) => sum + name.length + String(value).length, 0)
  return [...(('options' in part && part.options) || [])].reduce(
    (sum, option) => sum + lengthOf(option),
    own + values,
  )
}

function commandFaults(command: CommandBody): string[] {
  const where = `/${command.name}`
  const slash = (command.type ?? 1) === 1
  const faults = optionsFaults(where, command.options ?? [])
  if (slash && !SlashName.safeParse(command.name).success)
    faults.push(`${where}: not a name for a slash command`)
  if (slash && !command.description) faults.push(`${where}: a slash command has a description`)
  if (!slash && command.description) faults.push(`${where}: a context-menu command has no description`)
  if (lengthOf(command) > 8000) faults.push(`${where}: more than 8000 characters`)
  return faults
}

function listFaults(commands: readonly CommandBody[]): string[] {
  const faults: string[] = []
  const keys = commands.map(({ type, name }) => `${type ?? 1} ${name}`)
  if (new Set(keys).size < keys.length) faults.push('a command name is repeated')
  for (const [type, most] of [100, 15, 15].entries()) {
    const count = commands.filter(command => (command.type ?? 1) === type + 1).length
    if (count > most) faults.push(`${count} commands of type ${type + 1}, the most is ${most}`)
  }
  return faults
}

/** The commands that `body` lists, or what Discord has against them. */
export function readCommands(body: unknown): { commands: CommandBody[]; faults: string[] } {
  const read = z.array(Command).safeParse(body)
  if (!read.success) return { commands: [], faults: [z.prettifyError(read.error)] }
  return { commands: read.data, faults: [...read.data.flatMap(commandFaults), ...listFaults(read.data)] }
}
