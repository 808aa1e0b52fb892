import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../../src/span.js'

export interface GoldAttribution {
  source: Span[]
  cue: Span[]
  content: Span[]
}

export interface GoldArticle {
  id: string
  text: string
  attributions: GoldAttribution[]
}

/**
 * PolNeAR in its own layout: DIR/text/ID.txt and DIR/attributions/ID_ANNOTATOR.ann (brat standoff, offsets in code
 * points). Of several annotators the first counts.
 */
export function readPolnear(directory: string): GoldArticle[] {
  const files = new Map<string, string>()
  for (const file of readdirSync(join(directory, 'attributions')).sort()) {
    const id = /^(.*)_[0-9a-f]{4}\.ann$/.exec(file)?.[1]
    if (id !== undefined && !files.has(id)) files.set(id, file)
  }
  return [...files].map(([id, file]) => {
    const text = readFileSync(join(directory, 'text', `${id}.txt`), 'utf8')
    const standoff = readFileSync(join(directory, 'attributions', file), 'utf8')
    return { id, text, attributions: parseStandoff(standoff, unitsOf(text)) }
  })
}

function parseStandoff(standoff: string, units: readonly number[]): GoldAttribution[] {
  const spans = new Map<string, Span[]>()
  const attributions: GoldAttribution[] = []
  for (const line of standoff.split('\n')) {
    const [id = '', body = ''] = line.split('\t')
    if (/^T\d+$/.test(id)) spans.set(id, parseSpans(body.slice(body.indexOf(' ') + 1), units))
    if (!/^E\d+$/.test(id)) continue
    const attribution = parseEvent(body, spans)
    if (attribution.content.length > 0) attributions.push(attribution)
  }
  return attributions
}

function parseSpans(offsets: string, units: readonly number[]): Span[] {
  return offsets.split(';').map(pair => {
    const [start = 0, end = 0] = pair.split(' ').map(offset => units[Number(offset)] ?? 0)
    return [start, end]
  })
}

function parseEvent(body: string, spans: ReadonlyMap<string, Span[]>): GoldAttribution {
  const attribution: GoldAttribution = { source: [], cue: [], content: [] }
  for (const part of body.split(' ').slice(1)) {
    const [role = '', target = ''] = part.split(':')
    const key = role.replace(/\d+$/, '').toLowerCase()
    if (key === 'source' || key === 'cue' || key === 'content')
      attribution[key].push(...(spans.get(target) ?? []))
  }
  for (const list of Object.values(attribution) as Span[][]) list.sort((a, b) => a[0] - b[0])
  return attribution
}

function unitsOf(text: string): number[] {
  const units: number[] = []
  let unit = 0
  for (const character of text) {
    units.push(unit)
    unit += character.length
  }
  units.push(unit)
  return units
}
