import { z } from 'zod'

const COMPONENTS_V2 = 1 << 15

const Url = z.url({ protocol: /^(https?|attachment)$/ }).max(2048)
const Media = z.strictObject({ url: Url })

const Embed = z.strictObject({
  type: z.string().nullish(),
  title: z.string().max(256).nullish(),
  description: z.string().max(4096).nullish(),
  url: Url.nullish(),
  timestamp: z.iso.datetime({ offset: true }).nullish(),
  color: z.int().min(0).max(0xffffff).nullish(),
  footer: z.strictObject({ text: z.string().max(2048), icon_url: Url.nullish() }).nullish(),
  author: z
    .strictObject({ name: z.string().max(256), url: Url.nullish(), icon_url: Url.nullish() })
    .nullish(),
  image: Media.nullish(),
  thumbnail: Media.nullish(),
  fields: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(256),
        value: z.string().min(1).max(1024),
        inline: z.boolean().nullish(),
      }),
    )
    .max(25)
    .nullish(),
})

const Button = z
  .strictObject({
    type: z.literal(2),
    id: z.int().nullish(),
    style: z.int().min(1).max(6),
    label: z.string().max(80).nullish(),
    emoji: z.looseObject({}).nullish(),
    custom_id: z.string().min(1).max(100).nullish(),
    url: z.url().max(512).nullish(),
    sku_id: z.string().nullish(),
    disabled: z.boolean().nullish(),
  })
  .refine(({ style, custom_id, url }) => (style === 5 ? url && !custom_id : style === 6 || custom_id), {
    message: 'a button has a custom_id, or a url where it is a link',
  })
  .refine(({ label, emoji, style }) => Boolean(label || emoji || style === 6), {
    message: 'a button has a label or an emoji',
  })

const Select = z.looseObject({
  type: z.literal([3, 5, 6, 7, 8]),
  custom_id: z.string().min(1).max(100),
})

const ActionRow = z
  .strictObject({
    type: z.literal(1),
    id: z.int().nullish(),
    components: z.array(z.discriminatedUnion('type', [Button, Select])).min(1),
  })
  .refine(({ components }) => components.filter(({ type }) => type === 2).length <= 5, {
    message: 'at most 5 buttons stand in a row',
  })

const V2Component = z.looseObject({ type: z.literal([9, 10, 11, 12, 13, 14, 15, 16, 17]) })

const Mentions = z.strictObject({
  parse: z.array(z.enum(['roles', 'users', 'everyone'])).nullish(),
  users: z.array(z.string()).max(100).nullish(),
  roles: z.array(z.string()).max(100).nullish(),
  replied_user: z.boolean().nullish(),
})

const MessageBody = z.strictObject({
  content: z.string().max(2000).nullish(),
  embeds: z.array(Embed).max(10).nullish(),
  components: z.array(z.discriminatedUnion('type', [ActionRow, V2Component])).nullish(),
  allowed_mentions: Mentions.nullish(),
  attachments: z.array(z.looseObject({})).max(10).nullish(),
  flags: z.int().nullish(),
  tts: z.boolean().nullish(),
  nonce: z.union([z.string(), z.int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  username: z.string().nullish(),
  avatar_url: z.string().nullish(),
})

export type MessageBody = z.infer<typeof MessageBody>

type Embeds = NonNullable<MessageBody['embeds']>

const textsOf = ({
  title,
  description,
  author,
  footer,
  fields,
}: Embeds[number]): (string | null | undefined)[] => [
  title,
  description,
  author?.name,
  footer?.text,
  ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
]

const totalOf = (embeds: Embeds): number =>
  embeds.flatMap(textsOf).reduce((sum, text) => sum + (text?.length ?? 0), 0)

/** The components in `value` at any depth. */
function* everyComponent(value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) {
    for (const item of value) yield* everyComponent(item)
  } else if (typeof value === 'object' && value !== null) {
    const component = value as Record<string, unknown>
    if (typeof component.type === 'number') yield component
    yield* everyComponent(component.components)
    yield* everyComponent(component.accessory)
  }
}

function componentFaults(components: MessageBody['components']): string[] {
  const faults: string[] = []
  const every = [...everyComponent(components)]
  const ids = every.map(({ custom_id }) => custom_id).filter(id => typeof id === 'string')
  if (every.length > 40) faults.push(`${every.length} components, the most is 40`)
  if (every.filter(({ type }) => type === 1).length > 5) faults.push('more than 5 action rows')
  if (new Set(ids).size < ids.length) faults.push('a custom_id is repeated')
  return faults
}

/** Whether a reader would see anything of the message. */
function isEmpty({ content, embeds, attachments, components, flags }: MessageBody): boolean {
  const v2 = ((flags ?? 0) & COMPONENTS_V2) !== 0
  const lists = [embeds, attachments, v2 ? components : []]
  return (content ?? '').trim() === '' && lists.every(list => (list ?? []).length === 0)
}

function wholeFaults(body: MessageBody): string[] {
  const faults = componentFaults(body.components)
  const total = totalOf(body.embeds ?? [])
  if (total > 6000) faults.push(`${total} characters in all embeds, the most is 6000`)
  if (
    (body.embeds ?? []).some(embed => textsOf(embed).every(text => !text) && !embed.image && !embed.thumbnail)
  )
    faults.push('an embed is empty')
  if (((body.flags ?? 0) & COMPONENTS_V2) !== 0 && (body.content || body.embeds?.length))
    faults.push('components V2 exclude content and embeds')
  if (isEmpty(body)) faults.push('the message is empty')
  return faults
}

/**
 * The message that `body` asks for, or what Discord has against it. An edit is laid over the message `before`, because
 * what it leaves out stays.
 */
export function readMessage(
  body: unknown,
  before: MessageBody = {},
): { message: MessageBody; faults: string[] } {
  const read = MessageBody.safeParse(body ?? {})
  if (!read.success) return { message: before, faults: [z.prettifyError(read.error)] }
  const given = Object.fromEntries(Object.entries(read.data).filter(([, value]) => value !== undefined))
  const message = { ...before, ...given }
  return { message, faults: wholeFaults(message) }
}

/** Whom the message would ping: names of mentions in its content that `allowed_mentions` lets through. */
export function pingsOf({ content, allowed_mentions: allowed }: MessageBody): string[] {
  const parse = allowed ? (allowed.parse ?? []) : ['everyone', 'users', 'roles']
  const named = [...(allowed?.users ?? []), ...(allowed?.roles ?? [])]
  const found = (content ?? '').matchAll(/(?<!\\)(?:@(everyone|here)|<@(&?)!?(\d+)>)/g)
  return Array.from(found)
    .filter(([, everyone, role, id]) => {
      const kind = everyone ? 'everyone' : role ? 'roles' : 'users'
      return parse.includes(kind) || (id !== undefined && named.includes(id))
    })
    .map(([mention]) => mention)
}
