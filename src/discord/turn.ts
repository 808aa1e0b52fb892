import { type ButtonInteraction, type ChatInputCommandInteraction, MessageFlags } from 'discord.js'
import type { DiscordMessage } from './render.js'

/**
 * Where an answer goes: into a message that everyone sees, into one that only the asker sees, or into the message whose
 * button was pressed.
 */
export type Audience = 'public' | 'private' | 'update'

type Answerable = ChatInputCommandInteraction | ButtonInteraction

const EPHEMERAL = { flags: MessageFlags.Ephemeral } as const

/** One interaction and what was sent for it so far. Discord wants the first sign of life within three seconds. */
export class Turn {
  #timer: NodeJS.Timeout | undefined
  #deferral: Promise<unknown> | undefined

  /** Defers after `patience` milliseconds unless something is sent before. */
  constructor(
    readonly interaction: Answerable,
    readonly audience: Audience,
    patience: number,
  ) {
    this.#timer = setTimeout(() => this.#defer(), patience)
  }

  #defer(): void {
    // One that failed is no reason to give up: what is sent next may still arrive in time.
    this.#deferral = this.#sendDeferral().catch(() => {})
  }

  #sendDeferral(): Promise<unknown> {
    const { interaction, audience } = this
    if (audience === 'update' && interaction.isButton()) return interaction.deferUpdate()
    return interaction.deferReply(audience === 'private' ? EPHEMERAL : {})
  }

  /** Sends the answer, whatever was sent before. `hidden`: to the asker alone, although the answer is public. */
  async send(message: DiscordMessage, hidden: boolean): Promise<void> {
    clearTimeout(this.#timer)
    await this.#deferral
    const alone = hidden || this.audience === 'private'
    if (this.interaction.replied) await this.interaction.followUp({ ...message, ...(alone ? EPHEMERAL : {}) })
    else if (this.interaction.deferred) await this.#sendDeferred(message, alone)
    else await this.#sendFirst(message, alone)
  }

  async #sendFirst(message: DiscordMessage, alone: boolean): Promise<void> {
    const { interaction, audience } = this
    if (audience === 'update' && !alone && interaction.isButton()) await interaction.update(message)
    else await interaction.reply({ ...message, ...(alone ? EPHEMERAL : {}) })
  }

  /** A deferral has settled already who sees the answer; only another message can be seen by others. */
  async #sendDeferred(message: DiscordMessage, alone: boolean): Promise<void> {
    const { interaction, audience } = this
    if (!alone || audience === 'private') {
      await interaction.editReply(message)
      return
    }
    if (audience === 'public') await interaction.deleteReply()
    await interaction.followUp({ ...message, ...EPHEMERAL })
  }
}
