import type { CommandServices } from '../../commands/index.js'
import { runCommand } from '../../commands/index.js'
import { OnRecordError } from '../errors.js'
import type { Log } from '../log.js'
import type { Invocation, Reply, ReplyButton } from '../reply.js'
import { renderReply } from './render.js'
import { neutralise, type Style } from './style.js'
import { parseLine } from './typed-line.js'

/** Whoever sits at the terminal owns the store: what they add is everyone's. */
export const terminalAsker = { guildId: null, isModerator: true }

export const longestLine = 10_000

/** Beside the slash commands. */
export const chatCommands = ['quit', 'next', 'previous', 'undo']

const ownHelp = `A line without a slash is a question. Options are typed as in /quotes speaker:Stoltenberg about:violence.
Numbers (/1) and /next, /previous and /undo press the buttons of the last answer; /quit ends the chat.`

export interface ChatParts {
  services: CommandServices
  style: Style
  log: Log
}

/** A conversation without its terminal: a line in, words out. */
export class Chat {
  private buttons: readonly ReplyButton[] = []

  constructor(private readonly parts: ChatParts) {}

  /** The answer to a line, which may be empty; null: the chat is at its end. Never rejects. */
  async answer(line: string): Promise<string | null> {
    const typed = line.trim()
    if (typed === '') return ''
    if (/^\/(quit|exit)$/i.test(typed)) return null
    try {
      return await this.reply(typed)
    } catch (error) {
      return this.explain(error)
    }
  }

  private async reply(typed: string): Promise<string> {
    if (typed.length > longestLine) throw tooLong(typed.length)
    const invocation = this.pressed(typed) ?? parseLine(typed)
    const reply = await runCommand(invocation, terminalAsker, this.parts.services)
    this.buttons = reply.buttons
    return renderReply(invocation.command === 'help' ? withOwnHelp(reply) : reply, this.parts.style)
  }

  /** What a button of the last answer stands for, where the line names one. */
  private pressed(typed: string): Invocation | null {
    const name = /^\/(\d{1,3}|[a-z]+)$/i.exec(typed)?.[1]?.toLowerCase()
    if (name === undefined) return null
    const isNumber = /^\d/.test(name)
    const button = isNumber
      ? this.buttons[Number(name) - 1]
      : this.buttons.find(({ label }) => label.toLowerCase() === name)
    if (button?.invocation) return button.invocation
    if (!isNumber && !chatCommands.includes(name)) return null
    throw new OnRecordError('bad-input', `The last answer has no ${typed}.`)
  }

  private explain(error: unknown): string {
    if (error instanceof OnRecordError) return `${neutralise(error.message)}\n`
    const reference = Math.random().toString(36).slice(2, 8)
    this.parts.log.error({ err: error, reference }, 'a command failed')
    return `Something went wrong in On Record, and the log has the details (reference ${reference}).\n`
  }
}

export function tooLong(length: number): OnRecordError {
  return new OnRecordError('bad-input', `The line has ${length} characters; the most is ${longestLine}.`)
}

function withOwnHelp(reply: Reply): Reply {
  return { ...reply, text: `${reply.text}\n${ownHelp}` }
}
