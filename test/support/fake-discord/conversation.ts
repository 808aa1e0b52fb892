import { z } from 'zod'
import { FakeMessage, type Origin } from './fake-message.js'
import { type MessageBody, readMessage } from './message-rules.js'
import { type HttpReply, invalidForm, noContent, ok, refuse } from './reply.js'

const EPHEMERAL = 1 << 6
const TOKEN_LIFE = 15 * 60 * 1000

export interface Choice {
  name: string
  value: string
}

/** What came of an interaction. */
export interface FakeAnswer {
  /** The messages it sent or changed, in order; deleted ones are left out. */
  messages: FakeMessage[]
  /** Whether the bot first said that it is thinking. */
  deferred: boolean
  /** For completions. */
  choices: Choice[]
}

interface Settings {
  /** In words, for faults: "/who-said". */
  name: string
  token: string
  origin: Origin
  /** The message whose button was pressed. */
  pressed: FakeMessage | null
  /** Milliseconds. */
  answerWithin: number
  finishWithin: number
  violate(fault: string): void
  onDeferral(): void
}

const Callback = z.object({ type: z.int(), data: z.unknown().optional() })
const Flags = z.object({ flags: z.int().nullish() }).nullish()
const Choices = z.strictObject({
  choices: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(100),
        value: z.string().max(100),
        name_localizations: z.null().optional(),
      }),
    )
    .max(25),
})

/** One interaction: what the bot may still do with it, and what it has done. */
export class Conversation {
  readonly answered: Promise<FakeAnswer>
  readonly #messages: FakeMessage[] = []
  readonly #startedAt = Date.now()
  #state: 'waiting' | 'thinking' | 'updating' | 'done' | 'expired' = 'waiting'
  #original: FakeMessage | null = null
  #hidden = false
  #deferred = false
  #choices: Choice[] = []
  #timer: NodeJS.Timeout
  #resolve: (answer: FakeAnswer) => void = () => {}
  #reject: (error: Error) => void = () => {}

  constructor(readonly settings: Settings) {
    this.answered = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    this.answered.catch(() => {})
    this.#timer = setTimeout(() => this.#expire(), settings.answerWithin)
  }

