import fc from 'fast-check'
import { expect, test } from 'vitest'
import { END, type Occurrences, Postings } from '../../../src/retrieval/passages/postings.js'

const count = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 300 }))

// the commonest kind, and those with titles, contexts of their own and more passages than the head has room for
const occurrences: fc.Arbitrary<Occurrences> = fc.oneof(
  fc.integer({ min: 0, max: 200 }).map(passage => ({ context: 1, title: 0, passages: [passage, 1] })),
  fc.record({
    context: fc.nat(400),
    title: fc.oneof(fc.constant(0), count),
    passages: fc
      .uniqueArray(fc.tuple(fc.nat(500), count), { selector: ([passage]) => passage, maxLength: 40 })
      .map(pairs => pairs.sort(([a], [b]) => a - b).flat()),
  }),
)

test('a cursor that skips stands where one that walks would stand, with the same counts', () => {
  const lists = fc.array(
    fc.tuple(fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 5000 })), occurrences),
    { minLength: 1, maxLength: 400, size: 'max' },
  )
  const leaps = fc.array(fc.oneof(fc.constant(0), fc.nat(40), fc.nat(20_000)), { size: 'large' })
  fc.assert(
    fc.property(lists, leaps, (list, steps) => {
      const postings = new Postings()
      let paragraph = 0
      const written = list.map(([gap, posting]) => {
        paragraph += gap
        return { paragraph, ...posting }
      })
      for (const posting of written) postings.append(0, posting.paragraph, posting)

      const cursor = postings.cursor(0)
      for (const step of steps) {
        const from = cursor.paragraph
        if (from === END) break
        if (step === 0) cursor.next()
        else cursor.advance(from + step)
        const expected = written.find(posting => posting.paragraph >= from + Math.max(step, 1))
        expect(cursor.paragraph).toBe(expected?.paragraph ?? END)
        if (!expected) break
        const { context, title, passages } = expected
        expect({
          context: cursor.context,
          title: cursor.title,
          passages: cursor.passages.slice(0, 2 * cursor.passageCount),
          most: cursor.most,
        }).toEqual({ context, title, passages, most: mostOf(passages) })
      }
    }),
  )
})

const mostOf = (passages: readonly number[]): number =>
  passages.reduce((most, value, at) => (at % 2 === 1 ? Math.max(most, value) : most), 0)
