import type { APIEmbed, APIEmbedField } from 'discord.js'
import type { Reply, ReplyArticle, ReplyDifference, ReplyQuote } from '../reply.js'
import { drawWithin, LIMITS, shareOut, shorten } from './limits.js'
import { bold, escapeMarkdown, printable, struck } from './markdown.js'
import { drawPassage } from './passage.js'

/** Part of a message that can be drawn in as many characters as there are for it. */
type Part = (budget: number) => APIEmbed

const oneLine = (text: string): string => printable(text).replace(/\s+/g, ' ').trim()

/** One escaped line; for titles and field names, which Discord reads as markdown. */
const drawLine = (text: string, limit: number): string =>
  drawWithin(oneLine(text), limit, (kept, cut) => escapeMarkdown(kept) + (cut ? '…' : ''))

/** One line as it is; for authors and footers, which Discord does not read as markdown. */
const plainLine = (text: string, limit: number): string => shorten(oneLine(text), limit)

const drawText = (text: string, limit: number): string =>
  drawWithin(text.trim(), limit, (kept, cut) => escapeMarkdown(kept) + (cut ? ' …' : ''))

/** Characters of an embed that count against the total of a message. */
export function sizeOf({ title, description, author, footer, fields = [] }: APIEmbed): number {
  const texts = [
    title,
    description,
    author?.name,
    footer?.text,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0)
}

/** A day is written without a clock, which would move it into the day before for half of the readers. */
function drawDate(publishedAt: string): string {
  const date = new Date(publishedAt)
  if (Number.isNaN(date.getTime())) return publishedAt
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}

function originOf({ author, publisher, publishedAt }: ReplyArticle): string[] {
  const origin = [author && `by ${author}`, publisher, publishedAt && drawDate(publishedAt)]
  return origin.filter((part): part is string => part !== undefined && part !== '')
}

/** `url` where Discord accepts it as a link. */
function linkable(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return /^https?:$/.test(protocol) && href.length <= LIMITS.url ? href : null
}

const drawDifference = ({ op, remembered, recorded }: ReplyDifference): string =>
  ({
    same: () => escapeMarkdown(recorded),
    changed: () => `${struck(remembered)} ${bold(recorded)}`,
    missing: () => bold(recorded),
    added: () => struck(remembered),
  })[op]()

/** The comparison piece by piece, with as many pieces as fit. */
function drawDifferences(differences: readonly ReplyDifference[], limit: number): string {
  const drawn = differences.map(drawDifference)
  let line = ''
  for (const piece of drawn.map(oneLine).filter(piece => piece !== '')) {
    const longer = line === '' ? piece : `${line} ${piece}`
    if (longer.length > limit - 2) return `${line} …`.trim()
    line = longer
  }
  return line
}

const COMPARISON = 'Your words against the record'

function comparisonField(quote: ReplyQuote, limit: number): APIEmbedField[] {
  if (quote.differences.length === 0 || limit < 20) return []
  const value = drawDifferences(quote.differences, limit)
  return value === '' ? [] : [{ name: COMPARISON, value }]
}

/** The sentence before is left out where it would cost some of the quotation itself. */
function drawQuotation({ before, text, content }: ReplyQuote, limit: number): string {
  if (before && before.length + text.length < limit) {
    const shift = before.length + 1
    const shifted = content.map(([start, end]) => [start + shift, end + shift] as const)
    const drawn = drawPassage(`${before} ${text}`, shifted, Number.POSITIVE_INFINITY)
    if (drawn.length <= limit) return drawn
  }
  return drawPassage(text, content, limit)
}

const quotePart =
  (quote: ReplyQuote): Part =>
  budget => {
    const small = Math.floor(budget / 6)
    const url = linkable(quote.link) ?? linkable(quote.article.url)
    const footer = [quote.note ?? '', ...originOf(quote.article)].filter(text => text !== '').join(' · ')
    const embed: APIEmbed = {
      author: { name: plainLine(quote.attribution, Math.min(LIMITS.author, small)) },
      title: drawLine(quote.article.title, Math.min(LIMITS.title, small)),
      ...(url ? { url } : {}),
      ...(footer ? { footer: { text: plainLine(footer, Math.min(LIMITS.footer, small)) } } : {}),
      fields: comparisonField(quote, Math.min(LIMITS.fieldValue, small - COMPARISON.length)),
    }
    embed.description = drawQuotation(quote, Math.min(LIMITS.description, budget - sizeOf(embed)))
    return embed
  }

const drawField = ({ name, value }: { name: string; value: string }, budget: number): APIEmbedField => {
  const title = drawLine(name, Math.min(LIMITS.fieldName, Math.ceil(budget / 2))) || '\u200b'
  return {
    name: title,
    value: drawText(value, Math.min(LIMITS.fieldValue, budget - title.length)) || '\u200b',
  }
}

const fieldSize = ({ name, value }: APIEmbedField): number => name.length + value.length

const fieldsPart =
  (fields: Reply['fields']): Part =>
  budget => {
    const whole = fields.map(field => drawField(field, LIMITS.embedsTotal))
    const shares = shareOut(whole.map(fieldSize), budget)
    return { fields: fields.map((field, index) => drawField(field, shares[index]!)) }
  }

function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}

export interface DrawnEmbeds {
  embeds: APIEmbed[]
  /** Quotes and fields for which the message had no room. */
  leftOut: number
}

/** All quotes and fields of a reply within the limits of one message, the long ones shortened alike. */
export function drawEmbeds({ quotes, fields }: Reply): DrawnEmbeds {
  const lists = [...chunks(fields, LIMITS.fields)]
  const parts = [...quotes.map(quotePart), ...lists.map(fieldsPart)]
  const counts = [...quotes.map(() => 1), ...lists.map(list => list.length)]
  const shown = parts.slice(0, LIMITS.embeds)
  const needs = shown.map(part => sizeOf(part(LIMITS.embedsTotal)))
  const shares =
    needs.reduce((a, b) => a + b, 0) <= LIMITS.embedsTotal ? [] : shareOut(needs, LIMITS.embedsTotal)
  return {
    embeds: shown.map((part, index) => part(shares[index] ?? LIMITS.embedsTotal)),
    leftOut: counts.slice(LIMITS.embeds).reduce((a, b) => a + b, 0),
  }
}
