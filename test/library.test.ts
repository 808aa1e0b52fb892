import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLibrary, OnRecordError, renderAnswer, summarize } from '../src/index.js'
import { compileProgram, type Program } from './support/program.js'

const page = readFileSync('docs/library.md', 'utf8')
const blockOf = (language: string): string =>
  new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? ''

let program: Program
beforeAll(() => {
  program = compileProgram()
})
afterAll(() => program.remove())

describe('the library', () => {
  it('does what its page shows, imported by the name of the package', async () => {
    writeFileSync(join(program.folder, 'example.js'), blockOf('js'))
    const { code, stdout, stderr } = await program.runFile('example.js', [])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toBe(/It prints\n\n```\n([\s\S]*?)```/.exec(page)?.[1])
  })

  it('loads what reads articles when the first is read, and not for a search', async () => {
    const script = `import { createRequire } from 'node:module'
import { buildPassageIndex, createLibrary } from 'on-record'
const { cache } = createRequire(import.meta.url)
const loaded = name => Object.keys(cache).some(file => file.includes('/node_modules/' + name + '/'))
const tell = () => console.log(['compromise', 'linkedom', 'yaml', 'zod'].filter(loaded).join(' ') || 'nothing')
buildPassageIndex([{ id: 1, text: 'The ferry sails at noon.' }]).search('When does the ferry sail?')
tell()
const library = createLibrary([
  { file: 'a.html', mediaType: 'html', content: '<p>Holt said the ferry sails.</p>', description: {} },
  { file: 'b.md', mediaType: 'markdown', content: '---\\ntitle: Noon\\n---\\nThe ferry sails.', description: {} },
])
tell()
console.log(library.get('b.md')?.analyzed.article.title)
`
    writeFileSync(join(program.folder, 'lazy.js'), script)
    const { stdout, stderr } = await program.runFile('lazy.js', [])
    expect({ stdout, stderr }).toEqual({
      stdout: 'nothing\ncompromise linkedom yaml zod\nNoon\n',
      stderr: '',
    })
  })

  it('says in a sentence which document holds no text', () => {
    const empty = { file: 'empty.txt', mediaType: 'text', content: ' \n', description: {} } as const
    expect(() => createLibrary([empty])).toThrow(OnRecordError)
    expect(() => createLibrary([empty])).toThrow(/^empty\.txt holds no text/)
  })

  it('is asked in words where it is empty, too', () => {
    const answer = summarize(createLibrary([]), { guildId: null }, { length: 'short' })
    expect(answer).toMatchObject({ type: 'abstention', reason: 'no-articles' })
    expect(renderAnswer(answer).text).toContain('no article')
  })
})
