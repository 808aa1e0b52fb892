import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { FakeDiscord, type FakeSettings } from './fake-discord/fake-discord.js'

let discord: FakeDiscord

const open = async (settings: FakeSettings = {}) => {
  discord = await new FakeDiscord(settings).start()
}

beforeEach(() => open())

afterEach(() => discord.stop())

/** What the tests look at in an answer. */
interface Answer {
  id: string
  code: number
  retry_after: number
  options: unknown
}

async function send(method: string, path: string, body?: unknown, token = discord.token) {
  const response = await fetch(`${discord.url}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, json: JSON.parse(text || '{}') as Answer & Answer[] }
}

interface Link {
  socket: WebSocket
  /** The next payload that satisfies `wanted`. */
  next(wanted: (payload: Payload) => boolean): Promise<Payload>
}

interface Payload {
  op: number
  t: string | null
  s: number | null
  d: unknown
}

function connect(): Link {
  const socket = new WebSocket(`${discord.gateway.url}?v=10&encoding=json`)
  const got: Payload[] = []
  const waiting = new Set<() => void>()
  socket.on('message', data => {
    got.push(JSON.parse(String(data)) as Payload)
    for (const look of waiting) look()
  })
  const next: Link['next'] = wanted =>
    new Promise(resolve => {
      const look = (): void => {
        const index = got.findIndex(wanted)
        if (index < 0) return
        waiting.delete(look)
        resolve(got.splice(index, 1)[0]!)
      }
      waiting.add(look)
      look()
    })
  return { socket, next }
}

const identifyWith = (token: string, intents = 1) => ({
  op: 2,
  d: { token, intents, properties: { os: 'linux', browser: 'test', device: 'test' } },
})

/** A bot that does exactly what a test says. */
async function logIn(): Promise<Link> {
  const link = connect()
  await link.next(({ op }) => op === 10)
  link.socket.send(JSON.stringify(identifyWith(discord.token)))
  await link.next(({ t }) => t === 'GUILD_CREATE')
  return link
}

const commands = (list: unknown) => send('PUT', `/applications/${discord.applicationId}/commands`, list)

const greet = { name: 'greet', description: 'Greets' }

interface Given {
  id: string
  token: string
}

/** Gives /greet and hands over what the bot gets. */
async function ask(): Promise<{ given: Given; answer: Promise<unknown>; link: Link }> {
  await commands([greet])
  const link = await logIn()
  const answer = discord.interact({ command: 'greet' })
  answer.catch(() => {})
  const { d } = await link.next(({ t }) => t === 'INTERACTION_CREATE')
  return { given: d as Given, answer, link }
}

const callback = ({ id, token }: Given, body: unknown) =>
  send('POST', `/interactions/${id}/${token}/callback`, body)
const webhook = ({ token }: Given, end = '') => `/webhooks/${discord.applicationId}/${token}${end}`

const button = (custom_id: string | null, more: object = {}) => ({
  type: 2,
  style: 2,
  label: 'Go',
  custom_id,
  ...more,
})
const row = (...components: object[]) => ({ type: 1, components })
const embed = (size: number) => ({ description: 'x'.repeat(size) })

describe('a message that breaks a rule is refused:', () => {
  test.each<[string, object, RegExp]>([
    ['empty', {}, /the message is empty/],
    ['only white space', { content: ' \n' }, /the message is empty/],
    ['content over 2000', { content: 'x'.repeat(2001) }, /content/],
    ['6000 over all embeds', { embeds: [embed(3001), embed(3000)] }, /6001 characters in all embeds/],
    ['an empty embed', { content: 'x', embeds: [{}] }, /an embed is empty/],
    ['title over 256', { embeds: [{ title: 'x'.repeat(257) }] }, /title/],
    ['description over 4096', { embeds: [embed(4097)] }, /description/],
    ['over 10 embeds', { embeds: Array(11).fill(embed(1)) }, /embeds/],
    ['a malformed URL', { embeds: [{ title: 'x', url: 'nowhere' }] }, /url/],
    ['a field without a value', { embeds: [{ fields: [{ name: 'x', value: '' }] }] }, /value/],
    ['over 25 fields', { embeds: [{ fields: Array(26).fill({ name: 'x', value: 'y' }) }] }, /fields/],
    ['a button without custom_id', { content: 'x', components: [row(button(null))] }, /custom_id/],
    [
      'a custom_id over 100',
      { content: 'x', components: [row(button('x'.repeat(101)))] },
      /custom_id|components/,
    ],
    ['a repeated custom_id', { content: 'x', components: [row(button('a')), row(button('a'))] }, /repeated/],
    [
      'six buttons in a row',
      { content: 'x', components: [row(...'abcdef'.split('').map(id => button(id)))] },
      /5 buttons/,
    ],
    [
      'six rows',
      { content: 'x', components: 'abcdef'.split('').map(id => row(button(id))) },
      /5 action rows/,
    ],
    [
      'a label over 80',
      { content: 'x', components: [row(button('a', { label: 'x'.repeat(81) }))] },
      /label|components/,
    ],
    ['V2 with content', { content: 'x', flags: 1 << 15, components: [{ type: 10, content: 'y' }] }, /V2/],
    [
      '41 components',
      { flags: 1 << 15, components: [{ type: 17, components: Array(40).fill({ type: 14 }) }] },
      /41 comp/,
    ],
    ['an unknown property', { content: 'x', colour: 'red' }, /colour/],
  ])('%s', async (_, data, fault) => {
    const { given } = await ask()
    const response = await callback(given, { type: 4, data })
    expect([response.status, response.json.code]).toEqual([400, 50035])
    expect(discord.violations.join('\n')).toMatch(fault)
  })
})

describe('commands that break a rule are refused:', () => {
  const text = { type: 3, name: 'words', description: 'Some words' }
  const choice = { name: 'a', value: 'a' }
  const having = (option: object, ...more: object[]) => [
    { ...greet, options: [{ ...text, ...option }, ...more] },
  ]
  const many = (count: number, more: object = {}) =>
    Array.from({ length: count }, (_, index) => ({ ...greet, ...more, name: `c${index}` }))

  test.each<[string, unknown, RegExp]>([
    ['capitals', [{ ...greet, name: 'Greet' }], /not a name/],
    ['spaces', [{ ...greet, name: 'greet all' }], /not a name/],
    ['a repeated name', [greet, greet], /repeated/],
    ['no description', [{ name: 'greet' }], /has a description/],
    ['a description over 100', [{ ...greet, description: 'x'.repeat(101) }], /description/],
    ['a description on a context menu', [{ ...greet, type: 2 }], /has no description/],
    ['a repeated option', having({}, text), /option name is repeated/],
    [
      'a required option last',
      having({}, { ...text, name: 'more', required: true }),
      /after an optional one/,
    ],
    ['autocomplete with choices', having({ autocomplete: true, choices: [choice] }), /exclude|options/],
    ['a choice over 100', having({ choices: [{ name: 'a', value: 'x'.repeat(101) }] }), /options/],
    ['an unknown locale', [{ ...greet, name_localizations: { xx: 'greet' } }], /unknown locale/],
    ['an unknown property', [{ ...greet, colour: 'red' }], /colour/],
    ['101 slash commands', many(101), /101 commands of type 1/],
    ['16 user commands', many(16, { type: 2, description: undefined }), /16 commands of type 2/],
    [
      'over 8000 characters',
      having(
        { choices: Array.from({ length: 25 }, () => ({ name: 'n', value: 'v'.repeat(100) })) },
        ...Array.from({ length: 3 }, (_, index) => ({
          ...text,
          name: `o${index}`,
          choices: Array.from({ length: 25 }, () => ({ name: 'n'.repeat(10), value: 'v'.repeat(100) })),
        })),
      ),
      /8000/,
    ],
  ])('%s', async (_, body, fault) => {
    const response = await commands(body)
    expect(response.status).toBe(400)
    expect(discord.violations.join('\n')).toMatch(fault)
    expect(discord.commands.list(null)).toEqual([])
  })

  test('but good ones are kept, without what has the default value', async () => {
    await commands(having({ required: false }))
    const response = await send('GET', `/applications/${discord.applicationId}/commands`)
    expect(response.json[0]?.options).toEqual([text])
    expect(discord.violations).toEqual([])
  })
})

describe('an interaction', () => {
  test('that is not answered in time is a violation', async () => {
    await discord.stop()
    await open({ answerWithin: 20 })
    const { given, answer } = await ask()
    await expect(answer).rejects.toThrow('/greet was not answered within 20 ms')
    expect((await callback(given, { type: 4, data: { content: 'late' } })).status).toBe(404)
    expect(discord.violations).toEqual(['/greet was not answered within 20 ms'])
  })

  test('is answered once', async () => {
    const { given } = await ask()
    expect((await callback(given, { type: 4, data: { content: 'one' } })).status).toBe(204)
    const again = await callback(given, { type: 4, data: { content: 'two' } })
    expect(again.json.code).toBe(40060)
    expect(discord.violations).toEqual(['/greet was answered twice'])
  })

  test('is not followed up before it is answered', async () => {
    const { given } = await ask()
    expect((await send('POST', webhook(given), { content: 'early' })).status).toBe(404)
    expect(discord.violations).toEqual(['/greet was followed up before it was answered'])
  })

  test('that never was cannot be answered', async () => {
    expect((await callback({ id: '1', token: 'x' }, { type: 4 })).status).toBe(404)
    expect(discord.violations).toHaveLength(1)
  })

  test.each([6, 7, 8])('of a command is not answered by a callback of type %i', async type => {
    const { given } = await ask()
    expect((await callback(given, { type, data: {} })).status).toBe(400)
    expect(discord.violations).toHaveLength(1)
  })

  test('that was deferred takes the first follow-up for its answer, as hidden as the deferral was', async () => {
    const { given, answer } = await ask()
    await callback(given, { type: 5 })
    await send('POST', webhook(given), { content: 'at last', flags: 64 })
    expect(await answer).toMatchObject({
      deferred: true,
      messages: [{ content: 'at last', ephemeral: false }],
    })
  })

  test('may be answered, edited, followed up and deleted', async () => {
    const { given, answer } = await ask()
    await callback(given, { type: 4, data: { content: 'one' } })
    await send('PATCH', webhook(given, '/messages/@original'), { content: 'two' })
    const more = (await send('POST', webhook(given), { content: 'three' })).json
    const { messages } = (await answer) as { messages: { content: string; deleted: boolean }[] }
    expect(messages.map(({ content }) => content)).toEqual(['two'])
    await send('DELETE', webhook(given, '/messages/@original'))
    expect(messages[0]?.deleted).toBe(true)
    expect((await send('GET', webhook(given, `/messages/${more.id}`))).status).toBe(200)
    expect((await send('GET', webhook(given, '/messages/@original'))).status).toBe(404)
    expect(discord.violations).toEqual([])
  })

  test('pings where nothing forbids it', async () => {
    const { given, answer } = await ask()
    await callback(given, {
      type: 4,
      data: { content: '@everyone <@12>', allowed_mentions: { users: ['12'] } },
    })
    expect(await answer).toMatchObject({ messages: [{ pings: ['<@12>'] }] })
  })
})

describe('the gateway', () => {
  const closes = async ({ socket }: Link) => (await once(socket, 'close'))[0]

  test.each<[number, string, (link: Link) => void]>([
    [4004, 'a wrong token', ({ socket }) => socket.send(JSON.stringify(identifyWith('wrong')))],
    [
      4014,
      'privileged intents',
      ({ socket }) => socket.send(JSON.stringify(identifyWith(discord.token, 1 << 15))),
    ],
    [4002, 'a large payload', ({ socket }) => socket.send(JSON.stringify({ op: 1, d: 'x'.repeat(4096) }))],
    [4002, 'no JSON', ({ socket }) => socket.send('hello')],
    [4001, 'an unknown opcode', ({ socket }) => socket.send('{"op":99}')],
    [4003, 'anything before identifying', ({ socket }) => socket.send('{"op":3,"d":{}}')],
  ])('closes with %i on %s', async (code, _, act) => {
    const link = connect()
    const closed = closes(link)
    await link.next(({ op }) => op === 10)
    act(link)
    expect(await closed).toBe(code)
  })

  test('hands on what was missed when a session is resumed', async () => {
    const { link } = await ask()
    const ready = { session_id: '' }
    Object.assign(ready, (await link.next(({ t }) => t === 'READY')).d)
    link.socket.terminate()
    discord.interact({ command: 'greet' }).catch(() => {})
    const again = connect()
    await again.next(({ op }) => op === 10)
    again.socket.send(
      JSON.stringify({ op: 6, d: { token: discord.token, session_id: ready.session_id, seq: 3 } }),
    )
    expect((await again.next(({ t }) => t === 'INTERACTION_CREATE')).s).toBe(4)
    await again.next(({ t }) => t === 'RESUMED')
  })

  test('does not resume what it does not know', async () => {
    const link = connect()
    await link.next(({ op }) => op === 10)
    link.socket.send(JSON.stringify({ op: 6, d: { token: discord.token, session_id: 'x', seq: 1 } }))
    expect((await link.next(({ op }) => op === 9)).d).toBe(false)
  })

  test('lets a bot identify only so often', async () => {
    await discord.stop()
    await open({ maxConcurrency: 1 })
    await logIn()
    const link = connect()
    await link.next(({ op }) => op === 10)
    link.socket.send(JSON.stringify(identifyWith(discord.token)))
    expect((await link.next(({ op }) => op === 9)).d).toBe(false)
    expect(discord.violations).toHaveLength(1)
  })
})

describe('the REST API', () => {
  test('refuses a wrong token', async () => {
    expect((await send('GET', '/gateway/bot', undefined, 'wrong')).status).toBe(401)
  })

  test('knows no routes but those that bots like ours need', async () => {
    expect((await send('GET', '/users/@me')).status).toBe(404)
    expect(discord.violations).toHaveLength(1)
  })

  test('sees who does not wait when there were too many requests', async () => {
    discord.limit({ retryAfter: 60 })
    const limited = await send('GET', '/gateway/bot')
    expect([limited.status, limited.json.retry_after]).toEqual([429, 60])
    await send('GET', '/gateway/bot')
    expect(discord.violations).toEqual(['GET /gateway/bot came again before retry_after was over'])
  })

  test('takes 50 requests in a second', async () => {
    const responses = await Promise.all(Array.from({ length: 60 }, () => send('GET', '/gateway/bot')))
    expect(responses.some(({ status }) => status === 429)).toBe(true)
    expect(discord.violations).toContain('more than 50 requests in a second')
  })
})

describe('users', () => {
  test.each<[string, Parameters<FakeDiscord['interact']>[0], string]>([
    ['an unknown command', { command: 'greet-all' }, '/greet-all is not registered'],
    ['without a required option', { command: 'say' }, '/say needs words'],
    ['with an unknown option', { command: 'say', options: { words: 'x', tone: 'y' } }, 'no option tone'],
    ['with no choice', { command: 'say', options: { words: 'z' } }, 'no choice z'],
  ])('cannot give %s', async (_, given, fault) => {
    const words = {
      type: 3,
      name: 'words',
      description: 'Words',
      required: true,
      choices: [{ name: 'x', value: 'x' }],
    }
    await commands([{ name: 'say', description: 'Says', options: [words] }])
    await logIn()
    await expect(async () => discord.interact(given)).rejects.toThrow(fault)
  })

  test('get no answer where no bot is', async () => {
    await commands([greet])
    await expect(async () => discord.interact({ command: 'greet' })).rejects.toThrow('no bot is logged in')
  })
})
