import type { ServerResponse } from 'node:http'
import { newId } from './snowflake.js'

/** A file that a user attaches, with what may be wrong with it. */
export interface FakeFile {
  name: string
  content: string | Uint8Array
  /** What Discord says of its size, where that is not true. */
  announcedSize?: number
  /** Where Discord says it is, where that is elsewhere. */
  url?: string
  /** The host answers with a redirect to this address. */
  redirectTo?: string
  status?: number
  /** The host sends the beginning and then nothing more. */
  stalls?: boolean
}

/** Stands for the hosts that serve attachments. */
export class FileHost {
  readonly #files = new Map<string, FakeFile>()
  /** Paths that were asked for, in order. */
  readonly fetched: string[] = []

  constructor(readonly origin: () => string) {}

  /** Discord's description of the file, under an id of its own. */
  add(file: FakeFile, channelId: string): { id: string; url: string } {
    const id = newId()
    const path = `/attachments/${channelId}/${id}/${encodeURIComponent(file.name)}`
    this.#files.set(path, file)
    const url = file.url ?? `${this.origin()}${path}`
    const size = file.announcedSize ?? Buffer.byteLength(file.content)
    const attachment = { id, filename: file.name, size, url, proxy_url: url, ephemeral: true, flags: 0 }
    return attachment
  }

  serve(path: string, response: ServerResponse): void {
    this.fetched.push(path)
    const file = this.#files.get(path)
    if (!file) response.writeHead(404).end()
    else if (file.redirectTo) response.writeHead(302, { location: file.redirectTo }).end()
    else if (file.stalls) response.writeHead(200).write('the beginning')
    else response.writeHead(file.status ?? 200).end(file.content)
  }
}
