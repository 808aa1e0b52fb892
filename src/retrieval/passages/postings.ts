import { ByteReader, Bytes, Ints } from './growable.js'

const SMALLEST_CHUNK = 16
const LARGEST_CHUNK = 512
const NONE = -1

/** Where a term stands in one paragraph: counts in its context and title, and in each of its passages. */
export interface Occurrences {
  context: number
  title: number
  /** Pairs, passage within the paragraph then count, in order of passage. */
  passages: readonly number[]
}

/**
 * For every term the paragraphs that have it, delta-coded in chunks that are chained and grow with the list, so that
 * appending costs the same however large the index is. A chunk remembers its first paragraph: a reader skips by chunks.
 */
export class Postings {
  readonly #pool = new Bytes(1 << 16)
  readonly #first = new Ints()
  readonly #last = new Ints()
  readonly #lastParagraph = new Ints()
  readonly #chunkStart = new Ints()
  readonly #chunkEnd = new Ints()
  readonly #chunkLimit = new Ints()
  readonly #chunkNext = new Ints()
  readonly #chunkParagraph = new Ints()
  readonly #scratch = new Bytes(64)

  /** Paragraphs must come in rising order. */
  append(term: number, paragraph: number, occurrences: Occurrences): void {
    while (this.#first.length <= term) this.#addTerm()
    const scratch = this.#scratch
    scratch.length = 0
    scratch.pushInteger(paragraph - this.#lastParagraph.at(term))
    encode(scratch, occurrences)
    if (!this.#fits(term, scratch.length)) {
      this.#addChunk(term, paragraph, scratch.length)
      // the first posting of a chunk stands for itself, so that a reader may begin there
      scratch.data[0] = 0
      scratch.length = 1
      encode(scratch, occurrences)
    }
    this.#write(term)
    this.#lastParagraph.data[term] = paragraph
  }

  cursor(term: number): PostingCursor {
    return new PostingCursor(this.#chunks(), term < this.#first.length ? this.#first.at(term) : NONE)
  }

  #addTerm(): void {
    this.#first.push(NONE)
    this.#last.push(NONE)
    this.#lastParagraph.push(0)
  }

  #fits(term: number, count: number): boolean {
    const chunk = this.#last.at(term)
    return chunk !== NONE && this.#chunkEnd.at(chunk) + count <= this.#chunkLimit.at(chunk)
  }

  #addChunk(term: number, paragraph: number, count: number): void {
    const previous = this.#last.at(term)
    const chunk = this.#chunkStart.length
    const before = previous === NONE ? 0 : this.#chunkLimit.at(previous) - this.#chunkStart.at(previous)
    const size = Math.max(count, Math.min(LARGEST_CHUNK, before * 2 || SMALLEST_CHUNK))
    const start = this.#pool.length
    this.#pool.reserve(size)
    this.#pool.length += size
    this.#chunkStart.push(start)
    this.#chunkEnd.push(start)
    this.#chunkLimit.push(start + size)
    this.#chunkNext.push(NONE)
    this.#chunkParagraph.push(paragraph)
    if (previous === NONE) this.#first.data[term] = chunk
    else this.#chunkNext.data[previous] = chunk
    this.#last.data[term] = chunk
  }

  #write(term: number): void {
    const chunk = this.#last.at(term)
    const { data, length } = this.#scratch
    const pool = this.#pool.data
    let at = this.#chunkEnd.at(chunk)
    for (let i = 0; i < length; i++) pool[at++] = data[i]!
    this.#chunkEnd.data[chunk] = at
  }

  #chunks(): Chunks {
    return {
      pool: this.#pool.data,
      start: this.#chunkStart.data,
      end: this.#chunkEnd.data,
      next: this.#chunkNext.data,
      paragraph: this.#chunkParagraph.data,
    }
  }
}

interface Chunks {
  pool: Uint8Array
  start: Int32Array
  end: Int32Array
  next: Int32Array
  paragraph: Int32Array
}

// The head of a posting. The commonest, one occurrence in one passage and so in the context, is one byte: passage << 1.
// Otherwise bit 0 is set, bit 1: a title count follows, bit 2: a context count follows (else it is the sum of the
// passages' counts), bits 3–7: the number of passages, 31 meaning that it follows.
const MANY = 31

function encode(bytes: Bytes, { context, title, passages }: Occurrences): void {
  const pairs = passages.length >> 1
  if (pairs === 1 && passages[1] === 1 && context === 1 && title === 0 && passages[0]! < 128) {
    bytes.push(passages[0]! << 1)
    return
  }
  let sum = 0
  for (let i = 1; i < passages.length; i += 2) sum += passages[i]!
  bytes.push(1 | (title > 0 ? 2 : 0) | (context !== sum ? 4 : 0) | (Math.min(pairs, MANY) << 3))
  if (title > 0) bytes.pushInteger(title)
  if (context !== sum) bytes.pushInteger(context)
  if (pairs >= MANY) bytes.pushInteger(pairs)
  let before = 0
  for (let i = 0; i < passages.length; i += 2) {
    const count = passages[i + 1]!
    bytes.pushInteger(((passages[i]! - before) << 1) | (count > 1 ? 1 : 0))
    if (count > 1) bytes.pushInteger(count)
    before = passages[i]!
  }
}

