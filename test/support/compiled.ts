import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import ts from 'typescript'

/** Compiles src/ without the front ends into a new folder, for tests that need a process or a thread of its own. */
export function compileSources(): string {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-compiled-'))
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
  for (const name of ['node_modules', 'models', 'seeds']) symlinkSync(resolve(name), join(folder, name))
  for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || /^(discord|terminal|wording)/.test(name)) continue
    const { outputText } = ts.transpileModule(readFileSync(join('src', name), 'utf8'), {
      compilerOptions: {
        target: ts.ScriptTarget.ES2023,
        module: ts.ModuleKind.ES2022,
        verbatimModuleSyntax: true,
      },
    })
    const output = join(folder, 'src', name.replace(/\.ts$/, '.js'))
    mkdirSync(dirname(output), { recursive: true })
    writeFileSync(output, outputText)
  }
  return folder
}
