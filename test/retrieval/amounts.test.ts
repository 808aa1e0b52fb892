import { describe, expect, it } from 'vitest'
import { Amount, amountAskedFor } from '../../src/retrieval/amounts.js'

describe('amountAskedFor', () => {
  it.each([
    ['how many ferries sank', 'Three ferries sank in May.', false],
    ['how many ferries sank', 'Some 1,460 ferries sank.', false],
    ['how many ferries sank', 'Dozens of ferries sank.', false],
    ['how many ferries sank', 'The ferries sank off Runa.', true],
    ['how many ferries sank', 'It declares 30 ferries lost.', false],
    ['how many ferries sank', 'One of the ferries sank.', false],
    ['how many ferries sank', 'One of the captains, from Runa, saw it sink.', true],
    ['how many ferries sank', 'No wind blew, and both Runa and Vell saw it.', true],
    ['how many ferries sank', 'Several old ferries sank.', false],
    ['how many ferries sank', 'They sank: 14, by her count.', false],
    ['how many ferries sank', 'Ferries worth $14 million sank.', true],
    ['how many ferries sank', 'They sank 40 miles off Runa.', true],
    ['how many ferries sank', 'They sank 40 miles off Runa, 14 in all.', false],
    ['how many miles off did they sink', 'They sank 40 miles off Runa.', false],
    ['how many voters stayed home', 'Of the voters 27 percent stayed home.', true],
    ['how many voters stayed home', 'Between 27 and 31 percent of the voters stayed home.', true],
    ['how many voters stayed home in the poll', 'Of the voters 27 percent stayed home.', false],
    ['how many voters stayed home', 'Exit polls showed that 27 percent of the voters stayed home.', false],
    ['how many voters stayed home', 'Surveys indicated that fully one-third were undecided.', false],
    ['how many voters stayed home', 'Surveys indicated that the voters were undecided.', true],
    ['by how much did she win', 'She won by 4 points.', false],
    ['by how much did she win', 'She won in Runa three days later.', true],
    ['by how many years was it delayed', 'It was delayed by four years.', false],
    ['what percent did she get', 'She trails by 4 percentage points.', true],
    ['how many ferries sank', 'The ferries sank on June 14, 2016.', true],
    ['how many ferries sank', 'The ferries sank at 6:30.', true],
    ['how many ferries sank', 'The EB-5 ferries sank.', true],
    ['how much did the quay cost', 'The quay cost $2.4 million.', false],
    ['how much did the quay cost', 'The quay cost 40 pounds.', false],
    ['how much did the quay cost', 'The quay took 40 men to build.', true],
    ['whats the median income of a docker in runa', 'Dockers in Runa earn $31,000 at the median.', false],
    ['whats the median income of a docker in runa', 'Zero percent of the dockers in Runa want Holt.', true],
    ['what is the entry fee?', 'Entry is free.', false],
    ['what is the entry fee?', 'Entry is by the quay.', true],
    ['what was the income tax plan of Holt', 'Holt would end the tax.', false],
    ['how big was the check Holt wrote', 'Holt wrote a $500 check.', false],
    ['how big was the check Holt wrote', 'Holt wrote a big check.', true],
    ['whats the median income of a docker', 'The median docker earns 56,000 a year.', false],
    ['What is her view on wages?', 'Every worker deserves better wages.', false],
    ['what is the problem with rent', 'Rent keeps people poor.', false],
    ['how many people voted in Runa', 'Polls closed at dusk in most towns.', true],
    ['how many ships sank', 'All were back before the polls opened.', true],
    ['how big is the fine print', 'It fills ten pages.', false],
    ['how big was the crowd', 'The quay was full.', false],
    ['how much of it is left', 'Little of it is left.', false],
    ['what share of voters stayed home', 'A third of voters stayed home.', false],
    ['what pct of voters stayed home', 'A third of voters stayed home.', false],
    ['what pct of voters stayed home', 'Voters stayed home in Runa.', true],
    ['what percentage of voters stayed home', 'Voters stayed home in Runa.', true],
    ['how old is the mayor', 'Maren Holt, 55, is the mayor.', false],
    ['how old is the mayor', 'Maren Holt is the mayor.', true],
    ['how long did they talk', 'They talked for five minutes.', false],
    ['how long did they talk', 'They talked about the quay.', true],
    ['who is the mayor', 'Maren Holt is.', false],
    ['', '', false],
  ])('%s / %s: %j', (question, text, lacks) => {
    const amountIn = amountAskedFor(question)
    expect(amountIn?.(text) === Amount.none).toBe(lacks)
  })

  it.each([
    ['how many ferries sank', 'Three ferries sank in May.', 'asked'],
    ['how many ferries sank', 'Five captains saw 30 old ferries sink.', 'asked'],
    ['how many ferries sank', 'Five captains saw it happen.', 'some'],
    ['how many ferries sank', 'They sank: 14, by her count.', 'some'],
    ['how many ferries sank', 'They sank off Runa.', 'none'],
    ['how many ppl drowned', 'Twenty-nine people drowned.', 'asked'],
    ['how many voters stayed home in the poll', 'Of the voters 27 percent stayed home.', 'asked'],
    ['how much did the quay cost', 'The quay cost $2.4 million.', 'asked'],
    ['how much did the quay cost', 'The quay took 40 men to build.', 'none'],
  ] as const)('%s / %s: %s', (question, text, held) => {
    expect(amountAskedFor(question)?.(text)).toBe(Amount[held])
  })
})
