import type { Speaker } from '../analysis.js'
import type { Reading } from './reading.js'
import type { Referent } from './referents.js'
import { rememberingNamer, speakerOf } from './speaker-names.js'

/** Who speaks. `speakerOf` and `confidence` follow the order of the quotations. */
export interface ResolvedSpeakers {
  speakers: Speaker[]
  /** Index into `speakers`; null where the speaker is unknown. */
  speakerOf: (number | null)[]
  /** Probability in [0, 1] that the speaker is right; 0 where there is none. */
  confidence: number[]
}

/** Whom the words of a quotation come down to. */
export interface Choice {
  /** Index into the referents; null where nobody is known. */
  referent: number | null
  confidence: number
}

/** Those who speak and those who are named, in the order of the referents. */
export function collectSpeakers(
  reading: Reading,
  referents: readonly Referent[],
  choices: readonly Choice[],
): ResolvedSpeakers {
  const quoted = new Set(choices.map(({ referent }) => referent))
  const kept = [...referents.keys()].filter(id => quoted.has(id) || isBody(referents[id]!))
  const namer = rememberingNamer(reading)
  const places = new Map(kept.map((id, index) => [id, index]))
  return {
    speakers: kept.map(id => speakerOf(reading, referents, id, namer)),
    speakerOf: choices.map(({ referent }) => (referent === null ? null : (places.get(referent) ?? null))),
    confidence: choices.map(({ confidence }) => confidence),
  }
}

/** Who may be spoken of as a speaker even when never quoted. */
const isBody = ({ kind, names }: Referent): boolean =>
  names.length > 0 && (kind === 'person' || kind === 'organisation')
