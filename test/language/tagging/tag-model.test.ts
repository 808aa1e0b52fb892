import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OnRecordError } from '../../../src/errors.js'
import { parseTagModel, type TagModelParts, writeTagModel } from '../../../src/language/tagging/tag-model.js'

const parts: TagModelParts = {
  classes: Uint32Array.of(0, 0x8000_0001, 6),
  keys: Uint32Array.of(11, 3_999_999_999),
  sizes: Uint8Array.of(2, 1),
  rowClasses: Uint8Array.of(1, 2, 1),
  weights: Int8Array.of(5, -7, 127),
}
const written = writeTagModel(parts)

test('a model reads as it was written', () => {
  const { classes, rows, offsets, rowClasses, weights } = parseTagModel(written)
  expect(classes).toEqual(parts.classes)
  expect([11, 12, 3_999_999_999].map(key => rows.indexOf(key))).toEqual([0, -1, 1])
  expect([...offsets]).toEqual([0, 2, 3])
  expect(rowClasses).toEqual(parts.rowClasses)
  expect(weights).toEqual(parts.weights)
})

const refusal = (bytes: Uint8Array): string => {
  try {
    parseTagModel(bytes)
    return 'accepted'
  } catch (error) {
    expect(error).toBeInstanceOf(OnRecordError)
    return String((error as Error).message)
  }
}

const altered = (at: number, value: number): Uint8Array => {
  const bytes = written.slice()
  bytes[at] = value
  return bytes
}

test.each([
  ['nothing', new Uint8Array(0), /does not begin like one/],
  ['another file', new TextEncoder().encode('%PDF-1.7 and what comes after it'), /does not begin like one/],
  ['half of it', written.subarray(0, 30), /has 30 bytes where it should have \d+/],
  ['one byte more', Uint8Array.from([...written, 0]), /has \d+ bytes where it should have \d+/],
  ['no class', altered(8, 0), /has 0 classes where there are 2 to 255/],
  ['a size beyond the file', altered(15, 0x7f), /larger than it is/],
  ['a changed weight', altered(written.length - 1, 1), /does not match its check sum/],
  [
    'a class that is not there',
    writeTagModel({ ...parts, rowClasses: Uint8Array.of(1, 3, 1) }),
    /do not fit/,
  ],
  ['rows longer than the weights', writeTagModel({ ...parts, sizes: Uint8Array.of(2, 2) }), /do not fit/],
])('%s is refused in a sentence', (_, bytes, sentence) => {
  expect(refusal(bytes)).toMatch(sentence)
  expect(refusal(bytes)).toMatch(/^The tag model .*\. Install the program again, or train it anew\.$/)
})

test('any shortening and any changed byte is refused', () => {
  fc.assert(
    fc.property(fc.nat(written.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      expect(refusal(written.subarray(0, at))).not.toBe('accepted')
      expect(refusal(altered(at, written[at]! ^ change))).not.toBe('accepted')
    }),
    { numRuns: 60 },
  )
})
