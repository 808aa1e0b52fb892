import type { AttachedFile } from '../command.js'
import { OnRecordError } from '../errors.js'

/** What Discord says of an attachment. */
export interface Attachment {
  name: string
  size: number
  url: string
}

export interface AttachmentSettings {
  apiUrl: string
  /** Milliseconds for the whole file. */
  timeout: number
}

const CDN_HOSTS = new Set(['cdn.discordapp.com', 'media.discordapp.net'])

/** Whether `url` is Discord's own: one of its hosts over https, or the host that stands in for it. */
export function isOwnUrl(url: URL, apiUrl: string): boolean {
  if (url.username !== '' || url.password !== '') return false
  if (url.host === new URL(apiUrl).host) return url.protocol === 'https:' || url.protocol === 'http:'
  return url.protocol === 'https:' && url.port === '' && CDN_HOSTS.has(url.hostname)
}

function ownUrl({ name, url }: Attachment, apiUrl: string): URL {
  if (URL.canParse(url) && isOwnUrl(new URL(url), apiUrl)) return new URL(url)
  throw new OnRecordError(
    'bad-input',
    `“${name}” is not stored at Discord, so it is not fetched. Attach the file itself.`,
  )
}

function tooLarge(name: string, limit: number): OnRecordError {
  const most = limit >= 1e6 ? `${Number((limit / 1e6).toFixed(1))} MB` : `${limit} bytes`
  return new OnRecordError('bad-input', `“${name}” is too large: the most is ${most}. Shorten or split it.`)
}

async function collect(response: Response, name: string, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge(name, limit)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** Redirects are refused: they could lead to any host. */
async function download(url: URL, name: string, limit: number, timeout: number): Promise<Uint8Array> {
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeout) })
  if (response.status !== 200) {
    await response.body?.cancel()
    const sentence = `Discord did not hand out “${name}” (status ${response.status}). Attach it again.`
    throw new OnRecordError('unavailable', sentence)
  }
  return collect(response, name, limit)
}

/** A file attached to a command, read from Discord's own hosts only. */
export function attachedFile(attachment: Attachment, { apiUrl, timeout }: AttachmentSettings): AttachedFile {
  const { name, size } = attachment
  return {
    name,
    size,
    async read(limit) {
      const url = ownUrl(attachment, apiUrl)
      if (size > limit) throw tooLarge(name, limit)
      try {
        return await download(url, name, limit, timeout)
      } catch (cause) {
        if (cause instanceof OnRecordError) throw cause
        throw new OnRecordError('unavailable', `“${name}” could not be read from Discord. Attach it again.`, {
          cause,
        })
      }
    },
  }
}
