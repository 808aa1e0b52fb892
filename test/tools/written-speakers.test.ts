import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWrittenSpeakers } from '../../tools/train/written-speakers.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'written-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const TEXT =
  'The buyer, Adeline Koh, gave evidence. “It broke in my hands,” she said.\n\nShe added that the frog was old and that nobody wept.'

const read = (said: readonly object[], text = TEXT) => {
  const file = join(folder, 'speakers.jsonl')
  writeFileSync(file, `${JSON.stringify({ text, said })}\n`)
  return readWrittenSpeakers(file)
}
const byKoh = (words: string) => ({ words, speaker: 'Adeline Koh', kind: 'person' })

describe('readWrittenSpeakers', () => {
  it.each<[what: string, said: readonly object[], expected: (string | null)[]]>([
    ['each by its words', [byKoh('It broke in my hands'), byKoh('the frog was old')], ['Adeline Koh', 'Adeline Koh']],
    ['nobody without a label', [byKoh('It broke in my hands')], ['Adeline Koh', null]],
    ['nobody where labels differ', [byKoh('the frog was old'), { ...byKoh('nobody wept'), speaker: 'Bo Lim' }], [null, null]],
  ])('credits %s', (_, said, expected) => {
    const [article] = read(said)
    expect(article!.gold.map(gold => gold?.speaker ?? null)).toEqual(expected)
  }) // biome-ignore format: a table

  it.each<[what: string, said: object]>([
    ['an unknown kind', { ...byKoh('It broke in my hands'), kind: 'robot' }],
    ['words that nobody says', byKoh('It fell')],
    ['words that stand there twice', byKoh('that')],
  ])('tells the line that has %s', (_, said) => {
    expect(() => read([said])).toThrow(/speakers\.jsonl, line 1: /)
  })

  it('reads its file, in which every article credits somebody', () => {
    const articles = readWrittenSpeakers('tools/train/written-speakers.jsonl')
    expect(articles.length).toBeGreaterThan(100)
    for (const { id, gold } of articles)
      expect(
        gold.some(speaker => speaker !== null),
        id,
      ).toBe(true)
  })
})
