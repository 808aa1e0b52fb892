import { type MessageBody, pingsOf } from './message-rules.js'
import { type FakeUser, userJson } from './payloads.js'
import { newId } from './snowflake.js'

const EPHEMERAL = 1 << 6

export interface FakeButton {
  label: string
  customId: string | null
  disabled: boolean
}

export type FakeEmbed = NonNullable<MessageBody['embeds']>[number]

/** Where a message came from: the interaction whose answer it is. */
export interface Origin {
  id: string
  type: number
  user: FakeUser
  channelId: string
  applicationId: string
  bot: FakeUser
}

/** A message as readers see it; edits change it in place. */
export class FakeMessage {
  readonly id = newId()
  readonly #sentAt = new Date().toISOString()
  edits = 0
  deleted = false
  /** Everything any version of it pinged. */
  pings: string[] = []

  constructor(
    public body: MessageBody,
    readonly origin: Origin,
    /** Only the asker sees it. */
    readonly ephemeral: boolean,
  ) {
    this.pings = pingsOf(body)
  }

  edit(body: MessageBody): void {
    this.body = body
    this.edits += 1
    this.pings.push(...pingsOf(body))
  }

  get content(): string {
    return this.body.content ?? ''
  }

  get embeds(): FakeEmbed[] {
    return this.body.embeds ?? []
  }

  get buttons(): FakeButton[] {
    const rows = (this.body.components ?? []) as { components?: Record<string, unknown>[] }[]
    const buttons = rows.flatMap(row => row.components ?? []).filter(({ type }) => type === 2)
    return buttons.map(({ label, custom_id, disabled }) => ({
      label: String(label ?? ''),
      customId: typeof custom_id === 'string' ? custom_id : null,
      disabled: disabled === true,
    }))
  }

  /** All words of the message, for tests that do not care where they stand. */
  get text(): string {
    const embeds = this.embeds.flatMap(({ author, title, description, fields, footer }) => [
      author?.name,
      title,
      description,
      ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
      footer?.text,
    ])
    return [this.content, ...embeds].filter(text => text).join('\n')
  }

  toJSON(): object {
    const { id, type, user, channelId, applicationId, bot } = this.origin
    return {
      id: this.id,
      type: type === 2 ? 20 : 19,
      channel_id: channelId,
      author: userJson(bot, true),
      content: this.content,
      embeds: this.embeds.map(embed => ({ type: 'rich', ...embed })),
      components: this.body.components ?? [],
      attachments: [],
      mentions: [],
      mention_roles: [],
      mention_everyone: false,
      pinned: false,
      tts: false,
      timestamp: this.#sentAt,
      edited_timestamp: this.edits > 0 ? this.#sentAt : null,
      flags: this.ephemeral ? EPHEMERAL : 0,
      webhook_id: applicationId,
      application_id: applicationId,
      interaction_metadata: {
        id,
        type,
        user: userJson(user),
        authorizing_integration_owners: { '0': '0' },
        ...(type === 3 ? { interacted_message_id: this.id } : {}),
      },
    }
  }
}
