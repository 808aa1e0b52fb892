import { OnRecordError } from '../errors.js'

/** First bytes of what people rename to .txt by mistake. */
const SIGNATURES: readonly [kind: string, signature: string][] = [
  ['a PNG image', '\x89PNG'],
  ['a JPEG image', '\xff\xd8\xff'],
  ['a GIF image', 'GIF8'],
  ['a WebP image or a sound', 'RIFF'],
  ['a PDF document', '%PDF-'],
  ['a ZIP archive or an Office document', 'PK\x03\x04'],
  ['an Office document', '\xd0\xcf\x11\xe0'],
  ['an RTF document', '{\\rtf'],
  ['a gzip archive', '\x1f\x8b'],
  ['a 7z archive', '7z\xbc\xaf'],
  ['an SQLite database', 'SQLite format 3\0'],
  ['a program', '\x7fELF'],
]

export function refuseBinary(file: string, bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  const found = SIGNATURES.find(([, signature]) => head.startsWith(signature))
  if (found) throw binary(file, `it is ${found[0]}`)
}

/** Stray control characters happen in text; more than this share does not. */
const MAX_CONTROL_SHARE = 0.01

export function refuseControlCharacters(file: string, text: string): void {
  let controls = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0) throw binary(file, `character ${i + 1} is NUL`)
    if (isControl(unit)) controls++
  }
  if (controls > text.length * MAX_CONTROL_SHARE) {
    throw binary(file, `${controls} of its ${text.length} characters are control characters`)
  }
}

/** C0 and C1, without tab, line feed, vertical tab, form feed, carriage return and NEL. */
const isControl = (unit: number): boolean =>
  (unit < 0x20 && (unit < 0x09 || unit > 0x0d)) || (unit >= 0x7f && unit < 0xa0 && unit !== 0x85)

const binary = (file: string, why: string): OnRecordError =>
  new OnRecordError('bad-input', `${file} is not text: ${why}; give a .txt, .md or .html file with text.`)
