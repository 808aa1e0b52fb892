import { spawn } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import ts from 'typescript'

export interface Finished {
  code: number | null
  stdout: string
  stderr: string
}

export interface RunOptions {
  input?: string | Uint8Array
  /** Beside PATH, which is all of the environment otherwise. */
  env?: Readonly<Record<string, string>>
  cwd?: string
}

/** The program as it is installed, compiled into a folder of its own. */
export interface Program {
  folder: string
  /** The file that `node` runs. */
  main: string
  run(args: readonly string[], options?: RunOptions): Promise<Finished>
  /** Runs another file of the program's folder. */
  runFile(file: string, args: readonly string[], options?: RunOptions): Promise<Finished>
  remove(): void
}

export function compileProgram(): Program {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-program-'))
  for (const name of ['node_modules', 'models', 'seeds', 'package.json'])
    symlinkSync(resolve(name), join(folder, name))
  for (const part of ['src', 'commands']) compileFolder(part, join(folder, 'dist'))
  const main = join(folder, 'dist/src/main.js')
  return {
    folder,
    main,
    runFile: (file, args, options) => run(join(folder, file), args, options),
    run: (args, options) => run(main, args, options),
    remove: () => rmSync(folder, { recursive: true }),
  }
}

function compileFolder(part: string, output: string): void {
  for (const name of readdirSync(part, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue
    const file = join(output, part, name.replace(/\.ts$/, '.js'))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, compileText(readFileSync(join(part, name), 'utf8')))
  }
}

function compileText(source: string): string {
  const { ES2023 } = ts.ScriptTarget
  const compilerOptions = { target: ES2023, module: ts.ModuleKind.ES2022, verbatimModuleSyntax: true }
  return ts.transpileModule(source, { compilerOptions }).outputText
}

function run(main: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const { input = '', env = {}, cwd = tmpdir() } = options
  const child = spawn(process.execPath, [main, ...args], { cwd, env: { PATH: process.env.PATH, ...env } })
  const finished = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', text => {
    finished.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    finished.stderr += text
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return new Promise((settle, fail) => {
    child.on('error', fail)
    child.on('close', code => settle({ code, ...finished }))
  })
}
