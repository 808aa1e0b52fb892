/** Set by hand as a start. */
export const WEIGHTS: Readonly<Record<string, number>> = {
  'gender agrees': 2, 'gender clashes': -6, 'kind clashes': -5, 'kind unknown': -0.5,
  'same sentence': 0.6, 'sentence before': 0.8, 'two before': 0.2, 'far before': -1.5, ahead: -2.5,
  'most recent': 0.8, 'second recent': 0.3, subject: 0.9, 'speaker before': 1.2, 'speaker in paragraph': 1,
  'next speaker': 0.6, share: 1, 'in content': -1.5, 'head agrees': 3.5, 'head clashes': -1, 'words agree': 2, 'name has head': 3,
  'same words': 4, possessive: -0.3, headline: 0.3,
  written: 0, 'nominal/written': 2, 'nominal/written definite person': -1.5, 'nominal/written indefinite': 4,
  'person/written': -3, 'thing/written': -2, 'plural/written': 0, 'missing/written': 0, 'shared-name/written': -9,
} // biome-ignore format: a table
