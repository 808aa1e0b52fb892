import type { Turn } from '../transcript/turns.js'
import type { Draft } from './find-quotations.js'

/**
 * What a paragraph holds of a turn as a quotation of its own: a long turn is as many as it has paragraphs, so that an
 * answer shows the one that was asked about. Null for a label with nothing beside it.
 */
export function turnDraft({ said, label }: Turn): Draft | null {
  if (said[1] <= said[0]) return null
  return {
    type: 'speech',
    content: [said],
    cue: label?.cue ? [label.cue] : [],
    source: label?.span ?? null,
    addressee: null,
    isTurn: true,
  }
}
