import { describe, expect, it } from 'vitest'
import { parseQuestion } from '../../src/retrieval/parse-question.js'

describe('parseQuestion', () => {
  it.each([
    ['what did Holt say about the harbour?', 'Holt', 'harbour'],
    ['what does Ghani want', 'Ghani', ''],
    ['why does the mayor want to close the harbour', 'the mayor', 'close harbour'],
    ['what did the harbour master who met the press say about ferries', 'the harbour master', 'ferries'],
    ['what did the Skarne man holding a sign say about jobs', 'the Skarne man', 'jobs'],
    ['what do the reports say about ferries', 'the reports', 'ferries'],
    ['tell me what the state claims about ferries', 'the state', 'ferries'],
    ['what did the states suing the port say about jobs', 'the states suing the port', 'jobs'],
    ['what did the man who bakes in Skarne say about jobs', 'the man who bakes in Skarne', 'jobs'],
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
    ['whats the mayor say about ferries', 'the mayor', 'ferries'],
    ['why does Holt wanna close the quay', 'Holt', 'close quay'],
    ['what did Holt say bout the dems n the folks in that pic lol', 'Holt', 'democrats people picture'],
    [
      'what did Holt say about ferries in NH and philly 2 yrs ago',
      'Holt',
      'ferries new hampshire philadelphia 2 years ago',
    ],
    ['what did Holt say about the VA and ms Lee', 'Holt', 'va ms lee'],
    ['what did Holt say about AK-47s on Mt. Runa', 'Holt', 'ak 47s mt runa'],
    ['what did Holt tell Kim Jong Il abt wi-fi', 'Holt', 'kim jong il wi fi'],
    ['what did Holt say about 5 pct more in 3 hrs and 20 mins', 'Holt', '5 percent 3 hours 20 minutes'],
    ['what did Holt say he hadnt seen', 'Holt', 'seen'],
    ['what do people always say about ferries', null, 'people always ferries'],
    ['what did Holt compare the vote to', 'Holt', 'vote'],
    ['why did Reyes blame the council for the strike', 'Reyes', 'council strike'],
    ['what joke did the mayor tell about ferries', 'the mayor', 'joke ferries'],
    ['why did the council call for ferries to show lights', 'the council', 'ferries show lights'],
    ['what does Holt have to say about ferries', 'Holt', 'ferries'],
    ['what is Holt saying about ferries', 'Holt', 'ferries'],
    ['how has the council responded to the vote', 'the council', 'vote'],
    ['did Reyes tweet about jobs', 'Reyes', 'jobs'],
    ['has the mayor commented on the vote', 'the mayor', 'vote'],
    ['where does Holt stand on dredging', 'Holt', 'dredging'],
    ["what's Holt's view on dredging", 'Holt', 'dredging'],
    ['holt on dredging?', 'holt', 'dredging'],
    ["what was mayor Holt's take on Reyes's comments", 'mayor Holt', 'reyess comments'],
    ["Holt's reply to Reyes's comments", 'Holt', 'reyess comments'],
    ["what's holt's beef with the ferry", 'holt', 'ferry'],
    ['what does Holt make of the vote', 'Holt', 'vote'],
    ['the harbour master about the ferries', 'the harbour master', 'ferries'],
    ['does Holt support the vote', 'Holt', 'vote'],
    ['would Peter Reyes ever back a ferry', 'Peter Reyes', 'ferry'],
    ['where is the vote on dredging', null, 'vote dredging'],
    ["What was the mayor's response to the vote?", 'the mayor', 'vote'],
    ["Holt's opinion of Peter Reyes", 'Holt', 'peter reyes'],
    ['whats holts view on dredging', 'holts', 'dredging'],
    ['what is the business plan for the ferries', null, 'business plan ferries'],
    ["what is Holt's plan for the ferries", 'Holt', 'plan ferries'],
    ["what's the deadline for the vote", null, 'deadline vote'],
    ['a quote from Reyes about jobs', 'Reyes', 'jobs'],
    ['what was said by Holt on dredging', 'Holt', 'dredging'],
    ['what reason did the council give for the vote', 'the council', 'reason vote'],
    ['tell me what Reyes said about jobs', 'Reyes', 'jobs'],
    ['can you find out how the mayor feels about the vote', 'the mayor', 'vote'],
    ['I want to know why Holt wants new ferries', 'Holt', 'new ferries'],
    ['tell me when the harbour closes', null, 'harbour closes'],
    ['what has been said about ferries', null, 'ferries'],
    ['what did he say about ferries', null, 'ferries'],
    ['according to whom is the harbour full', null, 'harbour full'],
    ['does anyone know who said schools need the money?', null, 'schools need money'],
    ["I can't remember who said schools need the money", null, 'schools need money'],
    ['there was a quote like schools need the money, i forgot who', null, 'schools need money'],
    ["I can't remember what Holt said about ferries", 'Holt', 'ferries'],
    ["I'm trying to find what Holt said about ferries", 'Holt', 'ferries'],
    ["I don't know what to say about Holt", null, 'holt'],
    ['who was the officer who told the family to leave', null, 'officer family leave'],
    ['who has seen the quote', null, 'seen'],
    ['which paper did Holt read when she was warning the council', null, 'paper holt read warning council'],
  ])('%s', (text, speaker, topic) => {
    const question = parseQuestion(text)
    expect(question.speaker).toBe(speaker)
    if (topic) expect(question.topic.map(({ key }) => key).join(' ')).toBe(topic)
  })

  it.each([
    ['did Holt say "the money belongs in schools"?', 'the money belongs in schools', true],
    ['was it Reyes who said “a betrayal in broad daylight”', 'a betrayal in broad daylight', true],
    ['did Holt say the money belongs in schools', 'the money belongs in schools', false],
    ['I want to know if Holt said that the money belongs in schools', 'the money belongs in schools', false],
    [
      'does anyone know whether Holt really said the money belongs in schools',
      'the money belongs in schools',
      false,
    ],
    ['if Holt says no, what happens to the harbour', null, false],
    ['did Holt say anything about schools', null, false],
    ['what did Holt say about schools', null, false],
  ])('%s asks about the words %s', (text, quoted, marked) => {
    expect(parseQuestion(text)).toMatchObject({ quoted, marked })
  })

  it.each([
    ['how many jobs are lost', 'number'],
    ['how much does it cost', 'number'],
    ['what share of voters stayed at home', 'number'],
    ['what pct of voters stayed at home', 'number'],
    ['when does the harbour close', 'time'],
    ['where do the ferries land', 'place'],
    ['why was the harbour closed', 'reason'],
    ['who runs the shop', 'person'],
    ['which newspaper was it', 'name'],
    ['what did the mayor say', 'any'],
    ['where does the mayor stand on the vote', 'any'],
    ['what exactly did the mayor say', 'any'],
    ['tell me what the mayor said', 'any'],
    ['tell me where the ferries land', 'place'],
  ])('%s wants a %s', (text, answer) => {
    expect(parseQuestion(text).answer).toBe(answer)
  })

  it.each(["'", ' ', ' - ', '?', 'view of ', 'what did ', 'tell me what ', "what's a's "])(
    'reads %j over and over, 100,000 characters',
    piece => {
      const text = piece.repeat(Math.ceil(100_000 / piece.length))
      expect(parseQuestion(text).text).toBe(text)
    },
  )

  it.each([
    ['who said the harbour is full', true],
    ['which mayor said that the harbour is full', true],
    ["what's the name of the man who said the harbour is full", true],
    ['what has been said about ferries', true],
    ['according to whom is the harbour full', true],
    ['who runs the shop', false],
    ['which mayor runs the shop', false],
  ])('%s asks for speech: %s', (text, asks) => {
    expect(parseQuestion(text).asksForSpeech).toBe(asks)
  })

  it.each([
    ['what did Maren Holt say', true],
    ['what did the mayor say', false],
    ["what did Holt's spokesman say", false],
  ])('%s names the speaker: %s', (text, names) => {
    expect(parseQuestion(text).namesSpeaker).toBe(names)
  })
})
