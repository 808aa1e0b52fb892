import type { ReplyDifference } from '../reply.js'
import type { Difference } from '../retrieval/answer.js'
import { hull, type Span, textOf } from '../span.js'

interface Run {
  op: Difference['op']
  remembered: string[]
  recorded: Span | null
}

/** Word by word becomes stretch by stretch; what is recorded stays a slice of `text`. */
export function renderDifferences(text: string, differences: readonly Difference[]): ReplyDifference[] {
  const runs: Run[] = []
  for (const difference of differences) {
    const last = runs.at(-1)
    if (last && continues(last, difference)) extend(last, difference)
    else runs.push(extend({ op: difference.op, remembered: [], recorded: null }, difference))
  }
  return runs.map(({ op, remembered, recorded }) => ({
    op,
    remembered: remembered.join(' '),
    recorded: recorded ? textOf(text, recorded) : '',
  }))
}

/** "come home" for "leave" is one change, though it is a changed and an added word. */
function continues(last: Run, { op }: Difference): boolean {
  return op === last.op || (last.op === 'changed' && op === 'added')
}

function extend(run: Run, difference: Difference): Run {
  if ('remembered' in difference) run.remembered.push(difference.remembered)
  if ('recorded' in difference) {
    run.recorded = run.recorded ? hull([run.recorded, difference.recorded]) : difference.recorded
  }
  return run
}
