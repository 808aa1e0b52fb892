import { SHAPE } from '../word-shapes.js'
import { QUOTE_STATE } from './quote-state.js'
import type { TokenTable } from './token-table.js'

/** The kind of token that the transitions of the sequence model are learnt for, in [0, KINDS). */
export function kindOf(table: TokenTable, i: number): number {
  if (table.sentenceStart[i] === i) return quoteKind(table.quote[i]!) === 1 ? 9 : 10
  const mark = quoteKind(table.quote[i]!)
  if (mark !== 0) return mark
  switch (table.shape[i]) {
    case SHAPE.comma:
      return 3
    case SHAPE.stop:
      return 4
    case SHAPE.colon:
    case SHAPE.semicolon:
      return 5
    case SHAPE.dash:
    case SHAPE.bracket:
    case SHAPE.ellipsis:
      return 6
    case SHAPE.capital:
    case SHAPE.capitals:
      return 7
    default:
      return table.quote[i] === QUOTE_STATE.outside ? 0 : 8
  }
}

function quoteKind(state: number): number {
  if (state === QUOTE_STATE.opening || state === QUOTE_STATE.shortOpening) return 1
  return state === QUOTE_STATE.closing || state === QUOTE_STATE.shortClosing ? 2 : 0
}
