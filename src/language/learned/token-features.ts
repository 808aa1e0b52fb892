import { isQuoted, type TokenTable } from './token-table.js'

/** No token has more features than this. */
export const MAX_FEATURES = 160

/** Distances in tokens, in steps that grow. */
function distanceStep(distance: number): number {
  if (distance < 5) return distance
  if (distance < 7) return 5
  if (distance < 10) return 6
  if (distance < 15) return 7
  if (distance < 25) return 8
  return 9
}

const few = (count: number, most: number): number => (count < most ? count : most)

/** Writes the hashes of a token's features to `out` and says how many there are. */
export class FeatureWriter {
  readonly out = new Uint32Array(MAX_FEATURES)
  count = 0
  private first = 0
  private end = 0

  constructor(private readonly table: TokenTable) {}

  /** The features of token `i` of the paragraph [first, end), in `out`. */
  write(i: number, first: number, end: number): number {
    this.count = 0
    this.first = first
    this.end = end
    this.words(i)
    this.classes(i)
    this.quotes(i)
    this.gazetteer(i)
    this.position(i)
    this.clauses(i)
    this.cues(i)
    this.plainCues(i)
    this.clusters(i)
    return this.count
  }

  private add(template: number, a: number, b = 0, c = 0): void {
    let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35)
    hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0x27d4eb2f)
    this.out[this.count++] = (hash ^ (hash >>> 16)) >>> 0 || 1
  }

  private at(column: Uint32Array | Uint8Array, i: number): number {
    return i >= this.first && i < this.end ? column[i]! : 0xffff
  }

  private words(i: number): void {
    const { word, stem, suffix, ending, shape } = this.table
    const w = this.at(word, i)
    const before = this.at(word, i - 1)
    const after = this.at(word, i + 1)
    this.add(1, w)
    this.add(2, before)
    this.add(3, after)
    this.add(4, this.at(word, i - 2))
    this.add(5, this.at(word, i + 2))
    this.add(6, this.at(word, i - 3))
    this.add(7, this.at(word, i + 3))
    this.add(8, before, w)
    this.add(9, w, after)
    this.add(10, before, after)
    this.add(11, this.at(word, i - 2), before)
    this.add(12, after, this.at(word, i + 2))
    this.add(13, this.at(stem, i))
    this.add(14, this.at(stem, i - 1))
    this.add(15, this.at(stem, i + 1))
    this.add(16, this.at(suffix, i))
    this.add(17, this.at(ending, i))
    this.add(18, this.at(suffix, i + 1))
    this.add(19, this.at(suffix, i - 1))
    this.add(20, this.at(shape, i - 1), this.at(shape, i), this.at(shape, i + 1))
    this.add(21, this.at(shape, i), this.at(shape, i + 1), this.at(shape, i + 2))
    this.add(22, this.at(shape, i - 2), this.at(shape, i - 1), this.at(shape, i))
  }

  private classes(i: number): void {
    const { wordClass, word } = this.table
    const c = this.at(wordClass, i)
    const before = this.at(wordClass, i - 1)
    const after = this.at(wordClass, i + 1)
    const after2 = this.at(wordClass, i + 2)
    const before2 = this.at(wordClass, i - 2)
    this.add(30, c)
    this.add(31, before, c, after)
    this.add(32, before2, before, c)
    this.add(33, c, after, after2)
    this.add(34, before, this.at(word, i))
    this.add(35, this.at(word, i), after)
    this.add(36, c, this.at(word, i + 1))
    this.add(37, this.at(word, i - 1), c)
    this.add(38, after, after2, this.at(wordClass, i + 3))
    this.add(39, before, before2, this.at(wordClass, i - 3))
  }

  private quotes(i: number): void {
    const { quote, wordClass, word, quoteLength } = this.table
    const q = this.at(quote, i)
    this.add(50, this.at(quote, i - 1), q, this.at(quote, i + 1))
    this.add(51, q, this.at(word, i))
    this.add(52, q, this.at(wordClass, i), this.at(wordClass, i + 1))
    this.add(53, q, distanceStep(quoteLength[i]!))
    this.add(54, this.at(quote, i - 2), this.at(quote, i + 2), q)
    this.add(55, q, this.at(word, i - 1))
    this.add(56, q, this.at(word, i + 1))
  }

  private gazetteer(i: number): void {
    const { cue, source, content, pair, wordClass, quote } = this.table
    const level = this.at(cue, i)
    this.add(60, level, this.at(pair, i), this.at(pair, i - 1))
    this.add(61, this.at(cue, i - 1), level, this.at(cue, i + 1))
    this.add(62, this.at(source, i), this.at(source, i + 1), this.at(cue, i + 1))
    this.add(63, this.at(source, i), this.at(source, i - 1), this.at(cue, i - 1))
    this.add(64, this.at(content, i), this.at(content, i + 1))
    this.add(65, level, this.at(wordClass, i - 1), this.at(wordClass, i + 1))
    this.add(66, level, this.at(quote, i), this.at(quote, i + 1))
    this.add(67, this.at(cue, i - 2), this.at(cue, i + 2), level)
    this.add(68, this.at(pair, i), this.at(pair, i + 1))
    this.add(69, this.at(pair, i - 1), this.at(pair, i - 2))
    this.add(70, this.at(source, i), this.at(wordClass, i))
  }

  private position(i: number): void {
    const { sentenceStart, sentenceEnd, word, wordClass, quote, quotedBefore } = this.table
    const start = sentenceStart[i]!
    const stop = sentenceEnd[i]!
    const fromStart = i - start
    const toEnd = stop - 1 - i
    this.add(80, distanceStep(fromStart), distanceStep(toEnd))
    this.add(81, few(fromStart, 3), word[start]!)
    this.add(82, few(toEnd, 3), word[stop - 1]!, quote[i]!)
    this.add(83, i === start ? 1 : 0, this.first === 0 ? 1 : 0, few(this.end - this.first, 30))
    this.add(84, few(fromStart, 2), wordClass[i]!, this.at(wordClass, i + 1))
    const inSentence = quotedBefore[stop]! - quotedBefore[start]!
    const inParagraph = quotedBefore[this.end]! - quotedBefore[this.first]!
    this.add(85, distanceStep(inSentence), distanceStep(inParagraph), quote[i]!)
  }

  private clauses(i: number): void {
    const { clauseLeft, clauseRight, word, wordClass, verbsBefore, cueLeft, cueRight } = this.table
    const left = clauseLeft[i]!
    const right = clauseRight[i]!
    const leftWord = left < 0 ? 0 : word[left]!
    const rightWord = right < 0 ? 0 : word[right]!
    const leftStep = left < 0 ? 0 : distanceStep(i - left)
    const rightStep = right < 0 ? 0 : distanceStep(right - i)
    this.add(90, leftWord, leftStep)
    this.add(91, rightWord, rightStep)
    this.add(92, leftWord, rightWord, wordClass[i]!)
    this.add(93, leftWord, left < 0 ? 0 : this.at(word, left + 1))
    this.add(94, rightWord, right < 0 ? 0 : this.at(word, right + 1))
    const start = left < 0 ? this.table.sentenceStart[i]! : left
    const stop = right < 0 ? this.table.sentenceEnd[i]! : right
    const verbsLeft = few(verbsBefore[i]! - verbsBefore[start]!, 2)
    const verbsRight = few(verbsBefore[stop]! - verbsBefore[i]!, 2)
    this.add(95, verbsLeft, verbsRight, wordClass[i]!)
    this.add(96, cueLeft[i]! > left ? 1 : 0, cueRight[i]! >= 0 && cueRight[i]! < stop ? 1 : 0, leftWord)
  }

  private cues(i: number): void {
    const { cueLeft, cueRight, stem, wordClass, quote } = this.table
    const left = cueLeft[i]!
    const right = cueRight[i]!
    const q = quote[i]!
    const leftStem = left < 0 ? 0 : stem[left]!
    const rightStem = right < 0 ? 0 : stem[right]!
    const leftStep = left < 0 ? 15 : distanceStep(i - left)
    const rightStep = right < 0 ? 15 : distanceStep(right - i)
    const here = this.table.cue[i]!
    this.add(100, leftStem, leftStep)
    this.add(101, rightStem, rightStep)
    this.add(102, leftStem, q)
    this.add(103, rightStem, q)
    this.add(104, leftStep, rightStep, q)
    this.add(105, leftStem, rightStem, here)
    this.add(106, (leftStep << 4) | rightStep, here, wordClass[i]!)
    this.add(107, leftStem, leftStep, wordClass[i]!)
    this.add(108, rightStem, rightStep, wordClass[i]!)
    this.side(110, i, left, q)
    this.side(130, i, right, q)
  }

  /** What stands between the token and a cue, and beside the cue. */
  private side(template: number, i: number, cue: number, q: number): void {
    if (cue < 0) {
      this.add(template, q, this.table.cue[i]!)
      return
    }
    const { commasBefore, verbsBefore, word, wordClass, stem, quote } = this.table
    const [low, high] = cue < i ? [cue + 1, i] : [i + 1, cue]
    const step = distanceStep(high - low)
    const commas = few(commasBefore[high]! - commasBefore[low]!, 3)
    const verbs = few(verbsBefore[high]! - verbsBefore[low]!, 3)
    this.add(template + 1, step, commas, verbs)
    this.add(template + 2, commas, verbs, stem[cue]!)
    this.add(template + 3, this.at(word, cue + 1), this.at(word, cue - 1), few(step, 6))
    this.add(template + 4, stem[cue]!, this.at(word, cue + 1))
    this.add(template + 5, stem[cue]!, this.at(word, cue - 1))
    this.add(template + 6, this.at(wordClass, cue - 1), this.at(wordClass, cue + 1), step)
    this.add(template + 7, quote[cue]!, this.at(quote, cue + 1), this.at(quote, cue - 1) | (q << 8))
    this.add(template + 8, few(step, 7), wordClass[i]!, verbs | (commas << 4))
    this.add(template + 9, this.at(word, cue + 1), commas, verbs)
    this.add(template + 10, this.at(word, cue - 1), commas, verbs)
    this.add(template + 11, this.table.cue[cue]!, step, this.table.shape[i]!)
    this.add(template + 12, this.at(wordClass, cue + 1), this.at(wordClass, cue + 2), few(step, 7))
    this.add(template + 13, this.at(wordClass, cue - 1), this.at(wordClass, cue - 2), few(step, 7))
  }

  /** What company the words keep: of a name or noun that no annotated article has. */
  private clusters(i: number): void {
    const { narrow, broad, quote, wordClass, cue, cueLeft, cueRight } = this.table
    const n = this.at(narrow, i)
    const b = this.at(broad, i)
    const before = this.at(broad, i - 1)
    const after = this.at(broad, i + 1)
    this.add(170, n)
    this.add(171, this.at(narrow, i - 1))
    this.add(172, this.at(narrow, i + 1))
    this.add(173, before, b)
    this.add(174, b, after)
    this.add(175, n, this.at(wordClass, i - 1), this.at(wordClass, i + 1))
    this.add(176, n, quote[i]!)
    this.add(177, this.at(narrow, i - 2))
    this.add(178, this.at(narrow, i + 2))
    this.add(179, before, b, after)
    const left = cueLeft[i]!
    const right = cueRight[i]!
    this.add(180, left < 0 ? 0xffff : broad[left]!, left < 0 ? 15 : distanceStep(i - left))
    this.add(181, right < 0 ? 0xffff : broad[right]!, right < 0 ? 15 : distanceStep(right - i))
    this.add(182, b, cue[i]!, quote[i]!)
  }

  private plainCues(i: number): void {
    const { plainCueLeft, plainCueRight, sentenceStart, quotedBefore, quote, cueLeft, cueRight, stem, word } =
      this.table
    const left = plainCueLeft[i]!
    const right = plainCueRight[i]!
    const q = quote[i]!
    const apart = (a: number, b: number): number => {
      const plain = b - a - (quotedBefore[b]! - quotedBefore[a]!)
      return distanceStep(plain)
    }
    const leftStep = left < 0 ? 15 : apart(left, i)
    const rightStep = right < 0 ? 15 : apart(i, right)
    const sameLeft = left >= 0 && sentenceStart[left] === sentenceStart[i] ? 1 : 0
    const sameRight = right >= 0 && sentenceStart[right] === sentenceStart[i] ? 1 : 0
    this.add(150, leftStep, sameLeft, q)
    this.add(151, rightStep, sameRight, q)
    this.add(152, (leftStep << 4) | rightStep, (sameLeft << 1) | sameRight, q)
    if (left !== cueLeft[i]) this.add(153, left < 0 ? 0 : stem[left]!, sameLeft, q)
    if (right !== cueRight[i]) this.add(154, right < 0 ? 0 : stem[right]!, sameRight, q)
    if (isQuoted(this.table, i)) {
      this.add(155, right < 0 ? 0 : this.at(word, right + 1), right < 0 ? 0 : this.at(word, right - 1))
      this.add(156, left < 0 ? 0 : this.at(word, left + 1), left < 0 ? 0 : this.at(word, left - 1))
    }
  }
}
