import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { newId } from './snowflake.js'

const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15)
const KNOWN_INTENTS = 0x1ffffff | (1 << 25)
const IDENTIFY_WINDOW = 5000
const COMMANDS_PER_MINUTE = 120
const LARGEST = 4096

const Payload = z.object({ op: z.int(), d: z.unknown().optional() })
const Identify = z.object({
  token: z.string(),
  intents: z.int(),
  properties: z.object({}),
  shard: z.tuple([z.int(), z.int()]).optional(),
})
const Resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int() })

type Fault = readonly [code: number, reason: string]

interface Event {
  t: string
  s: number
  d: unknown
}

/** A bot that is logged in; it outlives its connection until it says good-bye. */
interface Session {
  id: string
  socket: WebSocket | null
  sent: Event[]
}

export interface GatewaySettings {
  token: string
  heartbeatInterval: number
  maxConcurrency: number
  /** Whether the application may ask for members, presences and message content. */
  privilegedIntents: boolean
  /** What READY says, beside the session. */
  ready(): object
  /** What follows READY. */
  greetings(): readonly { t: string; d: object }[]
  violate(fault: string): void
  emit(event: 'ready' | 'resumed' | 'heartbeat' | 'closed', detail: unknown): void
}

/** Discord's gateway, version 10: hello, identify, heartbeat, resume. */
export class GatewayServer {
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: 1 << 20 })
  readonly #sessions = new Map<string, Session>()
  readonly #identified: number[] = []
  /** Closes the next bot that identifies with this code. */
  refuseNext: number | null = null
  url = ''

  constructor(readonly settings: GatewaySettings) {}

  listen(server: Server, url: string): void {
    this.url = url
    server.on('upgrade', (request, socket, head) => {
      this.#sockets.handleUpgrade(request, socket, head, connection =>
        this.#accept(connection, request.url ?? ''),
      )
    })
  }

  get hasSessions(): boolean {
    return this.#sessions.size > 0
  }

  #accept(socket: WebSocket, url: string): void {
    const query = new URL(url, 'ws://localhost').searchParams
    if (query.get('v') !== '10' || query.get('encoding') !== 'json') socket.close(4012, 'Invalid API version')
    this.#send(socket, { op: 10, d: { heartbeat_interval: this.settings.heartbeatInterval, _trace: [] } })
    const link = new Link(socket)
    socket.on('message', data => this.#receive(link, data.toString()))
    socket.on('error', () => socket.terminate())
    socket.on('close', code => this.#closed(link, code))
  }

  #send(socket: WebSocket, payload: object): void {
    socket.send(JSON.stringify({ s: null, t: null, ...payload }))
  }

  /** After a proper good-bye there is nothing to resume. */
  #closed({ session }: Link, code: number): void {
    this.settings.emit('closed', code)
    if (!session) return
    session.socket = null
    if (code === 1000 || code === 1001) this.#sessions.delete(session.id)
  }

  #close(link: Link, code: number, reason: string): void {
    this.settings.violate(`the gateway closed with ${code}: ${reason}`)
    link.socket.close(code, reason)
  }

  #receive(link: Link, text: string): void {
    const fault = this.#handle(link, text)
    if (fault) this.#close(link, ...fault)
  }

  #handle(link: Link, text: string): Fault | null {
    if (Buffer.byteLength(text) > LARGEST) return [4002, 'a payload of more than 4096 bytes']
    if (!link.mayReceive()) return [4008, 'more than 120 payloads in a minute']
    const payload = Payload.safeParse(parseJson(text))
    if (!payload.success) return [4002, 'not a payload']
    const { op, d } = payload.data
    if (op === 1) return this.#heartbeat(link)
    if (op === 2) return this.#identify(link, d)
    if (op === 6) return this.#resume(link, d)
    if (![3, 4, 8, 31].includes(op)) return [4001, `unknown opcode ${op}`]
    return link.session ? null : [4003, 'a payload before identifying']
  }

  #heartbeat(link: Link): null {
    this.#send(link.socket, { op: 11 })
    this.settings.emit('heartbeat', link.session?.id ?? null)
    return null
  }

  #identify(link: Link, data: unknown): Fault | null {
    const read = Identify.safeParse(data)
    if (!read.success) return [4002, 'not an identify payload']
    if (link.session) return [4005, 'identified twice']
    const code = this.#refusal(read.data)
    if (code !== null) {
      link.socket.close(code)
      return null
    }
    if (!this.#mayIdentify()) {
      this.settings.violate('identified more often than max_concurrency in 5 s')
      this.#send(link.socket, { op: 9, d: false })
      return null
    }
    link.session = { id: newId(), socket: link.socket, sent: [] }
    this.#sessions.set(link.session.id, link.session)
    this.#welcome(link.session, read.data.shard ?? [0, 1])
    return null
  }

  /** The code that a login is closed with, where the bot's owner must mend something. */
  #refusal({ token, intents }: z.infer<typeof Identify>): number | null {
    const asked = this.refuseNext
    this.refuseNext = null
    if (asked !== null) return asked
    if (token !== this.settings.token) return 4004
    if ((intents & ~KNOWN_INTENTS) !== 0) return 4013
    return (intents & PRIVILEGED) !== 0 && !this.settings.privilegedIntents ? 4014 : null
  }

  #mayIdentify(): boolean {
    const now = Date.now()
    while (this.#identified[0] !== undefined && this.#identified[0] < now - IDENTIFY_WINDOW)
      this.#identified.shift()
    this.#identified.push(now)
    return this.#identified.length <= this.settings.maxConcurrency
  }

  #welcome(session: Session, shard: readonly number[]): void {
    const ready = {
      v: 10,
      session_id: session.id,
      resume_gateway_url: this.url,
      shard,
      ...this.settings.ready(),
    }
    this.#dispatchTo(session, 'READY', ready)
    for (const { t, d } of this.settings.greetings()) this.#dispatchTo(session, t, d)
    this.settings.emit('ready', session.id)
  }

  #resume(link: Link, data: unknown): Fault | null {
    const read = Resume.safeParse(data)
    if (!read.success) return [4002, 'not a resume payload']
    const session = this.#sessions.get(read.data.session_id)
    if (read.data.token !== this.settings.token) return [4004, 'resumed with another token']
    if (!session) {
      this.#send(link.socket, { op: 9, d: false })
      return null
    }
    if (read.data.seq > session.sent.length) return [4007, 'resumed at a number never sent']
    session.socket = link.socket
    link.session = session
    for (const event of session.sent.slice(read.data.seq)) this.#send(link.socket, { op: 0, ...event })
    this.#dispatchTo(session, 'RESUMED', {})
    this.settings.emit('resumed', session.id)
    return null
  }

  #dispatchTo(session: Session, t: string, d: object): void {
    const event = { t, s: session.sent.length + 1, d }
    session.sent.push(event)
    if (session.socket) this.#send(session.socket, { op: 0, ...event })
  }

  /** Sends an event to every bot that is logged in; those that lost their connection get it when they resume. */
  dispatch(t: string, d: object): void {
    for (const session of this.#sessions.values()) this.#dispatchTo(session, t, d)
  }

  /** Breaks every connection without a good-bye. */
  drop(): void {
    for (const { socket } of this.#sessions.values()) socket?.terminate()
  }

  /** Asks every bot to connect anew and resume. */
  askToReconnect(): void {
    for (const { socket } of this.#sessions.values()) if (socket) this.#send(socket, { op: 7, d: null })
  }

  /** Closes every connection with a code of Discord's. */
  closeAll(code: number): void {
    for (const { socket } of this.#sessions.values()) socket?.close(code)
  }

  stop(): void {
    for (const socket of this.#sockets.clients) socket.terminate()
    this.#sessions.clear()
    this.#sockets.close()
  }
}

/** One connection of a bot. */
class Link {
  session: Session | null = null
  #received: number[] = []

  constructor(readonly socket: WebSocket) {}

  mayReceive(): boolean {
    const now = Date.now()
    this.#received = this.#received.filter(time => time > now - 60_000)
    this.#received.push(now)
    return this.#received.length <= COMMANDS_PER_MINUTE
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
