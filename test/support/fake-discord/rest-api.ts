import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { RequestCheck } from './openapi.js'
import { type HttpReply, refuse } from './reply.js'

const REQUESTS_A_SECOND = 50

export interface FakeRequest {
  method: string
  /** Without the prefix /api/v10. */
  path: string
  query: URLSearchParams
  body: unknown
  /** The status it was answered with. */
  status: number
}

/** What to answer with 429, and how often. */
export interface Limit {
  /** Seconds. */
  retryAfter: number
  times?: number
  path?: RegExp
  global?: boolean
}

export interface RestSettings {
  token: string
  check: RequestCheck | null
  violate(fault: string): void
  /** Answers what is no API request, as a file. */
  serveFile(path: string, response: ServerResponse): void
  route(method: string, path: string, body: unknown): HttpReply | null
  onRequest(request: FakeRequest): void
}

/** Bound to the token in their path, not to the bot's own, and not counted against its limit. */
const isOwnToken = (path: string): boolean => /^\/(interactions|webhooks)\//.test(path)

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk as Uint8Array)
  const bytes = Buffer.concat(chunks)
  if (bytes.length === 0) return undefined
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return JSON.parse(bytes.toString())
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
  return JSON.parse(String(form.get('payload_json')))
}

/** Discord's REST API, version 10, with what holds for every route: limits, tokens and the description of its requests. */
export class RestApi {
  readonly server: Server
  readonly requests: FakeRequest[] = []
  readonly #limits: Limit[] = []
  readonly #blocked = new Map<string, number>()
  #recent: number[] = []
  /** Answers every request with this status, as when Discord is down. */
  outage: number | null = null

  constructor(readonly settings: RestSettings) {
    this.server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        this.settings.violate(`the fake failed: ${error instanceof Error ? error.stack : String(error)}`)
        response.writeHead(500).end()
      })
    })
  }

  limit(limit: Limit): void {
    this.#limits.push({ times: 1, ...limit })
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const [, path] = /^\/api\/v10(\/.*)$/.exec(url.pathname) ?? []
    if (path === undefined) return this.settings.serveFile(url.pathname, response)
    const method = request.method ?? 'GET'
    const body = await readBody(request)
    const reply = this.#reply(method, decodeURIComponent(path), body, request.headers.authorization)
    const noted = { method, path, query: url.searchParams, body, status: reply.status }
    this.requests.push(noted)
    this.settings.onRequest(noted)
    const type = reply.json === undefined ? {} : { 'content-type': 'application/json' }
    response.writeHead(reply.status, { ...type, ...reply.headers })
    response.end(reply.json === undefined ? undefined : JSON.stringify(reply.json))
  }

  #reply(method: string, path: string, body: unknown, authorization: string | undefined): HttpReply {
    if (this.outage !== null) return refuse(this.outage, 0, `${this.outage}: out of order`)
    const limited = this.#limited(method, path)
    if (limited) return limited
    if (!isOwnToken(path) && authorization !== `Bot ${this.settings.token}`)
      return refuse(401, 0, '401: Unauthorized')
    const fault = this.settings.check?.(method, path, body)
    if (fault) this.settings.violate(`${method} ${path} is not as described: ${fault}`)
    const reply = this.settings.route(method, path, body)
    if (reply) return reply
    this.settings.violate(`${method} ${path} is no route here`)
    return refuse(404, 0, '404: Not Found')
  }

  /** On demand, or for more requests than Discord allows; a bot that does not wait breaks a rule. */
  #limited(method: string, path: string): HttpReply | null {
    const key = `${method} ${path}`
    const now = Date.now()
    if ((this.#blocked.get(key) ?? 0) > now)
      this.settings.violate(`${key} came again before retry_after was over`)
    const index = this.#limits.findIndex(limit => limit.path?.test(path) ?? true)
    const limit = this.#limits[index]
    if (limit) {
      limit.times = (limit.times ?? 1) - 1
      if (limit.times <= 0) this.#limits.splice(index, 1)
      this.#blocked.set(key, now + limit.retryAfter * 1000)
      return tooMany(limit)
    }
    if (isOwnToken(path)) return null
    this.#recent = [...this.#recent.filter(time => time > now - 1000), now]
    if (this.#recent.length <= REQUESTS_A_SECOND) return null
    this.settings.violate('more than 50 requests in a second')
    return tooMany({ retryAfter: 1, global: true })
  }
}

function tooMany({ retryAfter, global = false }: Limit): HttpReply {
  const headers: Record<string, string> = {
    'retry-after': String(Math.ceil(retryAfter)),
    'x-ratelimit-scope': global ? 'global' : 'user',
    'x-ratelimit-limit': '1',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset-after': String(retryAfter),
    'x-ratelimit-bucket': 'fake',
    ...(global ? { 'x-ratelimit-global': 'true' } : {}),
  }
  return {
    status: 429,
    json: { message: 'You are being rate limited.', retry_after: retryAfter, global },
    headers,
  }
}
