import { afterEach, beforeEach, expect, test } from 'vitest'
import { OnRecordError } from '../../src/errors.js'
import type { FakeMessage } from '../support/fake-discord/fake-discord.js'
import { PERMISSIONS } from '../support/fake-discord/fake-discord.js'
import { reply, type Stage, samples, setUp } from './sample-bot.js'

let stage: Stage

beforeEach(async () => {
  stage = await setUp()
})

afterEach(async () => {
  expect(await stage.end()).toEqual([])
})

async function ask(command = 'pages'): Promise<FakeMessage> {
  const { messages } = await stage.discord.interact({ command, user: 'ann' })
  const [message] = messages
  if (!message) throw new Error('there was no answer')
  return message
}

const press = (message: FakeMessage, label: string, user = 'ann') =>
  stage.discord.press({ message, label, user })

const withPages = (run: (typeof samples)[number]['run']) =>
  samples.map(command => (command.name === 'pages' ? { ...command, run } : command))

async function restart(more: Parameters<Stage['start']>[0] = {}): Promise<void> {
  await stage.bot.stop()
  await stage.start(more)
}

test('turn the pages of the message they stand under', async () => {
  const message = await ask()
  expect(message.buttons.map(({ label, disabled }) => [label, disabled])).toEqual([
    ['Previous', true],
    ['Next', false],
  ])
  const { messages } = await press(message, 'Next')
  expect(messages).toEqual([message])
  expect(message.content).toBe('page 1 for a reader')
  await press(message, 'Previous')
  expect(message.content).toBe('page 0 for a reader')
})

test('still work when the bot has been started anew', async () => {
  const message = await ask()
  await restart()
  await press(message, 'Next')
  expect(message.content).toBe('page 1 for a reader')
})

test('give someone else a copy of their own, with their own rights', async () => {
  const message = await ask()
  const { messages } = await stage.discord.press({
    message,
    label: 'Next',
    user: 'bob',
    permissions: PERMISSIONS.manageGuild,
  })
  const copy = messages[0]
  expect(message.content).toBe('page 0 for a reader')
  expect([copy?.content, copy?.ephemeral]).toEqual(['page 1 for a moderator', true])
  if (copy) await press(copy, 'Next', 'bob')
  expect(copy?.content).toBe('page 2 for a reader')
})

const overwrite = (value: string) => () => {
  for (const key of stage.buttons.saved.keys()) stage.buttons.saved.set(key, value)
}

test.each([
  ['the key is unknown', () => stage.buttons.saved.clear()],
  ['what was saved is broken', overwrite('{')],
  ['what was saved is no command', overwrite('{"page":1}')],
  ['the command is gone', overwrite('{"command":"gone","options":{}}')],
])('are out of date when %s', async (_, spoil) => {
  const message = await ask()
  spoil()
  const { messages } = await press(message, 'Next')
  expect(messages.map(each => [each.content, each.ephemeral])).toEqual([
    ['This button is out of date. Give the command again.', true],
  ])
  expect(message.content).toBe('page 0 for a reader')
})

test('tell the presser alone when there is something to mend', async () => {
  const message = await ask()
  await restart({
    commands: withPages(async () => {
      throw new OnRecordError('not-found', 'That page is gone.')
    }),
  })
  const { messages } = await press(message, 'Next')
  expect(messages.map(each => [each.content, each.ephemeral])).toEqual([['That page is gone.', true]])
  expect(message.content).toBe('page 0 for a reader')
})

test.each([
  ['the asker', 'ann', true, 'page 0 for a reader'],
  ['someone else', 'bob', false, 'slow page'],
])('may take their time for %s', async (_, user, updates) => {
  const message = await ask()
  let open = (): void => {}
  const gate = new Promise<void>(resolve => {
    open = resolve
  })
  stage.discord.once('deferred', () => open())
  await restart({ commands: withPages(() => gate.then(() => reply('slow page'))) })
  const { messages, deferred } = await press(message, 'Next', user)
  expect(deferred).toBe(true)
  expect(messages[0]?.content).toBe('slow page')
  expect(message.content).toBe(updates ? 'slow page' : 'page 0 for a reader')
})

test('may run the same command twice in one message', async () => {
  const invocation = { command: 'pages', options: {} }
  const buttons = ['Once', 'Twice'].map(label => ({ label, invocation }))
  await restart({ commands: withPages(async () => reply('two of a kind', { buttons })) })
  const message = await ask()
  expect(new Set(message.buttons.map(({ customId }) => customId)).size).toBe(2)
  await press(message, 'Twice')
  expect(message.content).toBe('two of a kind')
})

test('that are not ours are out of date', async () => {
  const message = await ask()
  const [row] = (message.body.components ?? []) as { components: { custom_id: string }[] }[]
  for (const button of row?.components ?? []) button.custom_id = `foreign:${button.custom_id}`
  const { messages } = await press(message, 'Next')
  expect(messages[0]?.content).toContain('out of date')
})
