import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildPassageIndex } from '../../../src/ingest/build-passage-index.js'
import type { SearchOptions } from '../../../src/retrieval/passages/passage.js'
import { readWrittenClaims } from '../../../tools/train/written-claims.js'

/** Seven invented debates, which taught nothing, with claims about them as fact-checkers word them. */
const debates = readWrittenClaims(join(import.meta.dirname, 'debates.jsonl'))

/** Of how many of all claims the first passage found is the line that says it. */
function countFirst(options: SearchOptions<number> = {}): number {
  const counts = debates.map(({ lines, claims }) => {
    const index = buildPassageIndex(lines.map((text, at) => ({ id: at + 1, text })))
    return claims.filter(({ text, lines: right }) => right.includes(index.search(text, options)[0]?.id ?? 0))
      .length
  })
  return counts.reduce((sum, count) => sum + count, 0)
}

describe('claims about debates', () => {
  test('find their line first a sixth more often than by their words alone', () => {
    expect(countFirst()).toBeGreaterThan((7 / 6) * countFirst({ rerank: false }))
  })
})
