import type { Command, OptionSpec, SubcommandSpec } from '../src/command.js'
import { textReply } from '../src/wording/answer.js'
import { defineCommand } from './define.js'
import type { CommandServices } from './services.js'

const introduction =
  'On Record answers “who said that?” from its articles: word for word, with the speaker, or not on the record.'

/** `others`: the commands that are explained beside /help itself. */
export function helpOn(others: readonly Command<CommandServices>[]): Command<CommandServices> {
  const help: Command<CommandServices> = defineCommand({
    name: 'help',
    description: 'What can be asked, and how',
    options: {},
    answer({ asker }) {
      const open = [...others, help].filter(command => asker.isModerator || !command.moderatorsOnly)
      return textReply(introduction, { fields: open.flatMap(explain), ephemeral: true })
    },
  })
  return help
}

function explain(command: Command<CommandServices>): { name: string; value: string }[] {
  const variants: readonly SubcommandSpec[] = command.subcommands
  if (variants.length === 0)
    return [{ name: usageOf(command.name, command.options), value: command.description }]
  return variants.map(({ name, description, options }) => ({
    name: usageOf(`${command.name} ${name}`, options),
    value: description,
  }))
}

/** "/who-said words [article]" */
function usageOf(command: string, options: readonly OptionSpec[]): string {
  const words = options.map(({ name, required }) => (required ? name : `[${name}]`))
  return [`/${command}`, ...words].join(' ')
}
