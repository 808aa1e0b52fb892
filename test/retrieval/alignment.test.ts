import { describe, expect, it } from 'vitest'
import { align, sight } from '../../src/retrieval/alignment.js'
import { differencesOf } from '../../src/retrieval/differences.js'
import { editDistance, Recollection } from '../../src/retrieval/recollection.js'
import { wordsOf } from '../../src/retrieval/words.js'

const record =
  'We went in together, we have adjusted together and we will leave together when the time is right.'

const aligned = (remembered: string) => {
  const words = wordsOf(remembered)
  const recollection = new Recollection(words, () => 1)
  return { alignment: align(recollection, [sight(recollection, wordsOf(record))]) }
}

describe('align', () => {
  it.each([
    ['we went in together', true],
    ['We went in TOGETHER we have', true],
    ['“we will leave together…”', true],
    ['we went out together', false],
    ['together in went we', false],
    ['went together', false],
  ])('%s: word for word %s', (remembered, exact) => {
    expect(aligned(remembered).alignment.exact).toBe(exact)
  })

  it.each([
    ['we will leave together when the time is right', 'the herring is cheap today'],
    ['we have adjsuted together', 'we have laughed together'],
    ['adjusted together and we will leave', 'leave will we and together adjusted'],
    ['we went in together', 'we went into debt'],
  ])('%s scores above %s', (better, worse) => {
    expect(aligned(better).alignment.score).toBeGreaterThan(aligned(worse).alignment.score)
  })

  it.each([
    ['It cost 14 million dollars', 'it cost $14,000,000'],
    ['The healthcare bill will not pass', 'the health care bill won’t pass'],
    ['organised labour', 'organized labor'],
  ])('%s is nearly %s, and shown as it stands', (typed, recorded) => {
    const recollection = new Recollection(wordsOf(typed), () => 1)
    const alignment = align(recollection, [sight(recollection, wordsOf(recorded))])
    expect(alignment.score).toBeGreaterThan(0.9)
    expect(alignment.exact).toBe(false)
    const stretch = alignment.pairs.map(([, j]) => alignment.recorded[j]!)
    expect(recorded.slice(stretch[0]!.start, stretch.at(-1)!.end)).toBe(recorded)
  })

  it('scores nothing for no words', () => {
    expect(aligned('').alignment).toMatchObject({ score: 0, pairs: [], exact: false })
  })
})

describe('differencesOf', () => {
  it('tells changed, added and missing words in the order of the record', () => {
    const { alignment } = aligned('we have all adjusted and will go together')
    const told = differencesOf(alignment).map(difference =>
      'recorded' in difference
        ? [
            difference.op,
            'remembered' in difference ? difference.remembered : '',
            record.slice(...difference.recorded),
          ]
        : [difference.op, difference.remembered, difference.at],
    )
    expect(told).toEqual([
      ['same', '', 'we'],
      ['same', '', 'have'],
      ['added', 'all', record.indexOf('adjusted')],
      ['same', '', 'adjusted'],
      ['missing', '', 'together'],
      ['same', '', 'and'],
      ['missing', '', 'we'],
      ['same', '', 'will'],
      ['changed', 'go', 'leave'],
      ['same', '', 'together'],
    ])
  })
})

describe('editDistance', () => {
  it.each([
    ['alliance', 'aliance', 1],
    ['withdrawal', 'withdrawl', 1],
    ['adjusted', 'adjsuted', 1],
    ['Brussels', 'Brusels', 1],
    ['harbour', 'herring', 3],
    ['same', 'same', 0],
  ])('%s to %s', (a, b, distance) => {
    expect(Math.min(3, editDistance(a, b, 3))).toBe(distance)
  })
})
