/** A list of 32-bit integers that grows; `data` is replaced when it does, so read it anew after a push. */
export class Ints {
  data: Int32Array
  length = 0

  constructor(capacity = 64) {
    this.data = new Int32Array(capacity)
  }

  push(value: number): void {
    if (this.length === this.data.length) this.#grow(this.length + 1)
    this.data[this.length++] = value
  }

  /** Fills with zeros up to `length`. */
  extend(length: number): void {
    if (length > this.data.length) this.#grow(length)
    if (length > this.length) this.length = length
  }

  at(index: number): number {
    return this.data[index]!
  }

  #grow(needed: number): void {
    const grown = new Int32Array(Math.max(needed, Math.ceil(this.data.length * 1.5)))
    grown.set(this.data)
    this.data = grown
  }
}

/** A list of bytes that grows, with variable-length integers: seven bits a byte, lowest first. */
export class Bytes {
  data: Uint8Array
  length = 0

  constructor(capacity = 256) {
    this.data = new Uint8Array(capacity)
  }

  push(value: number): void {
    if (this.length === this.data.length) this.reserve(1)
    this.data[this.length++] = value
  }

  pushInteger(value: number): void {
    let rest = value
    while (rest > 127) {
      this.push((rest & 127) | 128)
      rest >>>= 7
    }
    this.push(rest)
  }

  /** Makes room for `count` more bytes. */
  reserve(count: number): void {
    const needed = this.length + count
    if (needed <= this.data.length) return
    const grown = new Uint8Array(Math.max(needed, Math.ceil(this.data.length * 1.5)))
    grown.set(this.data.subarray(0, this.length))
    this.data = grown
  }
}

/** Reads what `Bytes` wrote, from `at` on. */
export class ByteReader {
  constructor(
    public data: Uint8Array,
    public at = 0,
  ) {}

  integer(): number {
    let byte = this.data[this.at++]!
    if (byte < 128) return byte
    let value = byte & 127
    let shift = 7
    do {
      byte = this.data[this.at++]!
      value |= (byte & 127) << shift
      shift += 7
    } while (byte > 127)
    return value
  }
}
