import { describe, expect, it } from 'vitest'
import { amountAskedFor } from '../../src/retrieval/answer-kind.js'

describe('amountAskedFor', () => {
  it.each([
    ['how many ferries sank', 'Three ferries sank in May.', false],
    ['how many ferries sank', 'Some 1,460 ferries sank.', false],
    ['how many ferries sank', 'Dozens of ferries sank.', false],
    ['how many ferries sank', 'The ferries sank off Runa.', true],
    ['how many ferries sank', 'The ferries sank on June 14, 2016.', true],
    ['how many ferries sank', 'The ferries sank at 6:30.', true],
    ['how many ferries sank', 'The EB-5 ferries sank.', true],
    ['how much did the quay cost', 'The quay cost $2.4 million.', false],
    ['how much did the quay cost', 'The quay cost 40 pounds.', false],
    ['how much did the quay cost', 'The quay took 40 men to build.', true],
    ['how much of it is left', 'Little of it is left.', false],
    ['what share of voters stayed home', 'A third of voters stayed home.', false],
    ['what percentage of voters stayed home', 'Voters stayed home in Runa.', true],
    ['how old is the mayor', 'Maren Holt, 55, is the mayor.', false],
    ['how old is the mayor', 'Maren Holt is the mayor.', true],
    ['how long did they talk', 'They talked for five minutes.', false],
    ['how long did they talk', 'They talked about the quay.', true],
    ['who is the mayor', 'Maren Holt is.', false],
    ['', '', false],
  ])('%s / %s: %j', (question, text, lacks) => {
    const amount = amountAskedFor(question)
    expect(amount !== null && !amount.test(text)).toBe(lacks)
  })
})
