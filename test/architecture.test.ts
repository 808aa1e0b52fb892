import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Which parts each part may import, beside itself. A part is a folder, or a file directly in src/. */
const foundation = ['span', 'article', 'boosted-trees', 'calendar', 'defer-package', 'errors', 'numerals']
const domain = [...foundation, 'language', 'retrieval']
const mayImport: Record<string, readonly string[]> = {
  span: [],
  'boosted-trees': [],
  calendar: [],
  'defer-package': [],
  errors: [],
  numerals: [],
  article: ['span'],
  language: foundation,
  retrieval: [...foundation, 'language'],
  store: [...foundation, 'language'],
  ingest: [...domain, 'store'],
  reply: domain,
  wording: [...domain, 'reply'],
  command: ['errors', 'reply', 'span'],
  config: ['errors', 'nearest'],
  log: ['config', 'errors'],
  commands: [...domain, 'ingest', 'store', 'reply', 'wording', 'command', 'nearest'],
  discord: ['errors', 'span', 'reply', 'command', 'log'],
  terminal: [
    ...domain,
    'ingest',
    'store',
    'reply',
    'wording',
    'command',
    'commands',
    'log',
    'config',
    'nearest',
  ],
  index: [...domain, 'ingest', 'wording'],
}
const purePackages = ['compromise', 'gender-detection-from-name', 'zod']

interface Import {
  file: string
  target: string
}

function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => join(folder, file))
}

const partOf = (file: string): string => {
  const [top, second] = file.split('/')
  return top === 'src' ? second!.replace(/\.(ts|js)$/, '') : top!
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8')
  return [...source.matchAll(/(?:from|import|deferPackage(?:<[^>]*>)?)\s*\(?\s*'([^'\n]+)'/g)].map(
    ([, target]) => ({
      file,
      target: target!.startsWith('.') ? normalize(join(dirname(file), target!)) : target!,
    }),
  )
}

const files = [...filesOf('src'), ...filesOf('commands')]
const imports = files.flatMap(importsOf)
const isLocal = ({ target }: Import) => /^(src|commands|test|tools)\//.test(target)
const describeImport = ({ file, target }: Import) => `${file} imports ${target}`

describe('the direction of imports', () => {
  it('sees the imports it judges', () => {
    expect(imports.filter(isLocal).length).toBeGreaterThan(50)
  })

  it('holds for every file but main.ts', () => {
    const wrong = imports
      .filter(isLocal)
      .filter(({ file }) => partOf(file) !== 'main')
      .filter(({ file, target }) => {
        const [from, to] = [partOf(file), partOf(target)]
        return from !== to && !(mayImport[from] ?? []).includes(to)
      })
    expect(wrong.map(describeImport)).toEqual([])
  })

  it('keeps language and retrieval free of files, network, clock and environment', () => {
    const pure = imports.filter(({ file }) => /^src\/(language|retrieval)\//.test(file))
    const impure = pure.filter(each => !isLocal(each) && !purePackages.includes(each.target))
    expect(impure.map(describeImport)).toEqual([])
    const clocked = files
      .filter(file => /^src\/(language|retrieval)\//.test(file))
      .filter(file =>
        /\bDate\.now|new Date\(\)|Math\.random|process\.|console\./.test(
          readFileSync(join(root, file), 'utf8'),
        ),
      )
    expect(clocked).toEqual([])
  })

  it.each([
    ['SQL', /^(kysely|libsql)/, /^src\/store\//],
    ["Discord's types", /^(discord\.js|discord-api-types|@discordjs)/, /^src\/discord\//],
  ])('lets only one part know %s', (_, packages, home) => {
    const strays = imports.filter(({ file, target }) => packages.test(target) && !home.test(file))
    expect(strays.map(describeImport)).toEqual([])
  })

  it('lets only config.ts read the environment', () => {
    const readers = files.filter(file => /process\.env\b/.test(readFileSync(join(root, file), 'utf8')))
    expect(readers).toEqual(['src/config.ts'])
  })
})

describe('the size of files', () => {
  it('stays under 400 lines', () => {
    const all = [...files, ...filesOf('test'), ...filesOf('tools')]
    const long = all.filter(file => readFileSync(join(root, file), 'utf8').split('\n').length > 400)
    expect(long.map(file => relative('.', file))).toEqual([])
  })
})