  #expire(): void {
    this.#state = 'expired'
    this.#violate(`was not answered within ${this.settings.answerWithin} ms`)
    this.fail(`${this.settings.name} was not answered within ${this.settings.answerWithin} ms`)
  }

  #violate(fault: string): void {
    this.settings.violate(`${this.settings.name} ${fault}`)
  }

  fail(reason: string): void {
    clearTimeout(this.#timer)
    this.#reject(new Error(reason))
  }

  #settle(): void {
    clearTimeout(this.#timer)
    this.#state = 'done'
    const messages = this.#messages.filter(message => !message.deleted)
    this.#resolve({ messages, deferred: this.#deferred, choices: this.#choices })
  }

  /** The first answer, which must come in time and only once. */
  callback(body: unknown): HttpReply {
    if (this.#state === 'expired') return refuse(404, 10062, 'Unknown interaction')
    if (this.#state !== 'waiting') {
      this.#violate('was answered twice')
      return refuse(400, 40060, 'Interaction has already been acknowledged.')
    }
    const read = Callback.safeParse(body)
    return read.success ? this.#respond(read.data) : this.#invalid(['not a callback'])
  }

  #invalid(faults: readonly string[]): HttpReply {
    for (const fault of faults) this.#violate(`was answered against the rules: ${fault}`)
    return invalidForm(faults)
  }

  #respond({ type, data }: z.infer<typeof Callback>): HttpReply {
    const completion = this.settings.origin.type === 4
    if (completion !== (type === 8)) return this.#invalid([`a callback of type ${type} does not answer this`])
    if ((type === 6 || type === 7) && !this.settings.pressed)
      return this.#invalid(['there is no message to update'])
    if (type === 8) return this.#offer(data)
    if (type === 5) return this.#think(data)
    if (type === 6) return this.#defer('updating')
    if (type === 4) return this.#reply(data)
    return type === 7 ? this.#update(data) : this.#invalid([`callback type ${type} is unknown here`])
  }

  #offer(data: unknown): HttpReply {
    const read = Choices.safeParse(data)
    if (!read.success) return this.#invalid([z.prettifyError(read.error)])
    this.#choices = read.data.choices.map(({ name, value }) => ({ name, value }))
    this.#settle()
    return noContent
  }

  #think(data: unknown): HttpReply {
    this.#hidden = this.#isHidden(data)
    return this.#defer('thinking')
  }

  #defer(state: 'thinking' | 'updating'): HttpReply {
    clearTimeout(this.#timer)
    const { name, finishWithin, onDeferral } = this.settings
    this.#timer = setTimeout(() => this.fail(`${name} was deferred, but never finished`), finishWithin)
    this.#state = state
    this.#deferred = true
    onDeferral()
    return noContent
  }

  #isHidden(data: unknown): boolean {
    return ((Flags.parse(data)?.flags ?? 0) & EPHEMERAL) !== 0
  }

  #create(data: unknown, hidden: boolean): FakeMessage | HttpReply {
    const { message, faults } = readMessage(data)
    if (faults.length > 0) return this.#invalid(faults)
    const created = new FakeMessage(message, this.settings.origin, hidden)
    this.#messages.push(created)
    return created
  }

  #change(target: FakeMessage, data: unknown): HttpReply {
    const { message, faults } = readMessage(data, withoutMentions(target.body))
    if (faults.length > 0) return this.#invalid(faults)
    target.edit(message)
    if (!this.#messages.includes(target)) this.#messages.push(target)
    this.#settle()
    return ok(target)
  }

  #reply(data: unknown): HttpReply {
    const created = this.#create(data, this.#isHidden(data))
    if (!(created instanceof FakeMessage)) return created
    this.#original = created
    this.#settle()
    return noContent
  }

  #update(data: unknown): HttpReply {
    const { pressed } = this.settings
    const changed = pressed ? this.#change(pressed, data) : this.#invalid(['there is no message to update'])
    return changed.status === 200 ? noContent : changed
  }

  /** Why the token is of no use now, or null. */
  #closed(): HttpReply | null {
    if (this.#state === 'waiting' || this.#state === 'expired') {
      this.#violate('was followed up before it was answered')
      return refuse(404, 10015, 'Unknown Webhook')
    }
    if (Date.now() - this.#startedAt < TOKEN_LIFE) return null
    this.#violate('was followed up after its token had run out')
    return refuse(401, 50027, 'Invalid Webhook Token')
  }

  /** Straight after a deferral this is an edit, and who sees it is settled; so Discord has it. */
  followUp(data: unknown): HttpReply {
    const closed = this.#closed()
    if (closed) return closed
    if (this.#state === 'thinking' && !this.#original) return this.editOriginal(data)
    const created = this.#create(data, this.#isHidden(data))
    if (!(created instanceof FakeMessage)) return created
    this.#settle()
    return ok(created)
  }

  #find(id: string): FakeMessage | null {
    const original = this.settings.pressed && !this.#original ? this.settings.pressed : this.#original
    const found = id === '@original' ? original : this.#messages.find(message => message.id === id)
    return found && !found.deleted ? found : null
  }

  editOriginal(data: unknown): HttpReply {
    if (this.#state !== 'thinking' || this.#original) return this.edit('@original', data)
    const created = this.#create(data, this.#hidden)
    if (!(created instanceof FakeMessage)) return created
    this.#original = created
    this.#settle()
    return ok(created)
  }

  edit(id: string, data: unknown): HttpReply {
    const closed = this.#closed()
    if (closed) return closed
    if (id === '@original' && this.#state === 'thinking' && !this.#original) return this.editOriginal(data)
    const found = this.#find(id)
    return found ? this.#change(found, data) : refuse(404, 10008, 'Unknown Message')
  }

  read(id: string): HttpReply {
    const found = this.#find(id)
    return this.#closed() ?? (found ? ok(found) : refuse(404, 10008, 'Unknown Message'))
  }

  delete(id: string): HttpReply {
    const closed = this.#closed()
    if (closed) return closed
    if (id === '@original' && this.#state === 'thinking' && !this.#original) {
      this.#original = new FakeMessage({}, this.settings.origin, this.#hidden)
    }
    const found = this.#find(id)
    if (!found) return refuse(404, 10008, 'Unknown Message')
    found.deleted = true
    return noContent
  }
}

const withoutMentions = ({ allowed_mentions: _, ...body }: MessageBody): MessageBody => body
