// M. F. Porter, "The English (Porter2) stemming algorithm", https://snowballstem.org/algorithms/english/stemmer.html
// Written for lower-case a–z without apostrophes; any other word comes back as it went in.

const DOUBLE = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/
const SHORT_SYLLABLE = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/
const VOWEL = /[aeiouy]/
const REGION = /[aeiouy][^aeiouy]/

const EXCEPTIONS = new Map(
  Object.entries({
    skis: 'ski',
    dying: 'die',
    lying: 'lie',
    tying: 'tie',
    skies: 'sky',
    idly: 'idl',
    gently: 'gentl',
    ugly: 'ugli',
    early: 'earli',
    only: 'onli',
    singly: 'singl',
    sky: 'sky',
    news: 'news',
    howe: 'howe',
    atlas: 'atlas',
    cosmos: 'cosmos',
    bias: 'bias',
    andes: 'andes',
    inning: 'inning',
    outing: 'outing',
    canning: 'canning',
    herring: 'herring',
    earring: 'earring',
    proceed: 'proceed',
    exceed: 'exceed',
    succeed: 'succeed',
  }),
)

const STEP_2: readonly (readonly [suffix: string, replacement: string])[] = [
  ['ational', 'ate'],
  ['ization', 'ize'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
]

const STEP_3: readonly (readonly [suffix: string, replacement: string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
]

const STEP_4 = [
  'ement',
  'ance',
  'ence',
  'able',
  'ible',
  'ment',
  'ant',
  'ent',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
  'al',
  'er',
  'ic',
]

/** The word's stem by the Porter2 rules. */
export function stem(word: string): string {
  if (word.length < 3) return word
  const exception = EXCEPTIONS.get(word)
  if (exception !== undefined) return exception
  if (!/^[a-z]+$/.test(word)) return word
  const marked = word.replace(/^y|(?<=[aeiouy])y/g, 'Y')
  const r1 = firstRegion(marked)
  const r2 = regionAfter(marked, r1)
  let w = step1a(marked)
  w = step1c(step1b(w, r1))
  w = replaceLongest(w, r1, STEP_2) ?? dropLi(w, r1)
  w = replaceLongest(w, r1, STEP_3) ?? (w.endsWith('ative') && w.length - 5 >= r2 ? w.slice(0, -5) : w)
  return step5(step4(w, r2), r1, r2).toLowerCase()
}

function firstRegion(word: string): number {
  const prefix = /^(?:gener|commun|arsen)/.exec(word)
  return prefix ? prefix[0].length : regionAfter(word, 0)
}

function regionAfter(word: string, from: number): number {
  const found = REGION.exec(word.slice(from))
  return found ? from + found.index + 2 : word.length
}

function step1a(w: string): string {
  if (w.endsWith('sses')) return w.slice(0, -2)
  if (w.endsWith('ied') || w.endsWith('ies')) return w.slice(0, w.length > 4 ? -2 : -1)
  if (!w.endsWith('s') || w.endsWith('us') || w.endsWith('ss')) return w
  return VOWEL.test(w.slice(0, -2)) ? w.slice(0, -1) : w
}

function step1b(w: string, r1: number): string {
  const eed = /eed(?:ly)?$/.exec(w)
  if (eed) return eed.index >= r1 ? `${w.slice(0, eed.index)}ee` : w
  const suffix = /(?:ed|ing)(?:ly)?$/.exec(w)
  if (!suffix) return w
  const rest = w.slice(0, suffix.index)
  if (!VOWEL.test(rest)) return w
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`
  if (DOUBLE.test(rest)) return rest.slice(0, -1)
  return r1 >= rest.length && SHORT_SYLLABLE.test(rest) ? `${rest}e` : rest
}

const step1c = (w: string): string => (w.length > 2 && /[^aeiouy][yY]$/.test(w) ? `${w.slice(0, -1)}i` : w)

/** Undefined where no rule's suffix ends the word; a suffix outside the region is kept. */
function replaceLongest(w: string, region: number, rules: typeof STEP_2): string | undefined {
  for (const [suffix, replacement] of rules) {
    if (!w.endsWith(suffix)) continue
    const cut = w.length - suffix.length
    return cut >= region ? w.slice(0, cut) + replacement : w
  }
  return undefined
}

function dropLi(w: string, r1: number): string {
  if (w.endsWith('logi')) return w.length - 3 >= r1 ? w.slice(0, -1) : w
  return /[cdeghkmnrt]li$/.test(w) && w.length - 2 >= r1 ? w.slice(0, -2) : w
}

function step4(w: string, r2: number): string {
  for (const suffix of STEP_4) {
    if (!w.endsWith(suffix)) continue
    const cut = w.length - suffix.length
    return cut >= r2 ? w.slice(0, cut) : w
  }
  return /[st]ion$/.test(w) && w.length - 3 >= r2 ? w.slice(0, -3) : w
}

function step5(w: string, r1: number, r2: number): string {
  const last = w.length - 1
  if (w.endsWith('e')) {
    if (last >= r2 || (last >= r1 && !SHORT_SYLLABLE.test(w.slice(0, -1)))) return w.slice(0, -1)
    return w
  }
  return w.endsWith('ll') && last >= r2 ? w.slice(0, -1) : w
}
