import { expect, test } from 'vitest'
import { announcedName } from '../../../src/language/transcript/heading-names.js'
import { mixedCase, readCasing } from '../../../src/language/transcript/mixed-case.js'

test.each([
  ['Moderator: Diane Fell, Channel Six', 'fell', 'Diane Fell'],
  ['Attorney General Peter van Dyne and Governor Marsh', 'van dyne', 'Peter van Dyne'],
  ['Attorney General Peter van Dyne and Governor Marsh', 'marsh', null],
  ['Democrat Marsh faces Fell', 'marsh', null],
  ['Ada Marsh and Tom Marsh', 'marsh', null],
  ['Ada Marshall', 'marsh', null],
  ['Democrat Ada Marsh', 'ada marsh', null],
])('“%s” calls %s %s', (heading, family, name) => {
  expect(announcedName(heading, family.split(' '))).toBe(name)
})

test.each([
  ['Thank you, Wanda McAllen.', 'WANDA MCALLEN', 'Wanda McAllen'],
  ['', 'ANNE-MARIE O’NEILL', 'Anne-Marie O’Neill'],
  ['', 'PETER MCADAM', 'Peter McAdam'],
  ['', 'JB ROURKE', 'JB Rourke'],
  ['', 'A.J. ROURKE', 'A.J. Rourke'],
  ['', 'Tom Rourke', 'Tom Rourke'],
  ['Please welcome Governor DeLuca.', 'DeLUCA', 'DeLuca'],
])('where the text is “%s”, %s is written %s', (text, name, written) => {
  expect(mixedCase(readCasing(text), name)).toBe(written)
})