/** Where the posting ends that has this head, not of the commonest kind, before `at`. */
function afterBody(pool: Uint8Array, at: number, head: number): number {
  let end = at
  if (head & 2) end = afterInteger(pool, end)
  if (head & 4) end = afterInteger(pool, end)
  let pairs = head >> 3
  if (pairs === MANY) {
    const reader = new ByteReader(pool, end)
    pairs = reader.integer()
    end = reader.at
  }
  for (let pair = 0; pair < pairs; pair++) {
    const hasCount = pool[end]! & 1
    end = afterInteger(pool, end)
    if (hasCount) end = afterInteger(pool, end)
  }
  return end
}

function afterInteger(pool: Uint8Array, at: number): number {
  let end = at
  while (pool[end++]! > 127);
  return end
}

/** Past the last paragraph. */
export const END = 0x7fffffff

/** Walks one term's postings; valid until the next append. */
export class PostingCursor {
  /** Where it stands, or `END`. */
  paragraph = -1
  context = 0
  title = 0
  /** As in `Occurrences`, of which the first `passageCount` pairs hold. */
  readonly passages: number[] = []
  passageCount = 0
  /** The most often that the term stands in one of the passages. */
  most = 0
  /** Whether the term stands once in the paragraph, in one of its passages, and not in the title. */
  isOnce = false
  #at = 0
  #end = 0

  constructor(
    private readonly chunks: Chunks,
    private chunk: number,
  ) {
    if (chunk === NONE) this.paragraph = END
    else this.#enter(chunk)
    this.next()
  }

  next(): void {
    if (this.paragraph === END) return
    if (this.#at >= this.#end) {
      const following = this.chunks.next[this.chunk]!
      if (following === NONE) {
        this.paragraph = END
        return
      }
      this.#enter(following)
    }
    this.#decode()
  }

  /** Moves to the first posting at `paragraph` or after it. */
  advance(paragraph: number): void {
    if (this.paragraph >= paragraph) return
    const { next, paragraph: firsts } = this.chunks
    let chunk = this.chunk
    for (
      let following = next[chunk]!;
      following !== NONE && firsts[following]! <= paragraph;
      following = next[chunk]!
    )
      chunk = following
    if (chunk !== this.chunk) {
      this.#enter(chunk)
      this.#decode()
    }
    if (this.paragraph < paragraph) this.#skip(paragraph)
    if (this.paragraph < paragraph) this.next()
  }

  /** Passes over what stands before `paragraph` in the chunk, and decodes the first that does not, if there is one. */
  #skip(paragraph: number): void {
    const { pool } = this.chunks
    const end = this.#end
    let at = this.#at
    let current = this.paragraph
    while (at < end) {
      let byte = pool[at++]!
      let delta = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = pool[at++]!
        delta |= (byte & 127) << shift
      }
      current += delta
      if (current >= paragraph) {
        this.#at = at
        this.paragraph = current
        this.#decodeBody()
        return
      }
      const head = pool[at++]!
      if (head & 1) at = afterBody(pool, at, head)
    }
    this.#at = at
    this.paragraph = current
  }

  #enter(chunk: number): void {
    this.chunk = chunk
    this.paragraph = this.chunks.paragraph[chunk]!
    this.#at = this.chunks.start[chunk]!
    this.#end = this.chunks.end[chunk]!
  }

  #decode(): void {
    this.paragraph += this.#integer()
    this.#decodeBody()
  }

  #decodeBody(): void {
    const head = this.chunks.pool[this.#at++]!
    this.isOnce = (head & 1) === 0
    if (!this.isOnce) this.#decodeFull(head)
    else {
      this.context = 1
      this.title = 0
      this.passages[0] = head >> 1
      this.passages[1] = 1
      this.passageCount = 1
      this.most = 1
    }
  }

  #decodeFull(head: number): void {
    this.title = head & 2 ? this.#integer() : 0
    const context = head & 4 ? this.#integer() : -1
    const pairs = head >> 3 === MANY ? this.#integer() : head >> 3
    let passage = 0
    let sum = 0
    let most = 0
    for (let i = 0; i < pairs; i++) {
      const value = this.#integer()
      passage += value >> 1
      const count = value & 1 ? this.#integer() : 1
      this.passages[2 * i] = passage
      this.passages[2 * i + 1] = count
      sum += count
      if (count > most) most = count
    }
    this.passageCount = pairs
    this.most = most
    this.context = context < 0 ? sum : context
  }

  #integer(): number {
    const { pool } = this.chunks
    let byte = pool[this.#at++]!
    if (byte < 128) return byte
    let value = byte & 127
    let shift = 7
    do {
      byte = pool[this.#at++]!
      value |= (byte & 127) << shift
      shift += 7
    } while (byte > 127)
    return value
  }
}
