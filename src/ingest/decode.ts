import { isUtf8 } from 'node:buffer'
import chardet from 'chardet'
import iconv from 'iconv-lite'
import type { MediaType } from '../article.js'
import { OnRecordError } from '../errors.js'
import { refuseBinary, refuseControlCharacters } from './binary.js'

/** Bytes. */
export const DEFAULT_SIZE_LIMIT = 5_000_000

const BYTE_ORDER_MARKS: readonly [encoding: string, mark: readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * The text of a file, without byte order mark. The encoding is told by the byte order mark, else by the page's
 * declaration, else from the bytes. Throws `OnRecordError` for what is empty, binary, too large or undecodable.
 */
export function decode(
  file: string,
  bytes: Uint8Array,
  mediaType: MediaType,
  sizeLimit = DEFAULT_SIZE_LIMIT,
): string {
  if (bytes.length > sizeLimit) throw tooLarge(file, bytes.length, sizeLimit)
  if (bytes.length === 0)
    throw new OnRecordError('bad-input', `${file} is empty (0 bytes); give a file with text.`)
  refuseBinary(file, bytes)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const encoding = findEncoding(file, buffer, mediaType)
  const text = iconv.decode(buffer, encoding)
  refuseUndecodable(file, buffer, encoding, text)
  refuseControlCharacters(file, text)
  if (text.trim() === '')
    throw new OnRecordError('bad-input', `${file} holds white space only; give a file with text.`)
  return text
}

export const tooLarge = (file: string, size: number, limit: number): OnRecordError =>
  new OnRecordError(
    'bad-input',
    `${file} is too large: ${inUnits(size)}, and an article may have at most ${inUnits(limit)}.`,
  )

/** Rounded up, so that what is over the limit never looks equal to it. */
function inUnits(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const [unit, name] = bytes < 1_000_000 ? [1000, 'kB'] : [1_000_000, 'MB']
  return `${Math.ceil((bytes / unit) * 10) / 10} ${name}`
}

function findEncoding(file: string, bytes: Buffer, mediaType: MediaType): string {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))
  if (marked) return marked[0]
  const declared = mediaType === 'html' ? findDeclared(bytes) : null
  if (declared !== null && (declared !== 'utf-8' || isUtf8(bytes))) return declared
  return detect(file, bytes)
}

/** WHATWG: a declaration counts in the first 1024 bytes; what calls itself Latin-1 or ASCII is windows-1252. */
function findDeclared(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 1024).toString('latin1')
  const label = /<(?:meta|\?xml)\b[^>]{0,300}?\b(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]+)/i.exec(
    head,
  )?.[1]
  if (label === undefined || !iconv.encodingExists(label)) return null
  const name = label.toLowerCase()
  if (/^(utf-?8|utf-?(16|32).*|ucs-?2.*)$/.test(name)) return 'utf-8'
  return /^(iso-?8859-1|latin-?1|us-ascii|ascii)$/.test(name) ? 'windows-1252' : name
}

function detect(file: string, bytes: Buffer): string {
  const wide = detectUtf16(bytes)
  if (wide !== null) return wide
  if (isUtf8(bytes)) return 'utf-8'
  refuseBrokenUtf8(file, bytes)
  if (isMostlyAscii(bytes)) return 'windows-1252'
  const best = chardet.analyse(bytes)[0]
  if (best === undefined || best.confidence < 20 || !iconv.encodingExists(best.name)) {
    throw undecodable(file, 'its encoding cannot be told')
  }
  return best.name === 'ISO-8859-1' ? 'windows-1252' : best.name
}

/** Western text without byte order mark has a zero in every other byte. */
function detectUtf16(bytes: Buffer): string | null {
  if (bytes.length % 2 !== 0) return null
  const zeros = [0, 0]
  const length = Math.min(bytes.length, 4096)
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2]!++
  const [even, odd] = zeros as [number, number]
  const many = length * 0.2
  if (odd > many && even < odd / 20) return 'utf-16le'
  return even > many && odd < even / 20 ? 'utf-16be' : null
}

/** Curly quotes and the odd accent in English: statistics on so few bytes would only mislead. */
function isMostlyAscii(bytes: Buffer): boolean {
  let high = 0
  for (const byte of bytes) if (byte >= 0x80) high++
  return high <= bytes.length * 0.1
}

/** A file that is UTF-8 but for a few bytes would become gibberish in any other encoding. */
function refuseBrokenUtf8(file: string, bytes: Buffer): void {
  const replaced = bytes.toString('utf8')
  let broken = 0
  let characters = 0
  for (let i = 0; i < replaced.length; i++) {
    const unit = replaced.charCodeAt(i)
    if (unit === 0xfffd) broken++
    else if (unit >= 0x80) characters++
  }
  if (characters < 4 * broken) return
  const at = Buffer.byteLength(replaced.slice(0, replaced.indexOf('\ufffd')))
  throw undecodable(file, `it is UTF-8 but for byte ${at + 1}, which cannot be read`)
}

function refuseUndecodable(file: string, bytes: Buffer, encoding: string, text: string): void {
  const name = encoding.toUpperCase().replace('WINDOWS', 'windows')
  const unit = encoding.startsWith('utf-16') ? 2 : encoding.startsWith('utf-32') ? 4 : 1
  if (bytes.length % unit !== 0)
    throw undecodable(file, `it is ${name} but ends in the middle of a character`)
  if (encoding === 'utf-8') {
    if (!isUtf8(bytes)) throw undecodable(file, 'it says that it is UTF-8, but it is not')
  } else if (unit === 2 ? /\p{Surrogate}/u.test(text) : text.includes('\ufffd')) {
    throw undecodable(file, `it seems to be ${name}, but some of its bytes mean nothing there`)
  }
}

const undecodable = (file: string, why: string): OnRecordError =>
  new OnRecordError('bad-input', `${file} cannot be decoded: ${why}; save it as UTF-8 and try again.`)
