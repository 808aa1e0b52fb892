import { describe, expect, it } from 'vitest'
import { createLog, hider, readableLines } from '../src/log.js'

const token = 'abc.def+"ghi'

const draw = await readableLines(false)

function logged(readable: boolean, write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  const options = { level: 'info' as const, secrets: [token], ...(readable && { draw }) }
  write(createLog({ write: line => lines.push(line) }, options))
  return lines.join('')
}

describe.each([[true], [false]])('a log (readable: %s)', readable => {
  it.each<[string, (log: ReturnType<typeof createLog>) => void]>([
    ['a message', log => log.info(`logging in with ${token}`)],
    ['a field', log => log.info({ headers: { authorization: `Bot ${token}` } }, 'sent')],
    ['an error', log => log.error(new Error(`bad token ${token}`))],
    [
      'the cause of an error',
      log => log.error({ err: new Error('bad', { cause: new Error(token) }) }, 'bad'),
    ],
    ['a URL', log => log.warn({ url: `https://example.org/?key=${encodeURIComponent(token)}` }, 'bad')],
  ])('hides the token in %s', (_, write) => {
    const text = logged(readable, write)
    expect(text).toContain('(hidden)')
    for (const part of ['abc.def', 'ghi']) expect(text).not.toContain(part)
  })

  it('writes nothing below its level', () => {
    expect(logged(readable, log => log.debug('detail'))).toBe('')
  })
})

it('is a JSON object a line for programs', () => {
  const record = JSON.parse(logged(false, log => log.info({ guilds: 2 }, 'ready')))
  expect(record).toMatchObject({ level: 30, guilds: 2, msg: 'ready', time: expect.stringMatching(/^\d{4}-/) })
})

it('hides nothing where there is no secret', () => {
  expect(hider([''])('as it is')).toBe('as it is')
})
