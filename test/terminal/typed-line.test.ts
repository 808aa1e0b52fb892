import { describe, expect, it } from 'vitest'
import { parseLine } from '../../src/terminal/typed-line.js'
import { temporaryFolder } from '../support/temporary-folder.js'

describe('parseLine', () => {
  it.each<[string, string, Record<string, string>]>([
    ['/who-said we went in together', 'who-said', { words: 'we went in together' }],
    ['  /WHO-SAID   we went  ', 'who-said', { words: 'we went' }],
    ['/who-said', 'who-said', {}],
    ['/who-said words:we went', 'who-said', { words: 'we went' }],
    ['/who-said he said: never, at 9:30', 'who-said', { words: 'he said: never, at 9:30' }],
    ['/who-said see article: it was', 'who-said', { words: 'see article: it was' }],
    [
      '/who-said "see article:it was" article:News',
      'who-said',
      { words: 'see article:it was', article: 'News' },
    ],
    ['/who-said she said "no" twice', 'who-said', { words: 'she said "no" twice' }],
    ['/who-said "one" or "two"', 'who-said', { words: '"one" or "two"' }],
    ['/quotes speaker:Stoltenberg about:violence', 'quotes', { speaker: 'Stoltenberg', about: 'violence' }],
    [
      '/quotes speaker:Jens Stoltenberg about:the war',
      'quotes',
      { speaker: 'Jens Stoltenberg', about: 'the war' },
    ],
    [
      '/quotes speaker: "Jens Stoltenberg" about:"x about:y"',
      'quotes',
      { speaker: 'Jens Stoltenberg', about: 'x about:y' },
    ],
    ['/quotes Stoltenberg about:violence', 'quotes', { speaker: 'Stoltenberg', about: 'violence' }],
    ['/quotes about:violence speaker:Ode', 'quotes', { speaker: 'Ode', about: 'violence' }],
    ['/summary length:short', 'summary', { length: 'short' }],
    ['/summary', 'summary', {}],
    ['/help', 'help', {}],
    ['where was the press conference', 'ask', { question: 'where was the press conference' }],
    ['what did he say about: this', 'ask', { question: 'what did he say about: this' }],
  ])('reads %j', (line, command, options) => {
    expect(parseLine(line)).toEqual({ command, options })
  })

  it('reads subcommands', () => {
    expect(parseLine('/sources list')).toEqual({ command: 'sources', subcommand: 'list', options: {} })
    expect(parseLine('/sources remove The old bridge')).toEqual({
      command: 'sources',
      subcommand: 'remove',
      options: { article: 'The old bridge' },
    })
  })

  it('hands over files unread', async () => {
    const folder = temporaryFolder({ 'a.txt': 'A line.' })
    const { options } = parseLine(`/sources add ${folder}/a.txt`)
    expect(options).toMatchObject({ file: { name: `${folder}/a.txt` } })
    const { file } = options as { file: { read(limit: number): Promise<Uint8Array> } }
    expect(Buffer.from(await file.read(100)).toString()).toBe('A line.')
    await expect(file.read(3)).rejects.toThrow(/a\.txt/)
  })

  it.each([
    ['/who-sayd x', 'There is no command /who-sayd; did you mean /who-said?'],
    ['/weather', 'There is no command /weather; /help lists those there are.'],
    ['/', 'There is no command /; /help lists those there are.'],
    ['/quotes speker:Ode', '/quotes: there is no option “speker”, did you mean “speaker”?'],
    ['/quotes Ode abuot:war', '/quotes: there is no option “abuot”, did you mean “about”?'],
    ['/quotes Ode speaker:Ode', '/quotes: the option speaker is given twice.'],
    ['/help me', '/help takes no options.'],
    ['/sources', '/sources needs a subcommand; say one of list, reload, add, remove.'],
    ['/sources relod', '/sources has no “relod”; did you mean /sources reload?'],
    ['/sources restore x', '/sources has no “restore”; say one of list, reload, add, remove.'],
  ])('refuses %j', (line, sentence) => {
    expect(() => parseLine(line)).toThrow(sentence)
  })
})
