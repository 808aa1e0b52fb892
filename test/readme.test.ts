import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../commands/index.js'
import { compileProgram, type Program } from './support/program.js'

const readme = readFileSync('README.md', 'utf8')

interface Example {
  line: string
  /** A line of "…" alone stands for lines left out. */
  output: string
}

/** Every `$ command` of the README's console blocks with the output shown below it. */
const examples: Example[] = [...readme.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block]) =>
  block!
    .split(/^\$ /m)
    .filter(Boolean)
    .map(text => {
      const [line, ...output] = text.split('\n')
      return { line: line!, output: output.join('\n').trim() }
    }),
)

/** npm start and on-record as they are after an installation, on the compiled program. */
function installShims(program: Program, folder: string): void {
  const shims = {
    'on-record': `exec "${process.execPath}" "${program.main}" "$@"`,
    npm: `test "$1" = start && exec "${process.execPath}" "${program.main}"`,
  }
  for (const [name, body] of Object.entries(shims)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`)
    chmodSync(join(folder, name), 0o755)
  }
}

const withoutIndent = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .join('\n')
    .trim()

function matches(shown: string, printed: string): boolean {
  let from = 0
  return shown.split(/^…$/m).every(part => {
    const at = printed.indexOf(part.trim(), from)
    from = at + part.trim().length
    return at >= 0
  })
}

describe('the commands of the README', () => {
  let program: Program
  let folder: string
  beforeAll(() => {
    program = compileProgram()
    folder = mkdtempSync(join(tmpdir(), 'on-record-readme-'))
    installShims(program, folder)
  })
  afterAll(() => {
    program.remove()
    rmSync(folder, { recursive: true })
  })

  it('has commands to test', () => {
    expect(examples.length).toBeGreaterThan(3)
  })

  it.each(examples)('prints what it shows: $line', async ({ line, output }) => {
    const env = {
      PATH: `${folder}:${dirname(process.execPath)}:${process.env.PATH}`,
      ON_RECORD_DATA: join(folder, 'data'),
    }
    const { stdout } = await promisify(execFile)('bash', ['-c', line], { env, cwd: resolve('.') })
    const [shown, printed] = [withoutIndent(output), withoutIndent(stdout)]
    expect(matches(shown, printed), `shown:\n${shown}\n\nprinted:\n${printed}`).toBe(true)
  })
})

describe('the README', () => {
  it.each(commands.map(({ name }) => name))('lists /%s', name => {
    expect(readme).toMatch(new RegExp(`^\\| \`/${name}\\b`, 'm'))
  })

  it('gives a reason for every dependency', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    const missing = Object.keys(dependencies).filter(name => !readme.includes(`| ${name} |`))
    expect(missing).toEqual([])
  })

  it('links only to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target]) => target!)
    expect(links.filter(target => !existsSync(target))).toEqual([])
  })
})
