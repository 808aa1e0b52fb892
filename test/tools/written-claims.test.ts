import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isQuestion } from '../../src/retrieval/passages/answer-type.js'
import { readWrittenClaims } from '../../tools/train/written-claims.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'written-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = (line: string) => {
  const file = join(folder, 'claims.jsonl')
  writeFileSync(file, `${line}\n`)
  return readWrittenClaims(file)
}
const LINES = ['HOLT: She raised taxes 14 times.', '(APPLAUSE)', 'O’NEIL-BRANDT: That: no.', 'and so on']
const claim = (...lines: number[]) => ({ text: 'Lee raised taxes 14 times.', lines })

describe('readWrittenClaims', () => {
  it('reads what is said without who says it', () => {
    const [transcript] = read(JSON.stringify({ lines: LINES, claims: [claim(1)] }))
    expect(transcript).toEqual({
      lines: ['She raised taxes 14 times.', '(APPLAUSE)', 'That: no.', 'and so on'],
      claims: [claim(1)],
    })
  })

  it.each([
    ['no JSON', 'lines'],
    ['no lines', JSON.stringify({ lines: [], claims: [] })],
    ['a claim about no line', JSON.stringify({ lines: LINES, claims: [claim()] })],
    ['a claim about a line that is not there', JSON.stringify({ lines: LINES, claims: [claim(5)] })],
    ['what nobody asked for', JSON.stringify({ lines: LINES, claims: [], truth: 'false' })],
  ])('tells the line that has %s', (_, line) => {
    expect(() => read(line)).toThrow(/claims\.jsonl, line 1: /)
  })

  it('reads the claims that the program learns from, which say something', () => {
    const claims = readWrittenClaims('tools/train/written-claims.jsonl').flatMap(
      transcript => transcript.claims,
    )
    expect(claims.length).toBeGreaterThan(2500)
    expect(claims.filter(({ text }) => isQuestion(text)).length).toBeLessThan(claims.length / 100)
  })
})
