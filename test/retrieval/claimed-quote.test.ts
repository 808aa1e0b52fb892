import { describe, expect, it } from 'vitest'
import { createLibrary } from '../../src/ingest/create-library.js'
import { answerQuestion } from '../../src/retrieval/question.js'
import { textOf } from '../../src/span.js'

const debate = `Town hall debate transcript

MODERATOR: Mr. Keller, is it true that the toll will be abolished in two years?

KELLER: It's not my decision. I have said that we'll never close the hospital in Arlow.

MARSH: My opponent can't tell you what he wants. He doesn't know. I want the hospital to stay open.

MODERATOR: Ms. Marsh, do you think the harbour should be sold to private investors?

MARSH: Thank you. The harbour should not be sold. It's ours, and it is going to stay ours.

KELLER: We won't raise taxes on fishermen.`

const report = `Mayor rejects claims on the ferry

The mayor of Skarne, Ditte Vanderholm, denied that the ferry would be cancelled.

"It's a lie that we are going to sell the quay," Vanderholm told reporters on Monday.

"Did the council hide the audit from the islanders?" asked Per Holm, a reporter for the Courier.

"I think," said Bo Fenn, "that the mayor never read the audit."

"The pier will be rebuilt by spring," said Fenn.`

const library = createLibrary([
  { file: 'debate.txt', content: debate, mediaType: 'text', description: {} },
  { file: 'report.txt', content: report, mediaType: 'text', description: {} },
])

function ask(question: string) {
  const answer = answerQuestion(question, library, { guildId: null })
  if (answer.type !== 'quotes') return null
  const [first] = answer.quotes
  const denial = first?.denial
  return {
    speaker: first?.speaker?.replace(/^M[rs]\. /, ''),
    exact: first?.exact,
    denies: denial && [
      denial.by,
      denial.by === 'asked' ? denial.words : textOf(first.article.text, denial.words),
    ],
    notSaidBy: answer.notSaidBy?.replace(/^M[rs]\. /, ''),
  }
}

describe('"did X say …"', () => {
  it.each([
    ["did keller say it's not my decision", 'Keller'],
    ['did keller say it is not my decision', 'Keller'],
    ["did keller say it isn't my decision", 'Keller'],
    ['did marsh say its ours and its going to stay ours', 'Marsh'],
    ['did keller say we will not raise taxes on fishermen', 'Keller'],
    ['did vanderholm say "it is a lie that we\'re going to sell the quay"', 'Ditte Vanderholm'],
    ['did vanderholm deny that the ferry would be cancelled', 'Ditte Vanderholm'],
    ['did fenn say the pier will be rebuilt by spring', 'Bo Fenn'],
  ])('%s: yes, word for word', (question, speaker) => {
    expect(ask(question)).toEqual({ speaker, exact: true, denies: undefined, notSaidBy: undefined })
  })

  it.each([
    ['did marsh say the harbour should be sold', 'Marsh', ['record', 'should not']],
    ['did keller say we will raise taxes on fishermen', 'Keller', ['record', "won't"]],
    ['did fenn say the mayor read the audit', 'Bo Fenn', ['record', 'never']],
    ['did vanderholm say the ferry would be cancelled', 'Ditte Vanderholm', ['record', 'denied']],
    ['did fenn say the pier will not be rebuilt by spring', 'Bo Fenn', ['asked', 'will not']],
    ['did fenn deny that the pier will be rebuilt by spring', 'Bo Fenn', ['asked', 'deny']],
  ])('%s: perhaps the opposite', (question, speaker, denies) => {
    expect(ask(question)).toMatchObject({ speaker, denies, notSaidBy: undefined })
  })

  it.each([
    ['did keller say the toll will be abolished in two years', 'MODERATOR', 'Keller'],
    ['did marsh say the harbour should be sold to private investors', 'MODERATOR', 'Marsh'],
    ['did vanderholm say the council hid the audit from the islanders', 'Per Holm', 'Ditte Vanderholm'],
    ['was it fenn who said "we are going to sell the quay"', 'Ditte Vanderholm', 'Bo Fenn'],
  ])('%s: it was %s', (question, speaker, notSaidBy) => {
    expect(ask(question)).toMatchObject({ speaker, notSaidBy })
  })

  it('says that both deny', () => {
    expect(ask('did vanderholm say the ferry would not be cancelled')).toMatchObject({ denies: undefined })
  })
})
