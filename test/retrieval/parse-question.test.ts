import { describe, expect, it } from 'vitest'
import { parseQuestion } from '../../src/retrieval/parse-question.js'

describe('parseQuestion', () => {
  it.each([
    ['what did Holt say about the harbour?', 'Holt', 'harbour'],
    ['what does Ghani want', 'Ghani', ''],
    ['why does the mayor want to close the harbour', 'the mayor', 'close harbour'],
    ['what did the harbour master who met the press say about ferries', 'the harbour master', 'ferries'],
    ['did Reyes say anything about jobs', 'Reyes', 'jobs'],
    ['according to the mayor, what does dredging cost', 'the mayor', 'dredging cost'],
    ["what's the argument of the fishing families against the vote", 'the fishing families', 'against vote'],
    ['what is the deadline for the withdrawal', null, 'deadline withdrawal'],
    ['what do people find odd about the vote', null, 'people find odd vote'],
    ['where was the press conference', null, 'press conference'],
    ['which families get free tuition under the plan', null, 'families free tuition under plan'],
    ['what did the report say', 'the report', ''],
    ['what did the new report say about ferries', 'the new report', 'ferries'],
    ["what does the Courier's report say about ferries", "the Courier's report", 'ferries'],
    ['what did the Courier report say about ferries', 'the Courier report', 'ferries'],
    ['what did the report of the port committee find', 'the report of the port committee', ''],
    ['what has the state claimed about ferries', 'the state', 'ferries'],
    ['what did their reply actually say', 'their reply', ''],
    ['did the claim mention ferries', 'the claim', 'ferries'],
    ['was it the call that said so', 'the call', ''],
    ['what did Reyes report about ferries', 'Reyes', 'ferries'],
    ['what did the islanders demand of the council', 'the islanders', 'council'],
    ['what did the mayor call the vote', 'the mayor', 'vote'],
    ['what do the families hope for', 'the families', ''],
    ['why did the council call for ferries to show lights', 'the council', 'ferries show lights'],
  ])('%s', (text, speaker, topic) => {
    const question = parseQuestion(text)
    expect(question.speaker).toBe(speaker)
    if (topic) expect(question.topic.map(({ key }) => key).join(' ')).toBe(topic)
  })

  it.each([
    ['did Holt say "the money belongs in schools"?', 'the money belongs in schools', true],
    ['was it Reyes who said “a betrayal in broad daylight”', 'a betrayal in broad daylight', true],
    ['did Holt say the money belongs in schools', 'the money belongs in schools', false],
    ['did Holt say anything about schools', null, false],
    ['what did Holt say about schools', null, false],
  ])('%s asks about the words %s', (text, quoted, marked) => {
    expect(parseQuestion(text)).toMatchObject({ quoted, marked })
  })

  it.each([
    ['how many jobs are lost', 'number'],
    ['how much does it cost', 'number'],
    ['what share of voters stayed at home', 'number'],
    ['when does the harbour close', 'time'],
    ['where do the ferries land', 'place'],
    ['why was the harbour closed', 'reason'],
    ['who runs the shop', 'person'],
    ['which newspaper was it', 'name'],
    ['what did the mayor say', 'any'],
  ])('%s wants a %s', (text, answer) => {
    expect(parseQuestion(text).answer).toBe(answer)
  })

  it.each([
    ['what did Maren Holt say', true],
    ['what did the mayor say', false],
    ["what did Holt's spokesman say", false],
  ])('%s names the speaker: %s', (text, names) => {
    expect(parseQuestion(text).namesSpeaker).toBe(names)
  })
})
