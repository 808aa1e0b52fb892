import { describe, expect, it } from 'vitest'
import { joinQuoted, joinStretches, type Stretch } from '../../src/retrieval/joined-stretches.js'
import { overlaps, textOf } from '../../src/span.js'
import { markedArticle } from '../support/articles.js'

/** The sentences that hold the words, joined; each is credited with the first attribution that touches it. */
function joined(text: string, one: string, other: string, join = joinStretches) {
  const analyzed = markedArticle('chapel', { title: 'Chapel', text })
  const { article, sentences, attributions } = analyzed
  const stretchWith = (words: string): Stretch => {
    const span = sentences.find(sentence => textOf(article.text, sentence).includes(words))!
    const attribution = attributions.find(({ content }) => content.some(part => overlaps(part, span)))
    return { span, attribution: attribution ?? null }
  }
  const found = join(analyzed, stretchWith(one), stretchWith(other))
  if (found === null) return null
  return {
    text: textOf(article.text, found.span),
    said: found.attribution?.content.map(part => textOf(article.text, part)) ?? [],
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
  it.each([
    ['the quotation after', `${BACKED_DOWN} ${ROOF}`],
    ['the quotation before', `${ROOF} ${BACKED_DOWN}`],
    ['what was passed on', `${BACKED_DOWN} “‹Orla Finn via Ian Roe›The roof comes first,‹/›” Ian Roe said.`],
  ])('%s', (_, text) => {
    expect(joined(text, 'backed', 'roof', joinQuoted)?.said).toHaveLength(2)
  })

  it.each([
    ['a sentence between', `${BACKED_DOWN} It rained. ${ROOF}`],
    ['another speaker', `${BACKED_DOWN} “‹Ian Roe›The roof comes first,‹/›” Ian Roe said.`],
    ['the article’s own words', `The bells backed down. ${ROOF}`],
    ['what is too long together', `‹Orla Finn›${long('backed')}‹/› “‹Orla Finn›${long('roof')}‹/›”`],
  ])('not %s', (_, text) => {
    expect(joined(text, 'backed', 'roof', joinQuoted)).toBeNull()
  })
})
