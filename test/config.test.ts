import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig, variableNames } from '../src/config.js'
import { OnRecordError } from '../src/errors.js'

function faultOf(environment: Record<string, string>): string {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof OnRecordError) return error.message
    throw error
  }
  throw new Error('the environment was accepted')
}

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      discordToken: null,
      discordApiUrl: 'https://discord.com/api',
      discordGuildId: null,
      registerAtStart: true,
      dataDirectory: './data',
      maxFileBytes: 5_000_000,
      answerThreshold: undefined,
      logLevel: 'info',
      colours: true,
    })
  })

  it.each([
    [{ DISCORD_TOKEN: 'abc.def' }, { discordToken: 'abc.def' }],
    [{ DISCORD_TOKEN: '  ' }, { discordToken: null }],
    [{ DISCORD_API_URL: 'http://127.0.0.1:8080/api/' }, { discordApiUrl: 'http://127.0.0.1:8080/api' }],
    [{ DISCORD_GUILD_ID: '123456789012345678' }, { discordGuildId: '123456789012345678' }],
    [{ ON_RECORD_REGISTER: 'No' }, { registerAtStart: false }],
    [{ ON_RECORD_REGISTER: '1' }, { registerAtStart: true }],
    [{ ON_RECORD_MAX_FILE_MB: '0.5' }, { maxFileBytes: 500_000 }],
    [{ ON_RECORD_THRESHOLD: '.75' }, { answerThreshold: 0.75 }],
    [{ ON_RECORD_DATA: '/srv/record' }, { dataDirectory: '/srv/record' }],
    [{ ON_RECORD_LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
    [{ NO_COLOR: '1' }, { colours: false }],
    [{ NO_COLOR: '' }, { colours: true }],
  ])('reads %j', (environment, expected) => {
    expect(readConfig(environment)).toMatchObject(expected)
  })

  it.each([
    ['DISCORD_API_URL', 'discord.com', 'must be an http:// or https:// URL'],
    ['DISCORD_API_URL', 'file:///etc/passwd', 'must be an http:// or https:// URL'],
    ['DISCORD_GUILD_ID', '12', 'must be a server’s id of 17 to 20 digits'],
    ['ON_RECORD_REGISTER', 'maybe', 'must be yes or no'],
    ['ON_RECORD_MAX_FILE_MB', 'five', 'must be a number from 0.001 to 1000'],
    ['ON_RECORD_MAX_FILE_MB', '0', 'must be a number from 0.001 to 1000'],
    ['ON_RECORD_MAX_FILE_MB', '-5', 'must be a number from 0.001 to 1000'],
    ['ON_RECORD_THRESHOLD', '1.5', 'must be a number from 0 to 1'],
    ['ON_RECORD_THRESHOLD', 'high', 'must be a number from 0 to 1'],
    ['ON_RECORD_LOG_LEVEL', 'loud', 'must be one of fatal, error, warn, info, debug, trace, silent'],
  ])('refuses %s=%s by name, rule and value', (name, value, rule) => {
    expect(faultOf({ [name]: value })).toBe(
      `The configuration has a fault:\n- ${name} ${rule}, but is “${value}”`,
    )
  })

  it('names all faults at once', () => {
    const fault = faultOf({ DISCORD_GUILD_ID: 'x', ON_RECORD_LOG_LEVEL: 'y', ON_RECORD_MAX_FILE_MB: 'z' })
    expect(fault).toContain('3 faults')
    for (const name of ['DISCORD_GUILD_ID', 'ON_RECORD_LOG_LEVEL', 'ON_RECORD_MAX_FILE_MB']) {
      expect(fault).toContain(name)
    }
  })

  it.each([
    ['ON_RECORD_TRESHOLD', '; did you mean ON_RECORD_THRESHOLD?'],
    ['ON_RECORD_LOGLEVEL', '; did you mean ON_RECORD_LOG_LEVEL?'],
    ['ON_RECORD_SOMETHING_ELSE_ALTOGETHER_AND_LONGER', ''],
  ])('knows no %s', (name, hint) => {
    expect(faultOf({ [name]: '0.5' })).toBe(`The configuration has a fault:\n- ${name} is no setting${hint}`)
  })

  it('passes over names of others, and its own without a value', () => {
    expect(readConfig({ RECORD_THRESHOLD: '7', ON_RECORD_TRESHOLD: ' ' })).toEqual(readConfig({}))
  })

  it('never shows a secret', () => {
    const fault = faultOf({ DISCORD_TOKEN: 'very secret', ON_RECORD_REGISTER: 'perhaps' })
    expect(fault).toContain('DISCORD_TOKEN must have no white space, but is (hidden)')
    expect(fault).not.toContain('secret')
  })

  it('cannot be changed', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true)
  })
})

describe('.env.example', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
  const entries = [...example.matchAll(/(?<=\n)((?:#.*\n)+)([A-Z_]+)=(.*)/g)]

  it('lists every variable with a comment, and no other', () => {
    expect(entries.map(entry => entry[2])).toEqual(variableNames)
    expect(example.match(/^[A-Z_]+=/gm)).toHaveLength(variableNames.length)
  })

  it('shows the defaults', () => {
    const shown = Object.fromEntries(entries.map(entry => [entry[2], entry[3]]))
    expect(readConfig(shown)).toEqual(readConfig({}))
  })
})
