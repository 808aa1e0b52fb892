import { describe, expect, it } from 'vitest'
import type { AttributionType } from '../../src/language/analysis.js'
import { joinQuoted, joinStretches, type Stretch } from '../../src/retrieval/joined-stretches.js'
import { overlaps, textOf } from '../../src/span.js'
import { markedArticle } from '../support/articles.js'

/** The sentences that hold the words, joined; each is credited with the first attribution that touches it. */
function joined(
  text: string,
  one: string,
  other: string,
  join = joinStretches,
  type: AttributionType = 'speech',
) {
  const analyzed = markedArticle('chapel', { title: 'Chapel', text })
  const { article, sentences, attributions } = analyzed
  const stretchWith = (words: string): Stretch => {
    const span = sentences.find(sentence => textOf(article.text, sentence).includes(words))!
    const attribution = attributions.find(({ content }) => content.some(part => overlaps(part, span)))
    return { span, attribution: attribution ?? null }
  }
  const { span, attribution } = stretchWith(one)
  const found = join(
    analyzed,
    { span, attribution: attribution && { ...attribution, type } },
    stretchWith(other),
  )
  if (found === null) return null
  return {
    text: textOf(article.text, found.span),
    said: found.attribution?.content.map(part => textOf(article.text, part)) ?? [],
    type: found.attribution?.type,
    via: found.attribution?.via.length,
  }
}

const ROOF = '“‹Orla Finn›The roof comes first,‹/›” Orla Finn said.'
const BELLS = 'She said ‹Orla Finn›the bells come last‹/›.'
const long = (words: string) => `The ${words} ${'of the old chapel by the sea '.repeat(9)}stood.`

describe('joinStretches', () => {
  it.each([
    [
      'what one speaker said, in either order',
      `${ROOF} ${BELLS}`,
      ['bells', 'roof'],
      { text: '“The roof comes first,” Orla Finn said. She said the bells come last.', said: 2 },
    ],
    [
      'over the end of a paragraph',
      `${ROOF}\n\n${BELLS}`,
      ['roof', 'bells'],
      { text: '“The roof comes first,” Orla Finn said.\n\nShe said the bells come last.', said: 2 },
    ],
    [
      'the article’s own words',
      'The roof fell. The bells rang.',
      ['roof', 'bells'],
      { text: 'The roof fell. The bells rang.', said: 0 },
    ],
  ])('%s', (_, text, [one, other], expected) => {
    const found = joined(text, one!, other!)
    expect(found && { text: found.text, said: found.said.length }).toEqual(expected)
  })

  it.each([
    ['a sentence between', `${ROOF} It rained. ${BELLS}`, 'roof', 'bells'],
    ['another speaker', `${ROOF} “‹Ian Roe›The bells come last,‹/›” Ian Roe said.`, 'roof', 'bells'],
    ['nobody’s words beside somebody’s', `${ROOF} The bells rang.`, 'roof', 'bells'],
    ['what is too long together', `${long('roof')} ${long('bells')}`, 'roof', 'bells'],
  ])('not %s', (_, text, one, other) => {
    expect(joined(text, one, other)).toBeNull()
  })
})

describe('joinQuoted', () => {
  const BACKED_DOWN = '‹Orla Finn›Orla Finn later backed down‹/›.'
  const PASSED_ON = '“‹Orla Finn via Ian Roe›The roof comes first,‹/›” Ian Roe said.'
  it.each<[what: string, text: string, type: AttributionType, said: number, via: number]>([
    ['what was said, with the quotation after', `${BACKED_DOWN} ${ROOF}`, 'speech', 2, 0],
    ['what was said, with the quotation before', `${ROOF} ${BACKED_DOWN}`, 'speech', 2, 0],
    ['what was done, with what was said', `${BACKED_DOWN} ${ROOF}`, 'other', 1, 0],
    ['what was done, with what was passed on', `${BACKED_DOWN} ${PASSED_ON}`, 'other', 1, 1],
  ])('%s', (_, text, type, said, via) => {
    const found = joined(text, 'backed', 'roof', joinQuoted, type)
    expect(found).toMatchObject({ type: 'speech', via })
    expect(found?.said).toHaveLength(said)
  })

  it.each([
    ['a sentence between', `${BACKED_DOWN} It rained. ${ROOF}`],
    ['another speaker', `${BACKED_DOWN} “‹Ian Roe›The roof comes first,‹/›” Ian Roe said.`],
    ['the article’s own words', `The bells backed down. ${ROOF}`],
    ['what came another way', `${BACKED_DOWN} ${PASSED_ON}`],
    ['what is too long together', `‹Orla Finn›${long('backed')}‹/› “‹Orla Finn›${long('roof')}‹/›”`],
  ])('not %s', (_, text) => {
    expect(joined(text, 'backed', 'roof', joinQuoted)).toBeNull()
  })

  it.each<AttributionType>(['thought', 'document'])('not a %s', type => {
    expect(joined(`${BACKED_DOWN} ${ROOF}`, 'backed', 'roof', joinQuoted, type)).toBeNull()
  })
})
