import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { resolveMarked as resolve } from './marked-text.js'

test.each<[string, (string | null)[]]>([
  ['Governor Marta Olsen of Vermont spoke. “No,” said [Olsen].', ['Marta Olsen']],
  ['Marta Olsen met Ray Dunn. [Dunn’s] view was clear.', ['Ray Dunn']],
  [
    'Sen. William T. Harker arrived. “Yes,” [Bill Harker] said. [Mr. Harker] left.',
    ['William T. Harker', 'William T. Harker'],
  ],
  ['“It is late,” said [Mr. Clarke].', ['Mr. Clarke']],
  ['[President Ruto] said talks would go on.', ['President Ruto']],
  ['[US Secretary of Defense Alan Brandt] said so.', ['Alan Brandt']],
  ['[Dana Whitfield, a spokeswoman for the Harbor Authority,] said so.', ['Dana Whitfield']],
  ['[Harbor Authority spokeswoman Dana Whitfield] said so.', ['Dana Whitfield']],
  ['[Another critic, Laura H. Finch,] disagreed.', ['Laura H. Finch']],
  ['The World Harbor Organization met on Monday. [The WHO] said no.', ['World Harbor Organization']],
  [
    '[The Center for Coastal Studies] warned of floods. [The center] said so.',
    ['Center for Coastal Studies', 'Center for Coastal Studies'],
  ],
])('names merge over the article: %s', (text, expected) => {
  expect(resolve(text).names).toEqual(expected)
})

test.each<[string, (string | null)[]]>([
  ['Marta Olsen spoke in Bergen on Monday. [She] said the port would stay open.', ['Marta Olsen']],
  [
    'Marta Olsen met Peter Dunn on Monday. [He] said it went well. [She] said it did not.',
    ['Peter Dunn', 'Marta Olsen'],
  ],
  ['Mayor Peter Dunn opened the bridge. [The mayor] said it was safe.', ['Peter Dunn']],
  [
    'Marta Olsen, the foreign minister, arrived with Peter Dunn. [The foreign minister] smiled.',
    ['Marta Olsen'],
  ],
  ['Mr. and Mrs. Holt came. Anna Holt sat down. George Holt stood. “I do,” said [Mrs. Holt].', ['Anna Holt']],
  ['“We went far,” said [Marta Olsen], [who] had walked.', ['Marta Olsen', 'Marta Olsen']],
])('pronouns and roles end at a name: %s', (text, expected) => {
  expect(resolve(text).names).toEqual(expected)
})

test.each<[string, (string | null)[]]>([
  ['“No,” said [a longtime adviser to Marta Olsen].', ['a longtime adviser to Marta Olsen']],
  ['[The United Harbors] said no. [Harbor Democrats] said yes.', ['United Harbors', 'Harbor Democrats']],
  ['[Chief of Staff Peter Dunn] said so.', ['Peter Dunn']],
  ['[Billionaire Peter Dunn] said so.', ['Peter Dunn']],
  ['The Sad Voyage Of Peter Dunn.\n\nPeter Dunn left on Monday. [He] said so.', ['Peter Dunn']],
  ['Peter Dunn read the Harbor Times, [which] said so.', ['Harbor Times']],
  ['The Harbor Times met Peter Dunn, [who] said so.', ['Peter Dunn']],
  ['Peter Holt and Anna Holt spoke. [Holt] said she would stay.', ['Anna Holt']],
  ['Anna Holt and Peter Holt spoke. [Holt] said he would stay.', ['Peter Holt']],
])('the words around a name decide who is meant: %s', (text, expected) => {
  expect(resolve(text).names).toEqual(expected)
})

test.each<[string, string]>([
  ['Peter Dunn left. [Sources] told the paper that he was ill.', 'Sources'],
  [
    'Peter Dunn left. [A senior administration official] said he was ill.',
    'A senior administration official',
  ],
  ['Peter Dunn left. [Several neighbors] said he was ill.', 'Several neighbors'],
  ['Peter Dunn left. [Dunn’s lawyer] said he was ill.', 'Peter Dunn’s lawyer'],
])('the unnamed stay as written: %s', (text, name) => {
  const { speakers, speakerOf } = resolve(text)
  expect(speakers[speakerOf[0]!]).toMatchObject({ name, named: false })
})

test('several who speak together are one group of full names', () => {
  const { names, speakers, speakerOf } = resolve('Marta Olsen met Peter Dunn. [Olsen and Dunn] said so.')
  expect(names).toEqual(['Marta Olsen and Peter Dunn'])
  expect(speakers[speakerOf[0]!]!.kind).toBe('group')
})

test('a first person outside quotation marks is the author, where one is told', () => {
  const text =
    'The bridge is old.\n\n[I] said so in May.\n\nIt fell.\n\nMarta Olsen is an engineer in Bergen.'
  expect(resolve(text).names).toEqual(['Marta Olsen'])
  expect(resolve('The bridge is old.\n\n[I] said so in May.').names).toEqual([null])
  expect(resolve('By Peter Dunn\n\n[I] said so in May.', 'Peter Dunn').names).toEqual(['Peter Dunn'])
})

test('titles and descriptions are aliases, pronouns are not', () => {
  const { speakers } = resolve('Mayor Peter Dunn spoke. [The mayor] said it was safe. [He] left.')
  const dunn = speakers.find(({ name }) => name === 'Peter Dunn')!
  expect(dunn.aliases).toEqual(expect.arrayContaining(['Mayor Peter Dunn', 'The mayor']))
  expect(dunn.aliases).not.toContain('He')
})

test('the seed: a chief without an apposition is the name that follows', () => {
  const seed = readFileSync(new URL('../../../seeds/blinken-nato-afghanistan.txt', import.meta.url), 'utf8')
  const marked = seed
    .replace('US Secretary of State Antony Blinken on', '[US Secretary of State Antony Blinken] on')
    .replace('last week President Biden noted', 'last week [President Biden] noted')
    .replace('He said that tactical', '[He] said that tactical')
    .replace('The NATO chief said', '[The NATO chief] said')
    .replace('he reiterated', '[he] reiterated')
    .replace('said Stoltenberg', 'said [Stoltenberg]')
    .replace('He said that they need', '[He] said that they need')
    .replace('sources told', '[sources] told')
    .replace('that President Ghani', 'that [President Ghani]')
  const { names } = resolve(marked)
  expect(names[0]).toBe('Antony Blinken')
  expect(names[1]).toBe('President Biden')
  expect(names.slice(3)).toEqual([
    'Stoltenberg',
    'Stoltenberg',
    'Stoltenberg',
    'Stoltenberg',
    'sources',
    'President Ghani',
  ])
})

test.each<[string, string]>([
  ['“No,” said [many towns (small ones] of the coast).', 'many towns'],
  ['[Several towns (small ones) on the coast] said no.', 'Several towns (small ones) on the coast'],
  ['[a dockworker —] said no.', 'a dockworker'],
  ['[the ferryman’s] view was clear.', 'the ferryman'],
  ['[The filings of the year and] said no.', 'The filings of the year'],
  ['[and many pilots] said no.', 'many pilots'],
  ['[only 40 percent of pilots] said no.', 'only 40 percent of pilots'],
  ['[a pilot I spoke to] said no.', 'a pilot I spoke to'],
])('a described speaker is called without what hangs loose at the ends: %s', (text, expected) => {
  expect(resolve(text).names).toEqual([expected])
})
