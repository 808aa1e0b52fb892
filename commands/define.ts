import type { Asker, Command } from '../src/command.js'
import { OnRecordError } from '../src/errors.js'
import type { Invocation, Reply } from '../src/reply.js'
import { checkOptions } from './check-options.js'
import { type Checked, type Options, specsOf } from './options.js'
import type { CommandServices } from './services.js'

/** A command as it was asked, with its options checked. */
export interface Asked<Chosen extends Options> extends CommandServices {
  options: Checked<Chosen>
  invocation: Invocation
  asker: Asker
}

interface Definition<Chosen extends Options> {
  name: string
  description: string
  options: Chosen
  answer(asked: Asked<Chosen>): Reply | Promise<Reply>
}

/** A command without subcommands, for everyone; it sees what any process has stored before it was asked. */
export function defineCommand<const Chosen extends Options>(
  definition: Definition<Chosen>,
): Command<CommandServices> {
  const { name, description, options, answer } = definition
  return {
    name,
    description,
    moderatorsOnly: false,
    options: specsOf(options),
    subcommands: [],
    async run(invocation, asker, services) {
      if (invocation.subcommand)
        throw new OnRecordError('bad-input', `/${name} has no subcommand “${invocation.subcommand}”.`)
      const checked = checkOptions(options, invocation.options, `/${name}`)
      await services.sources.sync()
      return answer({ ...services, options: checked, invocation, asker })
    },
  }
}
