import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileProgram, type Program } from '../support/program.js'
import { temporaryFolder } from '../support/temporary-folder.js'

const DEBATE = `The second debate of the candidates for governor of Avonia

Moderator: Diane Fell, Channel Six
Participants: Governor Lucinda Marsh and Attorney General Peter van Dyne

FELL: Good evening from Port Avon. In 2014 you said that Avonia would never need a toll, Governor. Which is it?

[applause]

MARSH: Well, thank you, Diane. What I said then was true then.

We had a surplus of ninety million dollars. Mr. Van Dyne's party spent it on roads to nowhere.

(CROSSTALK)

VAN DYNE: That is just not so. The toll costs a working family six hundred dollars a year.

MARSH: The auditor, Helen Brandt, said that the surplus was gone by March.

FELL: Thank you both. We will be right back.
`

let program: Program
beforeAll(() => {
  program = compileProgram()
})
afterAll(() => program.remove())

/** A store that holds the debate. */
async function storeOfDebate(): Promise<string> {
  const folder = temporaryFolder({ 'debate.txt': DEBATE })
  const store = join(folder, 'store.db')
  await program.run(['ingest', join(folder, 'debate.txt'), '--store', store])
  return store
}

describe('a transcript, asked in the terminal', () => {
  it('tells through a pipe who said the words of a turn', async () => {
    const store = await storeOfDebate()
    const requests = [
      ['who-said', 'what I said then was true then'],
      ['who-said', 'it cost a working family six hundred dollars a year'],
      ['who-said', 'the surplus was gone by March'],
      ['ask', 'what did Van Dyne say about the toll?'],
    ]
    const input = requests.map(([command, text], id) => JSON.stringify({ id, command, text })).join('\n')
    const { stdout } = await program.run(['pipe', '--store', store], { input })
    const first = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).answer.quotes[0])
    expect(first.map(({ speaker, via, text }) => [speaker, ...via, text].join(' | '))).toEqual([
      'Lucinda Marsh | What I said then was true then.',
      'Peter van Dyne | The toll costs a working family six hundred dollars a year.',
      'Helen Brandt | Lucinda Marsh | The auditor, Helen Brandt, said that the surplus was gone by March.',
      'Peter van Dyne | The toll costs a working family six hundred dollars a year.',
    ])
  })

  it('lists speakers, quotes them and sums up by them', async () => {
    const store = await storeOfDebate()
    const ask = async (...args: string[]) => (await program.run([...args, '--store', store])).stdout
    const speakers = await ask('speakers')
    expect(speakers).toContain('Lucinda Marsh: 3 quotations')
    expect(speakers).not.toMatch(/Moderator|Participants|FELL/)
    expect(await ask('quotes', 'Marsh')).toContain('We had a surplus of ninety million dollars.')
    const summary = await ask('summary')
    for (const name of ['Lucinda Marsh', 'Peter van Dyne']) expect(summary).toContain(`— ${name}`)
    expect(summary).not.toMatch(/CROSSTALK|FELL:|MARSH:/)
  })
})
