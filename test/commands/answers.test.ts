import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../commands/index.js'
import type { Reply } from '../../src/reply.js'
import { type OpenLibrary, openLibrary } from '../support/library.js'

const asker = { guildId: 'some server', isModerator: false }

let open: OpenLibrary
beforeAll(async () => {
  open = await openLibrary()
})
afterAll(() => open[Symbol.asyncDispose]())

const ask = (command: string, options: Record<string, unknown> = {}): Promise<Reply> =>
  runCommand({ command, options }, asker, open.services)

const speakersOf = (reply: Reply) => reply.quotes.map(quote => quote.attribution)

describe('/who-said', () => {
  it.each([
    ['we went in together', ['Antony Blinken', 'Stoltenberg']],
    ['rebuild and revitalize', ['Antony Blinken']],
    ['never again becomes a safe haven for terrorists', ['Antony Blinken']],
    ['excellent opportunity to sit with their 30 allies', ['Stoltenberg']],
    ['a reduction in violence', ['Stoltenberg']],
    ['tough to meet the May 1 deadline', ['President Biden, via Antony Blinken']],
    ['presidential election to be held in September', ['President Ghani, via sources to TOLOnews']],
  ])('%s', async (words, speakers) => {
    const reply = await ask('who-said', { words })
    expect(speakersOf(reply)).toEqual(speakers)
    for (const quote of reply.quotes) expect(quote.note).toBe('word for word')
  })

  it('shows what was misremembered against the record', async () => {
    const reply = await ask('who-said', { words: 'we went in together and we will come home together' })
    expect(reply.text).toMatch(/^Not word for word on the record/)
    expect(speakersOf(reply)).toEqual(['Antony Blinken', 'Stoltenberg'])
    for (const { note, differences } of reply.quotes) {
      expect(note).toBe('not word for word')
      expect(differences).toContainEqual({ op: 'changed', remembered: 'come home', recorded: 'leave' })
    }
  })

  it('says what is not on the record', async () => {
    const reply = await ask('who-said', { words: 'ask not what your country can do for you' })
    expect(reply.text).toMatch(/^Not on the record/)
    for (const { note } of reply.quotes) expect(note).toMatch(/^closest/)
  })
})

describe('/ask', () => {
  it.each([
    ['where was the press conference', /^US Secretary of State Antony Blinken on Tuesday .* in Brussels/],
    ['what is the deadline for the withdrawal', /the May 1 deadline for a full withdrawal/],
    ['what does Ghani want', /a presidential election to be held in September/],
  ])('%s', async (question, sentence) => {
    expect((await ask('ask', { question })).quotes[0]?.text).toMatch(sentence)
  })

  it('says what is not on the record', async () => {
    expect((await ask('ask', { question: 'what is the price of oil' })).text).toMatch(/^Not on the record/)
  })
})

describe('the threshold', () => {
  it.each([
    ['who-said', { words: 'we went in together' }, 1, true],
    ['who-said', { words: 'we went in together and we will come home together' }, 1, false],
    ['who-said', { words: 'we went in together and we will come home together' }, 0.2, true],
    ['who-said', { words: 'no secretary sits at a conference' }, 0, true],
    ['who-said', { words: 'who said that' }, 0, false],
    ['ask', { question: 'what is the deadline for the withdrawal' }, 1, false],
    ['ask', { question: 'what is the deadline for the withdrawal' }, 0, true],
  ])('/%s %j, %d', async (command, options, answerThreshold, isAnswered) => {
    const reply = await runCommand({ command, options }, asker, { ...open.services, answerThreshold })
    expect(reply.quotes.some(({ note }) => !/^closest/.test(note ?? ''))).toBe(isAnswered)
  })
})

describe('/quotes', () => {
  it('gives all that a speaker said and nothing of another', async () => {
    const reply = await ask('quotes', { speaker: 'Stoltenberg' })
    const all = reply.quotes.map(quote => quote.text).join('\n')
    for (const words of [
      'excellent opportunity',
      'We went in together',
      'therefore',
      'a reduction in violence',
    ])
      expect(all).toContain(words)
    expect(new Set(speakersOf(reply))).toEqual(new Set(['Stoltenberg']))
  })

  it('says who is not quoted', async () => {
    expect((await ask('quotes', { speaker: 'Napoleon' })).text).toMatch(/^Nobody called “Napoleon” is quoted/)
  })
})

describe('/summary', () => {
  it('is at most five verbatim sentences in order, with both heard', async () => {
    const reply = await ask('summary')
    const text = open.services.library.list({ guildId: null })[0]!.article.text
    const starts = reply.quotes.map(quote => text.indexOf(quote.text))
    expect(starts.length).toBeGreaterThan(1)
    expect(starts.length).toBeLessThanOrEqual(5)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    expect(starts).not.toContain(-1)
    expect(speakersOf(reply)).toEqual(expect.arrayContaining(['Antony Blinken', 'Stoltenberg']))
  })
})

describe('/speakers', () => {
  it('counts who is quoted', async () => {
    const { fields } = await ask('speakers')
    expect(fields.map(field => field.name)).toEqual(expect.arrayContaining(['Antony Blinken', 'Stoltenberg']))
    for (const { value } of fields) expect(value).toMatch(/^\d+ quotations? in 1 article$/)
  })
})

describe('the option article', () => {
  it.each([['blinken-nato'], ['US Secretary of State']])('finds %j', async article => {
    expect((await ask('speakers', { article })).fields.length).toBeGreaterThan(0)
  })

  it('says that there is none', async () => {
    expect((await ask('speakers', { article: 'The Sun' })).text).toMatch(/no article called “The Sun”/)
  })
})

describe('/help', () => {
  it('keeps from others what is for moderators', async () => {
    const names = async (isModerator: boolean) => {
      const reply = await runCommand(
        { command: 'help', options: {} },
        { guildId: null, isModerator },
        open.services,
      )
      return reply.fields.map(field => field.name)
    }
    expect(await names(false)).toEqual([
      '/who-said words [article]',
      '/ask question [article]',
      '/summary [article] [length] [topic]',
      '/quotes speaker [about] [article]',
      '/speakers [article]',
      '/help',
    ])
    expect(await names(true)).toContain('/sources remove article')
  })
})

describe('bad options', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['who-said', {}, '/who-said: the option words must be given, as text.'],
    ['who-said', { words: '  ' }, '/who-said: the option words must not be empty.'],
    ['who-said', { words: 7 }, '/who-said: the option words must be given, as text.'],
    ['ask', { question: 'why', artikle: 'x' }, '/ask: there is no option “artikle”, did you mean “article”?'],
    [
      'summary',
      { length: 'huge' },
      '/summary: the option length must be one of short, medium, long, but is “huge”.',
    ],
    ['help', { me: 'x' }, '/help: there is no option “me”; it has no options.'],
    ['speaker', {}, 'There is no command /speaker; did you mean /speakers?'],
    ['toString', {}, 'There is no command /toString; /help lists those there are.'],
  ])('/%s %j', async (command, options, sentence) => {
    await expect(ask(command, options)).rejects.toThrow(sentence)
  })

  it('names every fault', async () => {
    await expect(ask('quotes', { speaker: '', about: 'x'.repeat(201) })).rejects.toThrow(
      /speaker must not be empty; the option about must have at most 200 characters/,
    )
  })

  it('has no subcommands where there are none', async () => {
    const invocation = { command: 'ask', subcommand: 'twice', options: { question: 'why' } }
    await expect(runCommand(invocation, asker, open.services)).rejects.toThrow(
      '/ask has no subcommand “twice”.',
    )
  })
})
