import type { Asker, Command } from '../src/command.js'
import { OnRecordError } from '../src/errors.js'
import type { Invocation, Reply } from '../src/reply.js'
import type { Answer } from '../src/retrieval/answer.js'
import { renderAnswer } from '../src/wording/answer.js'
import { checkOptions } from './check-options.js'
import { type Checked, type Options, specsOf } from './options.js'
import type { CommandServices } from './services.js'

/** A command as it was asked, with its options checked. */
export interface Asked<Chosen extends Options> extends CommandServices {
  options: Checked<Chosen>
  invocation: Invocation
  asker: Asker
}

interface Definition<Chosen extends Options, Result> {
  name: string
  description: string
  options: Chosen
  answer(asked: Asked<Chosen>): Result
}

interface QueryDefinition<Chosen extends Options> extends Definition<Chosen, Answer> {
  /** What is said of an answer that is a list, where its length says too little. */
  heading?(answer: Answer, options: Checked<Chosen>): string | undefined
}

/** A command that asks the library, so that its answer can be had as data too. */
export interface Query extends Command<CommandServices> {
  ask(invocation: Invocation, asker: Asker, services: CommandServices): Promise<Answer>
}

/** A command without subcommands, for everyone. */
export function defineCommand<const Chosen extends Options>(
  definition: Definition<Chosen, Reply>,
): Command<CommandServices> {
  return {
    ...headOf(definition),
    async run(invocation, asker, services) {
      return definition.answer(await readAsked(definition, invocation, asker, services))
    },
  }
}

export function defineQuery<const Chosen extends Options>(definition: QueryDefinition<Chosen>): Query {
  return {
    ...headOf(definition),
    async ask(invocation, asker, services) {
      return definition.answer(await readAsked(definition, invocation, asker, services))
    },
    async run(invocation, asker, services) {
      const asked = await readAsked(definition, invocation, asker, services)
      const answer = definition.answer(asked)
      return renderAnswer(answer, invocation, definition.heading?.(answer, asked.options))
    },
  }
}

function headOf({ name, description, options }: Definition<Options, unknown>) {
  return { name, description, moderatorsOnly: false, options: specsOf(options), subcommands: [] }
}

/** Checks the options, and sees to it that the answer knows what any process has stored before. */
async function readAsked<Chosen extends Options>(
  { name, options }: Definition<Chosen, unknown>,
  invocation: Invocation,
  asker: Asker,
  services: CommandServices,
): Promise<Asked<Chosen>> {
  if (invocation.subcommand) {
    throw new OnRecordError('bad-input', `/${name} has no subcommand “${invocation.subcommand}”.`)
  }
  const checked = checkOptions(options, invocation.options, `/${name}`)
  await services.sources.sync()
  return { ...services, options: checked, invocation, asker }
}
