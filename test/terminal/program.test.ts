import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileProgram, type Program } from '../support/program.js'
import { temporaryFolder } from '../support/temporary-folder.js'

const ferry = `The ferry Northern Light will not sail before June, the harbour master, Ingrid Solberg, said on Monday.
“We cannot repair a hull with promises,” Solberg told reporters in Bergen.
Passengers were “patient beyond reason,” she added.`

const library = `The old library of Tarbet reopens on Saturday, according to council leader Hamish Reid.
“Every shelf has been counted twice,” Reid said.`

let program: Program
beforeAll(() => {
  program = compileProgram()
})
afterAll(() => program.remove())

const jsonLines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

describe('on-record chat', () => {
  it('answers piped lines from the seeds and exits with 0', async () => {
    const folder = temporaryFolder()
    const { code, stdout, stderr } = await program.run([], {
      input: '/who-said rebuild and revitalize\n/who-sayd x\nwhere was the press conference',
      env: { ON_RECORD_DATA: join(folder, 'data') },
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('“rebuild and revitalize” the NATO military alliance')
    expect(stdout).toContain('— Antony Blinken · word for word')
    expect(stdout).toContain('There is no command /who-sayd; did you mean /who-said?')
    const last = stdout.split('did you mean /who-said?')[1]?.trim()
    expect(last?.split('\n')[0]).toContain('press conference in Brussels')
    expect(stdout).not.toMatch(/^>|\u001b/m)
  })

  it('keeps the store where it is told to', async () => {
    const folder = temporaryFolder({ '.env': 'ON_RECORD_DATA=elsewhere\n' })
    const { code } = await program.run(['chat'], { input: '/quit\n', cwd: folder })
    expect(code).toBe(0)
    expect(readFileSync(join(folder, 'elsewhere/on-record.db')).length).toBeGreaterThan(0)
  })
})

describe('on-record ingest and pipe', () => {
  it('ends with 0 after work for every worker', async () => {
    const articles = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.txt`, `${ferry}\n${i}`]))
    const folder = temporaryFolder(articles)
    const { code, stdout, stderr } = await program.run([
      'ingest',
      folder,
      '--store',
      join(folder, 'store.db'),
    ])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('12 articles: 12 added.')
  })

  it('answers other programs line by line, in order', async () => {
    const folder = temporaryFolder({
      'news/ferry.txt': ferry,
      'news/library.txt': library,
      'news/library.json': '{"title": "Library reopens", "url": "https://example.org/library"}',
    })
    const store = join(folder, 'store.db')
    const ingested = await program.run(['ingest', join(folder, 'news'), '--store', store])
    expect(ingested).toMatchObject({ code: 0, stderr: '' })
    expect(ingested.stdout).toContain('2/2 added')
    expect(ingested.stdout.trimEnd().split('\n').at(-1)).toBe('2 articles: 2 added.')
    const again = await program.run(['ingest', join(folder, 'news'), '--store', store])
    expect(again.stdout.trimEnd().split('\n').at(-1)).toBe('2 articles: 2 unchanged.')

    const requests = [
      { id: 1, command: 'who-said', text: 'we cannot repair a hull with promises' },
      { id: 'two', command: 'ask', text: 'when does the library reopen' },
      { id: 3, command: 'who-said', text: 'rebuild and revitalize' },
    ]
    const input = `${requests.map(request => JSON.stringify(request)).join('\n')}\n`
    const { code, stdout, stderr } = await program.run(['pipe', '--store', store], { input })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const [first, second, third] = jsonLines(stdout)
    const start = ferry.indexOf('“We cannot')
    expect(first).toMatchObject({
      id: 1,
      answer: {
        found: true,
        quotes: [{ kind: 'direct', exact: true, via: [], start, article: { title: expect.any(String) } }],
      },
    })
    const [quote] = first.answer.quotes
    expect(quote.text).toBe(ferry.slice(quote.start, quote.end))
    expect(quote.speaker).toContain('Solberg')
    expect(quote.article.file).toMatch(/ferry\.txt$/)
    expect(second).toMatchObject({ id: 'two', answer: { found: true } })
    expect(second.answer.quotes[0].article).toMatchObject({
      title: 'Library reopens',
      url: 'https://example.org/library',
    })
    expect(third).toMatchObject({ id: 3, answer: { found: false, reason: 'no-match', quotes: [] } })
  })

  it('answers a malformed line by a sentence and reads on', async () => {
    const store = join(temporaryFolder(), 'store.db')
    const lines = [
      'not json',
      '{"id": "a", "command": "sing", "text": "x"}',
      '{"id": 2, "command": "ask"}',
      '{"command": "ask", "text": "x"}',
      '{"id": 12345678901234567890, "command": "ask", "text": "x"}',
      '[1]',
      '{"id": 3, "command": "ask", "text": " "}',
      `{"id": 4, "command": "ask", "text": "${'x'.repeat(3000)}"}`,
      `{"id": 5, "command": "ask", "text": "${'y'.repeat(1_100_000)}"}`,
      '',
      '{"id": 6, "command": "ask", "text": "who won"}',
    ]
    const { code, stdout } = await program.run(['pipe', '--store', store], {
      input: `\ufeff${lines.join('\r\n')}`,
    })
    expect(code).toBe(0)
    expect(jsonLines(stdout)).toEqual([
      { error: expect.stringContaining('not JSON') },
      { id: 'a', error: expect.stringContaining('“command” must be "who-said" or "ask"') },
      { id: 2, error: expect.stringContaining('“text” must be a string') },
      { error: expect.stringContaining('“id” must be a string or a number') },
      { error: expect.stringContaining('“id” must be a string or a number of at most 15 digits') },
      { error: expect.stringContaining('this is no object') },
      { id: 3, error: expect.stringContaining('must not be empty') },
      { id: 4, error: expect.stringContaining('at most 2000 characters') },
      { error: expect.stringMatching(/has 1100\d\d\d characters; the most is 1000000/) },
      { id: 6, answer: { found: false, reason: 'no-articles', quotes: [], closest: [] } },
    ])
  })

  it('says of stored articles that cannot be read that they are analysed again, and does that', async () => {
    const folder = temporaryFolder({ 'ferry.txt': ferry })
    const store = join(folder, 'store.db')
    await program.run(['ingest', join(folder, 'ferry.txt'), '--store', store])
    const database = new Database(store)
    database.exec(`update articles set analysis = '{"constructor": 1'`)
    database.close()
    const first = await program.run(['speakers', '--store', store])
    expect(first.stderr).toBe(
      '1 stored article cannot be read and will be analysed again; ask again in a moment.\n',
    )
    const second = await program.run(['speakers', '--store', store])
    expect(second).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('Solberg') })
  })

  it.skipIf(process.platform === 'win32')('shows a name of two lines as one', async () => {
    const folder = temporaryFolder({ 'a\n9 added b.txt': ferry })
    const { stdout } = await program.run(['ingest', folder, '--store', join(folder, 's.db')])
    expect(stdout.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^1\/1 added .*a\ufffd9 added b\.txt$/),
      '1 article: 1 added.',
    ])
  })

  it('names what cannot be read, reads the others, and exits with 1', async () => {
    const folder = temporaryFolder({
      'a.txt': ferry,
      'b.txt': new Uint8Array([0, 1, 2, 0, 255, 0]),
      'c.txt': '',
    })
    const paths = ['missing.txt', 'b.txt', 'c.txt', 'a.txt'].map(name => join(folder, name))
    const { code, stdout, stderr } = await program.run(['ingest', ...paths, '--store', join(folder, 's.db')])
    expect(code).toBe(1)
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^4 articles: .*1 added/)
    for (const name of ['missing.txt', 'b.txt', 'c.txt']) expect(stderr).toContain(name)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

describe('on-record extract', () => {
  it('writes a line of JSON an article, in the order of the paths, whatever fails', async () => {
    const folder = temporaryFolder({
      'b.txt': ferry,
      'a.txt': library,
      'bad.txt': new Uint8Array([0, 0, 0, 7]),
    })
    const paths = ['b.txt', 'bad.txt', 'a.txt', 'none.txt'].map(name => join(folder, name))
    const { code, stdout, stderr } = await program.run(['extract', ...paths, '--json'])
    expect(code).toBe(1)
    const records = jsonLines(stdout)
    expect(records.map(record => record.article)).toEqual([paths[0], paths[2]])
    expect(stderr).toContain('bad.txt')
    expect(stderr).toContain('none.txt')
    const said = records[0].quotations.find((each: { content: [number, number][] }) =>
      ferry.slice(...each.content[0]!).includes('repair a hull'),
    )
    expect(Object.keys(said).sort()).toEqual(['content', 'cue', 'kind', 'mention', 'speaker', 'via'])
    expect(said).toMatchObject({ kind: 'direct', via: [] })
    expect(ferry.slice(...(said.mention as [number, number]))).toBe('Solberg')
    expect(said.cue.map((span: [number, number]) => ferry.slice(...span))).toEqual(['told'])
  })

  it('writes for people without --json', async () => {
    const folder = temporaryFolder({ 'a.txt': library })
    const { code, stdout } = await program.run(['extract', join(folder, 'a.txt')])
    expect(code).toBe(0)
    expect(stdout).toMatch(/Reid \(direct\): “Every shelf has been counted twice,”/)
  })
})

describe('on-record with a question', () => {
  it('answers it as words or as JSON', async () => {
    const folder = temporaryFolder({ 'a.txt': library })
    const store = join(folder, 'store.db')
    await program.run(['ingest', join(folder, 'a.txt'), '--store', store])
    const words = await program.run([
      'who-said',
      'every',
      'shelf',
      'has',
      'been',
      'counted',
      '--store',
      store,
    ])
    expect(words).toMatchObject({ code: 0, stderr: '' })
    expect(words.stdout).toContain('“Every shelf has been counted twice,” Reid said.')
    const json = await program.run(['quotes', 'Reid', '--about', 'shelf', '--json', '--store', store])
    expect(jsonLines(json.stdout)).toMatchObject([{ found: true, quotes: [{ kind: 'direct' }] }])
    const speakers = await program.run(['speakers', '--json', '--store', store])
    expect(jsonLines(speakers.stdout)).toMatchObject([
      { found: true, quotes: [], speakers: [{ quotations: expect.any(Number), articles: 1 }] },
    ])
  })
})

describe('what is wrong', () => {
  it.each([
    [['sing'], 2, /There is no command "sing"/],
    [['quotse'], 2, /There is no command "quotse"; did you mean quotes\?/],
    [['who-said'], 2, /missing required argument/],
    [['ingest'], 2, /missing required argument/],
    [['summary', '--length', 'huge'], 2, /Allowed choices are short, medium, long/],
    [['summary', ''], 1, /must not be empty/],
    [['speakers', ''], 1, /must not be empty/],
    [['ask', 'x', '--loud'], 2, /unknown option '--loud'/],
    [['pipe', 'articles'], 2, /too many arguments for 'pipe'/],
    [['chat', 'hello'], 2, /too many arguments for 'chat'/],
    [['pipe', '--store', ''], 2, /'' is invalid.*It must name a file/],
    [['x'.repeat(5000)], 2, /There is no command "x{20,60}…"\./],
    [['bot'], 1, /DISCORD_TOKEN is not set/],
    [['register'], 1, /DISCORD_TOKEN is not set/],
    [['ask', 'x', '--store', '/dev/null/store.db'], 1, /\/dev\/null\/store\.db/],
  ])('%j ends with %i and a sentence', async (args, code, sentence) => {
    const finished = await program.run(args, { env: { ON_RECORD_DATA: temporaryFolder() } })
    expect(finished.code).toBe(code)
    expect(finished.stderr).toMatch(sentence)
    expect(finished.stderr).not.toMatch(/\n\s+at /)
  })

  it('names a file without letting its name move the cursor', async () => {
    const { code, stderr } = await program.run(['extract', '/dev/null/a\u001b[2J.txt', '--json'])
    expect(code).toBe(1)
    expect(stderr).toContain('/dev/null/a\ufffd[2J.txt')
    expect(stderr).not.toContain('\u001b')
  })

  it('names a page that is nested too deep', async () => {
    const folder = temporaryFolder({ 'deep.html': '<div>'.repeat(4000) })
    const { code, stderr } = await program.run(['extract', join(folder, 'deep.html'), '--json'])
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /deep\.html is no readable page: its elements may be nested 3000 deep at most\.\n$/,
    )
  })

  it('refuses a question that is too long', async () => {
    const store = join(temporaryFolder(), 'store.db')
    const { code, stderr } = await program.run(['ask', 'x'.repeat(2001), '--store', store])
    expect(code).toBe(1)
    expect(stderr).toMatch(/at most 2000 characters/)
  })

  it('lists the faults of the configuration', async () => {
    const env = { ON_RECORD_LOG_LEVEL: 'loud', DISCORD_GUILD_ID: 'x', DISCORD_TOKEN: 'se cret' }
    const { code, stderr, stdout } = await program.run([], { env })
    expect(code).toBe(1)
    expect(stderr.trimEnd().split('\n')).toHaveLength(4)
    expect(stdout + stderr).not.toContain('se cret')
  })

  it('says what is wrong with a .env that is a folder', async () => {
    const folder = temporaryFolder({ '.env/note.txt': '' })
    const { code, stderr } = await program.run(['speakers'], { cwd: folder })
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        'The file .env cannot be read: it must be a text file with NAME=value lines that you may read.\n',
    })
  })

  it.each([
    ['--help', 'Usage: on-record'],
    ['--version', '0.'],
  ])('%s is none', async (flag, text) => {
    const { code, stdout } = await program.run([flag])
    expect(code).toBe(0)
    expect(stdout).toContain(text)
  })

  it.runIf(existsSync('/dev/full'))('says that the output cannot be written', async () => {
    const folder = temporaryFolder({ 'a.txt': ferry })
    const command = `"$0" "$1" extract "$2" --json > /dev/full; echo "$?"`
    const shown = await new Promise<string>(settle => {
      const args = ['-c', command, process.execPath, program.main, join(folder, 'a.txt')]
      execFile('bash', args, (_, stdout, stderr) => settle(stdout + stderr))
    })
    expect(shown).toBe('1\nThe answer cannot be written (ENOSPC); check where the output goes.\n')
  })

  it('ends quietly when nobody reads on', async () => {
    const folder = temporaryFolder({ 'a.txt': ferry })
    const command = `"$0" "$1" extract "$2" --json | true; echo "\${PIPESTATUS[0]}"`
    const shown = await new Promise<string>(settle => {
      const args = ['-c', command, process.execPath, program.main, join(folder, 'a.txt')]
      execFile('bash', args, (_, stdout, stderr) => settle(stdout + stderr))
    })
    expect(shown.trim()).toBe('0')
  })
})
