import type { Gender } from './gender.js'

/** What a pronoun tells of whom it stands for. */
export interface Pronoun {
  /** `first`: the one who speaks; `relative`: the noun just before. */
  person: 'first' | 'second' | 'third' | 'relative'
  gender: Gender | null
  /** `thing`: "it"; `plural`: "they", "we". */
  number: 'one' | 'thing' | 'plural'
}

const third = (gender: Gender): Pronoun => ({ person: 'third', gender, number: 'one' })
const HE = third('male')
const SHE = third('female')
const IT: Pronoun = { person: 'third', gender: null, number: 'thing' }
const THEY: Pronoun = { person: 'third', gender: null, number: 'plural' }
const I: Pronoun = { person: 'first', gender: null, number: 'one' }
const WE: Pronoun = { person: 'first', gender: null, number: 'plural' }
const YOU: Pronoun = { person: 'second', gender: null, number: 'one' }
const WHO: Pronoun = { person: 'relative', gender: null, number: 'one' }
const WHICH: Pronoun = { person: 'relative', gender: null, number: 'thing' }

/** Lower-case pronouns that may be credited with words; demonstratives and indefinites are descriptions here. */
export const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map([
  ['he', HE], ['him', HE], ['his', HE], ['himself', HE], ['she', SHE], ['her', SHE], ['hers', SHE], ['herself', SHE],
  ['it', IT], ['its', IT], ['itself', IT], ['they', THEY], ['them', THEY], ['their', THEY], ['themselves', THEY],
  ['i', I], ['me', I], ['my', I], ['myself', I], ['we', WE], ['us', WE], ['our', WE], ['you', YOU], ['your', YOU],
  ['who', WHO], ['whom', WHO], ['that', WHICH], ['which', WHICH],
]) // biome-ignore format: a table

/** "Ann Lee | herself" */
export const isReflexive = (lower: string): boolean => /^(?:him|her|it|them)sel(?:f|ves)$/.test(lower)

/** "the two senators | together" */
export const isJoint = (lower: string): boolean => /^(?:together|jointly)$/.test(lower)
