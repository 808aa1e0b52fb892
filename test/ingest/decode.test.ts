import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { MediaType } from '../../src/article.js'
import { OnRecordError } from '../../src/errors.js'
import { decode } from '../../src/ingest/decode.js'

const story =
  '“We won’t close the ferry,” said Zoë Lindqvist — minister for transport — on Tuesday. It costs €3 million a year.\n'

const bytes = (...values: number[]) => Uint8Array.from(values)
const ascii = (text: string) => Buffer.from(text, 'latin1')

describe('decode', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])('reads %s without byte order mark', encoding => {
    expect(decode('a.txt', iconv.encode(story, encoding), 'text')).toBe(story)
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le'])(
    'reads %s with byte order mark, and drops the mark',
    encoding => {
      expect(decode('a.txt', iconv.encode(story, encoding, { addBOM: true }), 'text')).toBe(story)
    },
  )

  const declared: readonly [declaration: string, encoding: string][] = [
    ['<meta charset="windows-1252">', 'windows-1252'],
    ['<META CHARSET=iso-8859-1>', 'windows-1252'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', 'windows-1251'],
    ['<meta charset="utf-8">', 'utf-8'],
    ['<?xml version="1.0" encoding="iso-8859-2"?>', 'iso-8859-2'],
    ['<meta charset="no-such-thing">', 'utf-8'],
    ['<meta charset="utf-16">', 'utf-8'],
    ['<meta charset="utf-8">', 'windows-1252'],
  ]
  it.each(declared)('believes %s of a page in %s where it can', (declaration, encoding) => {
    const page = `${declaration}<p>${encoding === 'windows-1251' ? 'Мэр подал в отставку' : encoding === 'iso-8859-2' ? 'Łódź' : story}</p>`
    expect(decode('a.html', iconv.encode(page, encoding), 'html')).toBe(page)
  })

  it('does not look for declarations in text', () => {
    const text = `<meta charset="windows-1251"> ${story}`
    expect(decode('a.txt', Buffer.from(text), 'text')).toBe(text)
  })

  it('recognises a text in another alphabet', () => {
    const text =
      'Министр сообщил во вторник, что паром закрывать не будут. «Мы этого не сделаем», — сказал он.'
    expect(decode('a.txt', iconv.encode(text, 'windows-1251'), 'text')).toBe(text)
  })

  const refused: readonly [name: string, given: Uint8Array, sentence: RegExp, mediaType?: MediaType][] = [
    ['nothing', bytes(), /^a\.txt is empty \(0 bytes\)/],
    ['white space', ascii(' \r\n\t \n'), /^a\.txt holds white space only/],
    ['a byte order mark alone', bytes(0xef, 0xbb, 0xbf), /^a\.txt holds white space only/],
    ['PNG', ascii('\x89PNG\r\n\x1a\n....'), /is not text: it is a PNG image/],
    ['JPEG', ascii('\xff\xd8\xff\xe0....'), /is not text: it is a JPEG image/],
    ['PDF', ascii('%PDF-1.7\n'), /is not text: it is a PDF document/],
    ['ZIP', ascii('PK\x03\x04....'), /is not text: it is a ZIP archive/],
    ['a zero byte', ascii('The mayor\0 resigned on Monday.'), /is not text: character 10 is NUL/],
    ['zeros', new Uint8Array(100), /is not text: character 1 is NUL/],
    ['control characters', ascii('\x01\x02\x03\x04 mayor'), /4 of its 10 characters are control characters/],
    [
      'half a UTF-16 character',
      Buffer.concat([iconv.encode(story, 'utf-16le', { addBOM: true }), bytes(65)]),
      /UTF-16LE but ends in the middle/,
    ],
    [
      'a lone surrogate',
      bytes(0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x42, 0x00),
      /UTF-16LE, but some of its bytes/,
    ],
    [
      'UTF-8 after its mark that is none',
      Buffer.concat([bytes(0xef, 0xbb, 0xbf), ascii('caf\xe9')]),
      /says that it is UTF-8/,
    ],
    [
      'UTF-8 broken in one place',
      Buffer.concat([Buffer.from(story), bytes(0x93), Buffer.from(story)]),
      /it is UTF-8 but for byte \d+/,
    ],
    [
      'bytes that windows-1252 lacks',
      ascii('The mayor \x81\x8d resigned on Monday, to nobody’s surprise.'.replace('’', '\x92')),
      /windows-1252, but some/,
    ],
    [
      'too much',
      new Uint8Array(1001).fill(65),
      /is too large: 1\.1 kB, and an article may have at most 1 kB\./,
    ],
  ]
  it.each(refused)('refuses %s in a sentence', (_, given, sentence, mediaType = 'text') => {
    const attempt = () => decode('a.txt', given, mediaType, 1000)
    expect(attempt).toThrow(OnRecordError)
    expect(attempt).toThrow(sentence)
  })

  it('gives the text of any Unicode file back', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter(isReadable)
    const encoding = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be')
    fc.assert(
      fc.property(text, encoding, (given, name) => {
        expect(decode('a.txt', iconv.encode(given, name, { addBOM: true }), 'text')).toBe(given)
      }),
    )
  })

  it('gives English with windows-1252 punctuation back', () => {
    const word = fc.constantFrom(
      'the',
      'mayor',
      'said',
      'she',
      'would',
      'resign',
      'ferry',
      'Tuesday',
      'council',
    )
    const odd = fc.constantFrom('“no”', 'won’t', '— and —', 'Zoë', '‘so’', '…', '€3', 'Ñ', 'naïve')
    const text = fc.tuple(fc.array(word, { minLength: 20 }), odd, fc.array(word, { minLength: 5 }))
    fc.assert(
      fc.property(text, ([before, middle, after]) => {
        const given = [...before, middle, ...after].join(' ')
        expect(decode('a.txt', iconv.encode(given, 'windows-1252'), 'text')).toBe(given)
      }),
    )
  })

  it('never throws anything but a sentence, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom<MediaType>('text', 'html'),
        (given, mediaType) => {
          try {
            expect(decode('a.txt', given, mediaType).trim()).not.toBe('')
          } catch (error) {
            expect(error).toBeInstanceOf(OnRecordError)
          }
        },
      ),
    )
  })
})

const isReadable = (text: string) =>
  text.trim() !== '' && !/[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/.test(text) && !text.startsWith('\ufeff')
