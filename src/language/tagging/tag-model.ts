import { OnRecordError } from '../../errors.js'
import { readColumns, readSizes, writeColumns } from '../columns.js'
import { HashIndex } from '../learned/hash-index.js'

/** An averaged perceptron over hashed features (Collins 2002): a feature's row holds the few classes it speaks for or against. */
export interface TagModel {
  /** The set of tag bits that each class stands for; class 0 is punctuation. */
  classes: Uint32Array
  rows: HashIndex
  /** Where a row begins in `rowClasses` and `weights`; one more than there are rows. */
  offsets: Uint32Array
  rowClasses: Uint8Array
  weights: Int8Array
}

/** The model as it is written. */
export interface TagModelParts {
  classes: Uint32Array
  keys: Uint32Array
  /** How many classes each row has. */
  sizes: Uint8Array
  rowClasses: Uint8Array
  weights: Int8Array
}

const MAGIC = 0x3154524f // "ORT1"
/** The numbers of classes, rows and weights. */
const SIZES = 3
/** A class is a byte, and `EDGE_CLASS` is none. */
export const MOST_CLASSES = 255

export const writeTagModel = (parts: TagModelParts): Uint8Array =>
  writeColumns(MAGIC, [parts.classes.length, parts.keys.length, parts.weights.length], columnsOf(parts))

/** Reads what `writeTagModel` wrote. Throws `OnRecordError` where the bytes are not that. */
export function parseTagModel(bytes: Uint8Array): TagModel {
  const [classes = 0, rows = 0, weights = 0] = readSizes(bytes, MAGIC, SIZES, broken)
  if (classes < 2 || classes > MOST_CLASSES)
    throw broken(`has ${classes} classes where there are 2 to ${MOST_CLASSES}`)
  const parts: TagModelParts = {
    classes: new Uint32Array(classes),
    keys: new Uint32Array(rows),
    sizes: new Uint8Array(rows),
    rowClasses: new Uint8Array(weights),
    weights: new Int8Array(weights),
  }
  readColumns(bytes, SIZES, columnsOf(parts), broken)
  return tagModelOf(parts)
}

export function tagModelOf(parts: TagModelParts): TagModel {
  const offsets = new Uint32Array(parts.sizes.length + 1)
  for (let row = 0; row < parts.sizes.length; row++) offsets[row + 1] = offsets[row]! + parts.sizes[row]!
  const { classes, rowClasses, weights } = parts
  if (offsets.at(-1) !== weights.length || rowClasses.some(each => each >= classes.length))
    throw broken('has rows that do not fit its classes and weights')
  return { classes, rows: new HashIndex(parts.keys), offsets, rowClasses, weights }
}

const columnsOf = (parts: TagModelParts) => [
  parts.classes,
  parts.keys,
  parts.sizes,
  parts.rowClasses,
  parts.weights,
]

const broken = (fault: string): OnRecordError =>
  new OnRecordError('unreadable', `The tag model ${fault}. Install the program again, or train it anew.`)
