import { describe, expect, it } from 'vitest'
import type { QuotationKind } from '../../src/language/analysis.js'
import { reportedPlainly } from '../../src/retrieval/reporting.js'

describe('reportedPlainly', () => {
  it.each<[text: string, cue: readonly string[], kind: QuotationKind, expected: number]>([
    ['The quay is safe, Holt said.', ['said'], 'indirect', 1],
    ['Holt had long argued that the quay is safe.', ['had long argued'], 'indirect', 1],
    ['According to Holt, the quay is safe.', ['According to'], 'indirect', 1],
    ['Holt made it clear that the quay is safe.', ['made it clear'], 'indirect', 1],
    ['Holt denounced the quay.', ['denounced'], 'indirect', 0.5],
    ['Holt vowed to close the quay.', ['vowed'], 'indirect', 0.5],
    ['Holt added a quay.', ['added'], 'indirect', 0.5],
    ['Holt is scheduled to speak at the quay.', ['is scheduled'], 'indirect', 0],
    ['Holt campaigned on the quay.', ['campaigned on'], 'indirect', 0],
    ['Holt was, in her own telling, saying it was safe.', ['was', 'saying'], 'indirect', 1],
    ['Holt campaigned on “the quay”.', ['campaigned on'], 'mixed', 1],
    ['“The quay is safe.”', [], 'direct', 1],
    ['The quay is safe.', [], 'indirect', 1],
  ])('%s (%j, %s): %d', (text, cues, kind, expected) => {
    const cue = cues.map((words): [number, number] => {
      const at = text.indexOf(words)
      return [at, at + words.length]
    })
    expect(reportedPlainly(text, { kind, cue })).toBe(expected)
  })
})
