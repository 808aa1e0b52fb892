import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import type { Reply, ReplyButton } from '../reply.js'
import { drawEmbeds } from './embeds.js'
import { drawWithin, LIMITS, shorten } from './limits.js'
import { escapeMarkdown } from './markdown.js'

/** A whole message: sent as an edit it leaves nothing of the one before. */
export interface DiscordMessage {
  content: string
  embeds: APIEmbed[]
  components: APIActionRowComponent<APIButtonComponent>[]
  /** Nobody is pinged, whatever an article or an asker wrote. */
  allowedMentions: { parse: [] }
}

function drawContent(text: string, leftOut: number): string {
  const note = leftOut > 0 ? `(${leftOut} more did not fit here.)` : ''
  const space = note ? LIMITS.content - note.length - 1 : LIMITS.content
  const content = drawWithin(text.trim(), space, (kept, cut) => escapeMarkdown(kept) + (cut ? ' …' : ''))
  // What Discord refuses has become blanks, which alone are no message.
  return [content.trim(), note].filter(line => line !== '').join('\n')
}

function drawButton({ label }: ReplyButton, customId: string | null, index: number): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: shorten(label, LIMITS.label),
    custom_id: customId ?? `off:${index}`,
    disabled: customId === null,
  }
}

function drawRows(buttons: readonly APIButtonComponent[]): DiscordMessage['components'] {
  const rows: DiscordMessage['components'] = []
  for (let start = 0; start < buttons.length && rows.length < LIMITS.rows; start += LIMITS.buttonsInRow) {
    const components = buttons.slice(start, start + LIMITS.buttonsInRow)
    rows.push({ type: ComponentType.ActionRow, components })
  }
  return rows
}

/** `customIds`: one for every button of the reply, all different; null draws the button disabled. */
export function renderReply(reply: Reply, customIds: readonly (string | null)[]): DiscordMessage {
  const { embeds, leftOut } = drawEmbeds(reply)
  const content = drawContent(reply.text, leftOut)
  return {
    content: content || (embeds.length > 0 ? '' : 'There is nothing to show.'),
    embeds,
    components: drawRows(
      reply.buttons.map((button, index) => drawButton(button, customIds[index] ?? null, index)),
    ),
    allowedMentions: { parse: [] },
  }
}
