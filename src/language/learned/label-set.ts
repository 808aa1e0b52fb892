import type { Label, Role } from './sequence-model.js'

/**
 * The labels of the tagger. A source and a content know on which side their cue stands, and words between the parts of
 * one attribution have a label of their own: so the chain carries the attribution over the gap.
 */
const ROLES: readonly [role: Role, variants: number][] = [
  ['source', 2],
  ['cue', 1],
  ['content', 2],
]

export const OUTSIDE = 0
export const GAP = 1

export const LABELS: readonly Label[] = [
  { role: null, begins: false, variant: 0 },
  { role: null, begins: false, variant: 1 },
  ...ROLES.flatMap(([role, variants]) =>
    Array.from({ length: variants }, (_, variant) => [
      { role, begins: true, variant },
      { role, begins: false, variant },
    ]).flat(),
  ),
]

/** Index of the label of a role; variant 0: its cue comes after it, 1: before it. */
export const labelOf = (role: Role, begins: boolean, variant: number): number =>
  LABELS.findIndex(label => label.role === role && label.begins === begins && label.variant === variant)
