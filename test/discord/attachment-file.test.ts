import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { attachedFile, isOwnUrl } from '../../src/discord/attachment-file.js'
import { type FakeFile, PERMISSIONS } from '../support/fake-discord/fake-discord.js'
import { type Stage, setUp } from './sample-bot.js'

describe('own addresses', () => {
  test.each([
    ['https://cdn.discordapp.com/attachments/1/2/a.txt', true],
    ['https://media.discordapp.net/attachments/1/2/a.txt', true],
    ['http://127.0.0.1:9999/attachments/1/2/a.txt', true],
    ['http://cdn.discordapp.com/attachments/1/2/a.txt', false],
    ['https://cdn.discordapp.com:8443/a.txt', false],
    ['https://cdn.discordapp.com.example.org/a.txt', false],
    ['https://cdn.discordapp.com@example.org/a.txt', false],
    ['https://someone@cdn.discordapp.com/a.txt', false],
    ['http://127.0.0.1:9998/a.txt', false],
    ['http://169.254.169.254/latest/meta-data', false],
    ['file:///etc/passwd', false],
    ['ftp://cdn.discordapp.com/a.txt', false],
  ])('%s: %s', (url, expected) => {
    expect(isOwnUrl(new URL(url), 'http://127.0.0.1:9999/api')).toBe(expected)
  })
})

describe('a file given to a command', () => {
  let stage: Stage

  beforeEach(async () => {
    stage = await setUp()
  })

  afterEach(async () => {
    expect(await stage.end()).toEqual([])
  })

  async function give(file: Partial<FakeFile>): Promise<string | undefined> {
    const { messages } = await stage.discord.interact({
      command: 'desk',
      subcommand: 'add',
      files: { file: { name: 'a.txt', content: 'the words', ...file } },
      permissions: PERMISSIONS.manageGuild,
    })
    expect(messages[0]?.ephemeral).toBe(true)
    return messages[0]?.content
  }

  test('is read', async () => {
    expect(await give({})).toBe('a.txt: the words')
  })

  test.each([
    [
      'says that it is too large',
      { announcedSize: 1001 },
      '“a.txt” is too large: the most is 1000 bytes. Shorten or split it.',
    ],
    [
      'is larger than it says',
      { content: 'x'.repeat(1001), announcedSize: 10 },
      '“a.txt” is too large: the most is 1000 bytes. Shorten or split it.',
    ],
    [
      'is elsewhere',
      { url: 'https://example.org/a.txt' },
      '“a.txt” is not stored at Discord, so it is not fetched. Attach the file itself.',
    ],
    [
      'has no address',
      { url: 'nowhere' },
      '“a.txt” is not stored at Discord, so it is not fetched. Attach the file itself.',
    ],
    [
      'leads elsewhere',
      { redirectTo: 'http://169.254.169.254/' },
      'Discord did not hand out “a.txt” (status 302). Attach it again.',
    ],
    ['is gone', { status: 404 }, 'Discord did not hand out “a.txt” (status 404). Attach it again.'],
  ])('is refused when it %s', async (_, file, sentence) => {
    expect(await give(file)).toBe(sentence)
  })

  test('is not fetched where its size alone is a reason to refuse it', async () => {
    await give({ announcedSize: 1001 })
    expect(stage.discord.files.fetched).toEqual([])
  })

  test('is given up where it does not arrive in time', async () => {
    const { url } = stage.discord.files.add({ name: 'a.txt', content: '', stalls: true }, '1')
    const file = attachedFile({ name: 'a.txt', size: 10, url }, { apiUrl: stage.discord.url, timeout: 50 })
    await expect(file.read(1000)).rejects.toThrow('“a.txt” could not be read from Discord. Attach it again.')
  })

  test('cannot be given by someone who may not manage the server', async () => {
    const { messages } = await stage.discord.interact({ command: 'desk', subcommand: 'list' })
    expect(messages[0]?.content).toBe('Only moderators may do this.')
  })
})
