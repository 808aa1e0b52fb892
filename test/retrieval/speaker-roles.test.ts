import { describe, expect, it } from 'vitest'
import { createLibrary } from '../../src/ingest/create-library.js'
import { answerQuestion } from '../../src/retrieval/question.js'
import { quotesBy } from '../../src/retrieval/quotes-by.js'
import { bearersOfRole, readRole } from '../../src/retrieval/speaker-roles.js'

const story = `Skarne Mayor Ditte Vanderholm said the quay would close before winter.

"We will fight this in court," said Bo Fenn, the leader of the dockers' union.

Former mayor Ann Lauge said the harbour had been neglected for years.

"Nobody told us anything," said the mayor's spokesman, Ivar Holm.

Gov. Peter Solberg said the county would pay for a new quay.

Deputy harbour master Nora Ravn said the ferry had nowhere else to land.

Rune Dahl, a professor of economics at the University of Lund, said the price of herring would fall.

Tove Berg, who met the harbour master on Friday, said the islanders would leave.

"It is a sad day," said the harbour master, Ingrid Moe.

On Friday, Lars Bakke said the trawlers would come back.

"We will sue," said Odd Lie, a lawyer for the Skarne Trawlers Association.

The Skarne Trawlers Association said it had lost millions.

Olga Ness, the chief executive of Skarne Ferries, said fares would rise.

"We are broke," said Skarne Salmon Chief Financial Officer Per Lund.

Vice President Tora Bull said the coast was not forgotten.

Rep. Lone Star (R-Tex.) said the harbour tax was late.

Rep. Karin Aas said the ministry had known since May, and Rep. Jens Vik said it had not.`

const library = createLibrary([{ file: 'quay.txt', content: story, mediaType: 'text', description: {} }])
const everyone = { guildId: null }

describe('bearersOfRole', () => {
  it.each([
    ['mayor', ['Ditte Vanderholm']],
    ['the mayor of Skarne', ['Ditte Vanderholm']],
    ['the Skarne mayor', ['Ditte Vanderholm']],
    ['former mayor', ['Ann Lauge']],
    ['the union leader', ['Bo Fenn']],
    ["leader of the dockers' union", ['Bo Fenn']],
    ["the mayor's spokesman", ['Ivar Holm']],
    ['spokeswoman', ['Ivar Holm']],
    ['governor', ['Peter Solberg']],
    ['the economics professor', ['Rune Dahl']],
    ['harbour master', ['Ingrid Moe']],
    ['deputy harbour master', ['Nora Ravn']],
    ['congresswoman', ['Jens Vik', 'Karin Aas', 'Lone Star']],
    ['the ex mayor', ['Ann Lauge']],
    ['the old mayor', ['Ann Lauge']],
    ['the boss of Skarne Ferries', ['Olga Ness']],
    ['the tx congressman', ['Lone Star']],
    ['the Democratic congressman from Oslo', []],
    ['the ferries ceo', ['Olga Ness']],
    ['Skarne Ferries CEO', ['Olga Ness']],
    ['the chief executive officer of Skarne Ferries', ['Olga Ness']],
    ['skarne salmon ceo', []],
    ['the salmon cfo', ['Per Lund']],
    ['the VP', ['Tora Bull']],
    ['potus', []],
    ['the mayor of Lund', []],
    ['friday', []],
    ['said', []],
    ['the Skarne lawyer', ['Odd Lie']],
    ['the baker', []],
    ['the union', []],
    ['Vanderholm', []],
    ['', []],
    ['the', []],
  ])('%s: %j', (phrase, names) => {
    const bearers = bearersOfRole(phrase, library, everyone)
    expect(bearers.map(({ name }) => name.replace(/^\S*\. /, '')).sort()).toEqual(names)
  })
})

describe('readRole', () => {
  it.each([
    ['the leader of the dockers’ union', 'leader', ['docker', 'union']],
    ['Gov.', 'gov', []],
  ])('%s has the head %s', (phrase, head, stems) => {
    const role = readRole(phrase)
    expect([...(role?.heads ?? [])][0]).toBe(head)
    expect([...(role?.stems ?? [])]).toEqual(stems)
  })
})

describe('a role for the speaker', () => {
  it('is enough for the quotations', () => {
    const answer = quotesBy('the union leader', null, library, everyone)
    expect(answer).toMatchObject({ type: 'quotes', quotes: [{ speaker: 'Bo Fenn' }] })
  })

  it('lists whom it may mean', () => {
    expect(quotesBy('congressman', null, library, everyone)).toMatchObject({
      type: 'speakers',
      speakers: { length: 3 },
    })
  })

  it.each([
    ['what did the mayor say about the quay', 'Ditte Vanderholm'],
    ['what did the union leader say', 'Bo Fenn'],
    ['what did the governor say about the quay', 'Peter Solberg'],
  ])('%s', (question, name) => {
    const answer = answerQuestion(question, library, everyone)
    expect(answer.type === 'quotes' && answer.quotes[0]?.speaker).toContain(name)
  })
})
