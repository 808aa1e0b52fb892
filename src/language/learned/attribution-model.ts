import { OnRecordError } from '../../errors.js'
import type { Gazetteer } from './gazetteer.js'
import { HashIndex } from './hash-index.js'
import { LABELS } from './label-set.js'
import { LINK_TABLE } from './link-features.js'
import type { LinkerModel } from './linker.js'
import { KINDS, type SequenceModel } from './sequence-model.js'

/** Everything that was learnt: what `createAnalyzer` needs beside an article. */
export interface AttributionModel {
  gazetteer: Gazetteer
  tagger: SequenceModel
  linker: LinkerModel
}

/** The model as it is written: plain columns. */
export interface ModelParts {
  gazetteerKeys: Uint32Array
  gazetteerEntries: Uint16Array
  featureKeys: Uint32Array
  /** A row of `LABELS.length` a feature. */
  featureWeights: Int8Array
  scales: Float32Array
  transitions: Float32Array
  /** `LINK_TABLE` long, then the scale of each. */
  cueOfContent: Int8Array
  sourceOfCue: Int8Array
  linkScales: Float32Array
}

const MAGIC = 0x314d524f // "ORM1"
/** Magic, check sum, then the number of labels, words and features. */
const HEADER = 20

/** The model as bytes: little-endian, columns one after another. */
export function writeModel(parts: ModelParts): Uint8Array {
  const columns = columnsOf(parts)
  const length = columns.reduce((sum, column) => sum + column.byteLength, HEADER)
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(8, LABELS.length, true)
  view.setUint32(12, parts.gazetteerKeys.length, true)
  view.setUint32(16, parts.featureKeys.length, true)
  let at = HEADER
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) writeItem(view, at + i * column.BYTES_PER_ELEMENT, column, i)
    at += column.byteLength
  }
  view.setUint32(4, checkSum(bytes), true)
  return bytes
}

/** Reads what `writeModel` wrote. Throws `OnRecordError` where the bytes are not that. */
export function parseModel(bytes: Uint8Array): AttributionModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER || view.getUint32(0, true) !== MAGIC) {
    throw broken('does not begin like one')
  }
  const labels = view.getUint32(8, true)
  if (labels !== LABELS.length) throw broken(`has ${labels} labels where this version has ${LABELS.length}`)
  const parts = emptyParts(view.getUint32(12, true), view.getUint32(16, true), bytes.length)
  const columns = columnsOf(parts)
  const length = columns.reduce((sum, column) => sum + column.byteLength, HEADER)
  if (length !== bytes.length) throw broken(`has ${bytes.length} bytes where it should have ${length}`)
  if (view.getUint32(4, true) !== checkSum(bytes)) throw broken('does not match its check sum')
  let at = HEADER
  for (const column of columns) {
    readColumn(view, at, column)
    at += column.byteLength
  }
  return modelOf(parts)
}

/** The model that `parts` describe. */
export function modelOf(parts: ModelParts): AttributionModel {
  const words = new HashIndex(parts.gazetteerKeys)
  const features = new HashIndex(parts.featureKeys)
  return {
    gazetteer: { lookUp: key => parts.gazetteerEntries[words.indexOf(key)] ?? 0 },
    tagger: {
      labels: LABELS,
      rowOf: feature => features.indexOf(feature),
      weights: parts.featureWeights,
      scales: parts.scales,
      transitions: parts.transitions,
    },
    linker: {
      cueOfContent: Float32Array.from(parts.cueOfContent, weight => weight * parts.linkScales[0]!),
      sourceOfCue: Float32Array.from(parts.sourceOfCue, weight => weight * parts.linkScales[1]!),
    },
  }
}

const broken = (fault: string): OnRecordError =>
  new OnRecordError(
    'unreadable',
    `The attribution model ${fault}. Install the program again, or train it anew.`,
  )

type Column = Uint32Array | Uint16Array | Int8Array | Float32Array

function columnsOf(parts: ModelParts): Column[] {
  return [
    parts.gazetteerKeys,
    parts.gazetteerEntries,
    parts.featureKeys,
    parts.featureWeights,
    parts.scales,
    parts.transitions,
    parts.cueOfContent,
    parts.sourceOfCue,
    parts.linkScales,
  ]
}

function emptyParts(words: number, features: number, limit: number): ModelParts {
  if (words > limit || features > limit) throw broken('says that it is larger than it is')
  return {
    gazetteerKeys: new Uint32Array(words),
    gazetteerEntries: new Uint16Array(words),
    featureKeys: new Uint32Array(features),
    featureWeights: new Int8Array(features * LABELS.length),
    scales: new Float32Array(LABELS.length),
    transitions: new Float32Array(KINDS * LABELS.length ** 2),
    cueOfContent: new Int8Array(LINK_TABLE),
    sourceOfCue: new Int8Array(LINK_TABLE),
    linkScales: new Float32Array(2),
  }
}

function writeItem(view: DataView, at: number, column: Column, i: number): void {
  if (column instanceof Uint32Array) view.setUint32(at, column[i]!, true)
  else if (column instanceof Uint16Array) view.setUint16(at, column[i]!, true)
  else if (column instanceof Int8Array) view.setInt8(at, column[i]!)
  else view.setFloat32(at, column[i]!, true)
}

function readColumn(view: DataView, at: number, column: Column): void {
  const size = column.BYTES_PER_ELEMENT
  if (column instanceof Int8Array) column.set(new Int8Array(view.buffer, view.byteOffset + at, column.length))
  else if (column instanceof Uint32Array)
    for (let i = 0; i < column.length; i++) column[i] = view.getUint32(at + i * size, true)
  else if (column instanceof Uint16Array)
    for (let i = 0; i < column.length; i++) column[i] = view.getUint16(at + i * size, true)
  else for (let i = 0; i < column.length; i++) column[i] = view.getFloat32(at + i * size, true)
}

/** FNV-1a over all bytes but the sum's own. */
function checkSum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5
  for (let i = 8; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i]!, 0x01000193)
  return sum >>> 0
}
