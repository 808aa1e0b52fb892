/** Columns of numbers as bytes: how learned models are stored. */
type Column = Uint32Array | Uint16Array | Uint8Array | Int8Array | Float32Array

/** Throws the error that says what is wrong with a file: `fault` goes on from its name ("does not begin like one"). */
export type Refuse = (fault: string) => Error

/** Magic and check sum; the sizes follow. */
const FIXED = 8
const SIZE = 4

/** A magic number, a check sum, `sizes`, and the columns one after another; little-endian. */
export function writeColumns(
  magic: number,
  sizes: readonly number[],
  columns: readonly Column[],
): Uint8Array<ArrayBuffer> {
  const header = FIXED + sizes.length * SIZE
  const bytes = new Uint8Array(lengthOf(header, columns))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, magic, true)
  for (const [index, size] of sizes.entries()) view.setUint32(FIXED + index * SIZE, size, true)
  let at = header
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) writeItem(view, at + i * column.BYTES_PER_ELEMENT, column, i)
    at += column.byteLength
  }
  view.setUint32(4, checkSum(bytes), true)
  return bytes
}

/** The `count` sizes that stand after the magic number; none is larger than the file. */
export function readSizes(bytes: Uint8Array, magic: number, count: number, refuse: Refuse): number[] {
  const view = viewOf(bytes)
  if (bytes.length < FIXED + count * SIZE || view.getUint32(0, true) !== magic)
    throw refuse('does not begin like one')
  const sizes = Array.from({ length: count }, (_, index) => view.getUint32(FIXED + index * SIZE, true))
  if (sizes.some(size => size > bytes.length)) throw refuse('says that it is larger than it is')
  return sizes
}

/** Fills the columns, made as long as the sizes say, with what stands after `count` sizes. */
export function readColumns(
  bytes: Uint8Array,
  count: number,
  columns: readonly Column[],
  refuse: Refuse,
): void {
  const header = FIXED + count * SIZE
  const length = lengthOf(header, columns)
  if (length !== bytes.length) throw refuse(`has ${bytes.length} bytes where it should have ${length}`)
  const view = viewOf(bytes)
  if (view.getUint32(4, true) !== checkSum(bytes)) throw refuse('does not match its check sum')
  let at = header
  for (const column of columns) {
    readColumn(view, at, column)
    at += column.byteLength
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const lengthOf = (header: number, columns: readonly Column[]): number =>
  columns.reduce((sum, column) => sum + column.byteLength, header)

function writeItem(view: DataView, at: number, column: Column, i: number): void {
  if (column instanceof Uint32Array) view.setUint32(at, column[i]!, true)
  else if (column instanceof Uint16Array) view.setUint16(at, column[i]!, true)
  else if (column instanceof Uint8Array) view.setUint8(at, column[i]!)
  else if (column instanceof Int8Array) view.setInt8(at, column[i]!)
  else view.setFloat32(at, column[i]!, true)
}

function readColumn(view: DataView, at: number, column: Column): void {
  const size = column.BYTES_PER_ELEMENT
  const { length } = column
  if (column instanceof Int8Array) column.set(new Int8Array(view.buffer, view.byteOffset + at, length))
  else if (column instanceof Uint8Array) column.set(new Uint8Array(view.buffer, view.byteOffset + at, length))
  else if (column instanceof Uint32Array)
    for (let i = 0; i < length; i++) column[i] = view.getUint32(at + i * size, true)
  else if (column instanceof Uint16Array)
    for (let i = 0; i < length; i++) column[i] = view.getUint16(at + i * size, true)
  else for (let i = 0; i < length; i++) column[i] = view.getFloat32(at + i * size, true)
}

/** FNV-1a over all bytes but the sum's own and the magic number. */
function checkSum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5
  for (let i = FIXED; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i]!, 0x01000193)
  return sum >>> 0
}
