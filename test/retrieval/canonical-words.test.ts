import { describe, expect, it } from 'vitest'
import {
  canonicalWords,
  compoundsOf,
  isNegative,
  isNumber,
  joinCompounds,
  otherSpellings,
} from '../../src/retrieval/canonical-words.js'
import { wordsOf } from '../../src/retrieval/words.js'

const formsOf = (text: string, ...compounds: string[]) =>
  joinCompounds(canonicalWords(wordsOf(text)), compoundsOf(compounds.flatMap(word => wordsOf(word)))).map(
    ({ form }) => form,
  )

describe('canonicalWords', () => {
  it.each([
    ['one million', '1,000,000'],
    ['a million', '1000000'],
    ['$1.5 billion', '1,500,000,000 dollars'],
    ['$1.5bn', '1.5 billion'],
    ['47 percent', '47%'],
    ['47 per cent', 'forty-seven pct'],
    ['two hundred fifty thousand', '250k'],
    ['the twentieth', 'the 20th'],
    ['he will not go', "he won't go"],
    ['they are', 'they are'],
    ['the colour of defence', 'the color of defense'],
    ['organised labour', 'organized labor'],
    ['the United States', 'the U.S.'],
    ['US troops', 'United States troops'],
    ['in the 1990s', 'in the ’90s'],
    ['her late nineties', 'her late 90s'],
    ['40p a bag', 'forty pence a bag'],
    ['practising on grey yoghurt', 'practicing on gray yogurt'],
    ['his mum wrote cheques', 'his mom wrote checks'],
    ['chequered jewellery', 'checkered jewelry'],
    ['manoeuvred by manoeuvring manoeuvres', 'maneuvered by maneuvering maneuvers'],
  ])('%s is %s', (one, other) => {
    expect(formsOf(one)).toEqual(formsOf(other))
  })

  it.each([
    ['one million', 'one billion'],
    ['he will go', "he won't go"],
    ['tell us', 'tell US'],
    ['the first', 'the third'],
    ['two three', '23'],
    ['the 1990s', 'the 1890s'],
    ['the 2020s', 'the 1920s'],
    ['40p', '40m'],
    ['Mumbai', 'Mombai'],
    ['the Enquirer', 'the Inquirer'],
    ['in 2016 Pence', 'in 2016'],
  ])('%s is not %s', (one, other) => {
    expect(formsOf(one)).not.toEqual(formsOf(other))
  })

  it('joins two words only where the other side has them as one', () => {
    expect(formsOf('health care', 'healthcare')).toEqual(['healthcare'])
    expect(formsOf('health care')).toHaveLength(2)
  })

  it('keeps the words and where they stand', () => {
    const text = 'It cost 14 million dollars.'
    const number = canonicalWords(wordsOf(text)).at(-1)!
    expect(text.slice(number.start, number.end)).toBe('14 million dollars')
    expect(isNumber(number)).toBe(true)
    expect(otherSpellings(number)).toEqual(['14000000', '14 million'])
  })

  it.each([
    ['never', true],
    ["didn't", true],
    ['nobody', true],
    ['note', false],
    ['know', false],
  ])('%s denies: %s', (word, denies) => {
    expect(canonicalWords(wordsOf(word)).some(isNegative)).toBe(denies)
  })
})
