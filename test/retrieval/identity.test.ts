import { describe, expect, it } from 'vitest'
import { createLibrary } from '../../src/ingest/create-library.js'
import { answerQuestion } from '../../src/retrieval/question.js'
import { textOf } from '../../src/span.js'

const mill = `Mayor opens the tidal mill

Prieto has fought for the mill since her school days.

SKARNE — Ana Prieto, the mayor of Skarne, opened the new tidal mill on Friday.

“It will turn twice a day for a hundred years,” Prieto said.

Mr. Fenn was cheered. Union leader Bo Fenn, who has criticised the cost, said the quay would sink before the debt did.

“We never asked for a mill,” said Lena Marsh.

“No fish will pass,” said the Bay Trust, a charity in Skarne.

The engineer, Tom Reed of Halden Works, said the wheel weighed 40 tonnes.`

const ferry = `Ferry to run again

“We sail on Monday,” said Tom Reed, a former captain.

The deputy mayor of Skarne, Else Moe, said the ferry was overdue. “I met Ivo Brandt, the pilot, in May. He is ready,” Moe said.

Lena Marsh, Ana Prieto, Bo Fenn and Tom Reed met on Friday. Lena Marsh is right to worry, Moe said.`

const library = createLibrary([
  { file: 'mill.txt', content: mill, mediaType: 'text', description: {} },
  { file: 'ferry.txt', content: ferry, mediaType: 'text', description: {} },
])

function shown(question: string, threshold?: number): string[] {
  const answer = answerQuestion(question, library, { guildId: null }, threshold)
  return answer.type === 'quotes' ? answer.quotes.map(({ article, span }) => textOf(article.text, span)) : []
}

const PRIETO = 'SKARNE — Ana Prieto, the mayor of Skarne, opened the new tidal mill on Friday.'
const FENN =
  'Union leader Bo Fenn, who has criticised the cost, said the quay would sink before the debt did.'
const REED = 'The engineer, Tom Reed of Halden Works, said the wheel weighed 40 tonnes.'
const CAPTAIN = '“We sail on Monday,” said Tom Reed, a former captain.'

describe('who somebody is', () => {
  it.each<[string, string[]]>([
    ['who is Ana Prieto?', [PRIETO]],
    ['Who is Prieto', [PRIETO]],
    ["who's bo fenn?", [FENN]],
    ['whos mr. fenn', [FENN]],
    ['so who was Tom Reed', [REED, CAPTAIN]],
    ['who is the mayor of Skarne?', [PRIETO]],
    [
      'who is the deputy mayor of Skarne',
      ['The deputy mayor of Skarne, Else Moe, said the ferry was overdue.'],
    ],
    ['who is the union leader?', [FENN]],
    ['who is Ana  Prieto?!', [PRIETO]],
    ['who is the mayor', [PRIETO]],
    ['who is Ivo Brandt', ['“I met Ivo Brandt, the pilot, in May. He is ready,” Moe said.']],
    ['what is the Bay Trust?', ['“No fish will pass,” said the Bay Trust, a charity in Skarne.']],
  ])('%s', (question, sentences) => {
    expect(shown(question).sort()).toEqual([...sentences].sort())
  })

  it.each([
    [
      'what did Ana Prieto say about the mill?',
      '“It will turn twice a day for a hundred years,” Prieto said.',
    ],
    ['who is sure that the quay would sink before the debt?', FENN],
  ])('is not what is asked by “%s”', (question, first) => {
    expect(shown(question)[0]).toBe(first)
  })

  it.each([
    'who is Bob Dole?',
    'who is the mayor of Paris?',
    'what is the mayor of Skarne proud of',
    'who is who',
    'who is',
    'who is ,',
    `who is ${'é'.repeat(200_000)}, a`,
  ])('is not on record for “%s”', question => {
    expect(shown(question)).toEqual([])
  })

  it('is weighed like any other answer where more is asked for than it is sure', () => {
    expect(shown('who is Ana Prieto?', 0.99)).toEqual([])
  })
})
