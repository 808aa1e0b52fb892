import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWrittenQuestions } from '../../tools/train/written-questions.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'written-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = (text: string) => {
  const file = join(folder, 'questions.jsonl')
  writeFileSync(file, text)
  return readWrittenQuestions(file)
}
const QUESTION = '{"article":"quay","kind":"fact","text":"when does the quay open","answers":[[3,40]]}'

describe('readWrittenQuestions', () => {
  it('reads a question a line', () => {
    expect(read(`${QUESTION}\n\n${QUESTION}\n`)).toEqual(
      new Array(2).fill({
        article: 'quay',
        kind: 'fact',
        text: 'when does the quay open',
        answers: [[3, 40]],
      }),
    )
  })

  it.each([
    ['no JSON', 'when does the quay open'],
    ['an unknown kind', QUESTION.replace('fact', 'riddle')],
    ['no text', QUESTION.replace('when does the quay open', '')],
    ['half a place', QUESTION.replace('[3,40]', '[3]')],
    ['a place before the article', QUESTION.replace('[3,40]', '[-3,40]')],
  ])('tells the line that has %s', (_, line) => {
    expect(() => read(`${QUESTION}\n${line}`)).toThrow(/questions\.jsonl, line 2: /)
  })

  it('has answers in order for what can be answered, and asks nothing of an article twice', () => {
    const questions = readWrittenQuestions('tools/train/written-questions.jsonl')
    for (const { kind, answers, text } of questions) {
      expect(answers.length > 0, text).toBe(kind !== 'absent')
      const places = answers.flat()
      expect(places, text).toEqual([...new Set(places)].sort((a, b) => a - b))
    }
    expect(new Set(questions.map(({ article, text }) => `${article}\n${text}`)).size).toBe(questions.length)
  })
})
