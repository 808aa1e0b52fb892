import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Line, readLines } from '../../src/terminal/read-lines.js'

async function* streamOf(chunks: readonly (string | Uint8Array)[]) {
  yield* chunks
}

async function linesOf(chunks: readonly (string | Uint8Array)[], limit = 100): Promise<Line[]> {
  const lines: Line[] = []
  for await (const line of readLines(streamOf(chunks), limit)) lines.push(line)
  return lines
}

it.each<[string[], Line[]]>([
  [[], []],
  [['one\ntwo'], [{ text: 'one' }, { text: 'two' }]],
  [
    ['one\r\n', '\n', 'tw', 'o\n'],
    [{ text: 'one' }, { text: '' }, { text: 'two' }],
  ],
  [
    ['x'.repeat(60), 'x'.repeat(60), '\nshort'],
    [{ tooLong: 120 }, { text: 'short' }],
  ],
  [
    ['\ufeff', 'one\n\ufefftwo'],
    [{ text: 'one' }, { text: '\ufefftwo' }],
  ],
  [['x'.repeat(101)], [{ tooLong: 101 }]],
  [['x'.repeat(100)], [{ text: 'x'.repeat(100) }]],
])('splits %j', async (chunks, lines) => {
  expect(await linesOf(chunks)).toEqual(lines)
})

it('does not care where the stream is cut, even within a character', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 }).map(each => each.replace(/\r|^\ufeff/g, ''))
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (words, size) => {
      const bytes = Buffer.from(words)
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      )
      const expected = bytes.toString().split('\n')
      if (expected.at(-1) === '') expected.pop()
      expect(await linesOf(chunks, 1000)).toEqual(expected.map(line => ({ text: line })))
    }),
  )
})
