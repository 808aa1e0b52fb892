import { describe, expect, test } from 'vitest'
import { resolveMarked } from './marked-text.js'

describe('names of every make', () => {
  test.each<[string, (string | null)[]]>([
    ['J.D. Vardy came. [JD Vardy] said no. [Vardy] said so.', ['J.D. Vardy', 'J.D. Vardy']],
    ['José Ramírez came. [Jose Ramirez] said no. [Ramírez] left.', ['José Ramírez', 'José Ramírez']],
    ['William Harker came with Hillary Stone. [Bill Harker] said so.', ['William Harker']],
    ['Ludo van der Berg runs the port. [Van der Berg] said so. [Mr. van der Berg] left.', ['Ludo van der Berg', 'Ludo van der Berg']],
    ['Maria de la Cruz runs the port. [De la Cruz] said so.', ['Maria de la Cruz']],
    ['Mayor Bill de Blase spoke. [de Blase] said no. [Mr. de Blase] left.', ['Bill de Blase', 'Bill de Blase']],
    ['Ian McAllister spoke. [McAllister] said so. [Mr. McAllister] left.', ['Ian McAllister', 'Ian McAllister']],
    ['President Bashar al-Amin spoke. [Al-Amin] said no. [Mr. al-Amin] left. [Amin] said so.', ['Bashar al-Amin', 'Bashar al-Amin', 'Bashar al-Amin']],
    ['President Xu Jiaming met leaders in Oslo. [Mr. Xu] said no. “Never,” [he] said.', ['Xu Jiaming', 'Xu Jiaming']],
    ['Park Ji-woo, a trade official, spoke. [Park] said so. [Ms. Park] said no.', ['Park Ji-woo', 'Park Ji-woo']],
    ['Laura Smith-Barnes spoke. [Smith-Barnes] said so.', ['Laura Smith-Barnes']],
    ['Rep. Robert C. "Bobby" Moss spoke. [Bobby Moss] said so.', ['Robert C. "Bobby" Moss']],
    ['Kevin O’Reilly spoke. “No,” said [O’Reilly].', ['Kevin O’Reilly']],
    ['King Harald spoke. [The king] said so. [Harald] left.', ['King Harald', 'King Harald']],
    ['Marta Olsen spoke to reporters. [OLSEN]: No comment.', ['Marta Olsen']],
    ['[Chief Executive Anna-Karin Lindholm] said no. [Lindholm] left.', ['Anna-Karin Lindholm', 'Anna-Karin Lindholm']],
    ['[Det Insp Priya Rao] said so.', ['Priya Rao']],
    ['Substitute Daniel Obi scored twice. [Obi’s agent] denied it.', ['Daniel Obi’s agent']],
  ])('%s', (text, expected) => {
    expect(resolveMarked(text).names).toEqual(expected)
  }) // biome-ignore format: a table

  test.each<[string, string[]]>([
    ['Donald Marsh spoke. His son Donald Marsh Jr. spoke too. [Donald Marsh Jr.] said so. [Donald Marsh] left.', ['Donald Marsh Jr.', 'Donald Marsh']],
    ['Robert F. Dunn Jr. spoke. [Dunn] said so. [Dunn Jr.] left.', ['Robert F. Dunn Jr.', 'Robert F. Dunn Jr.']],
    ['Peter Dunn Jr. spoke. Ten people came. [Peter Dunn] said so.', ['Peter Dunn Jr.']],
    ['Harold Bornstein wrote a letter. [Bornsten’s letter] was short. “No,” [Bornsten] said.', ['Harold Bornstein’s letter', 'Harold Bornstein']],
    ['Harold Bornstein met Ann Bornsten. “No,” [Bornsten] said.', ['Ann Bornsten']],
    ['Senators Marta Olsen and Peter Dunn wrote to the bank. “We object,” [they] wrote.', ['Marta Olsen and Peter Dunn']],
    ['Marta Olsen, Republican of Iowa, and Peter Dunn, Democrat of Ohio, wrote. “We object,” [they] said.', ['Marta Olsen and Peter Dunn']],
    ['Marta Olsen, who met a man in Iowa, and Peter Dunn wrote. “We object,” [he] said.', ['Peter Dunn']],
    ['Marta Olsen and Peter Dunn wrote to the bank. “We object,” [they] wrote. [She] left.', ['Marta Olsen and Peter Dunn', 'Marta Olsen']],
    ['George Holt and his wife, Anna Holt, own the mill. “We are glad,” [Mrs. Holt] said.', ['Anna Holt']],
  ])('families that share a name: %s', (text, expected) => {
    expect(resolveMarked(text).names).toEqual(expected)
  }) // biome-ignore format: a table

  test.each<[string, string, string]>([
    ['a man with a name that no list has', 'Linda Foss asked President Barak Omondi. “No,” [he] said.', 'Barak Omondi'],
    ['a woman, told by the form of her name', 'Peter Dunn arrived with Zelmira Adeyova on Monday. [She] said so.', 'Zelmira Adeyova'],
    ['a woman, told by a pronoun and not by the form of her name', 'Rovers manager Gill Hartley praised her team.\n“Well done,” [she] said.\n“No,” [Captain Lee Marsh] said.', 'Gill Hartley'],
    ['of two, neither in a list', 'Ahmed Khan and Priyanka Raman run a shop. Khan bakes. [She] said so.', 'Priyanka Raman'],
  ])('he and she: %s', (_, text, expected) => {
    expect(resolveMarked(text).names[0]).toBe(expected)
  }) // biome-ignore format: a table
})

describe('descriptions and whose they are', () => {
  const person = { kind: 'person', named: false }
  test.each<[string, object]>([
    ['Peter Dunn was charged. He denies it. “No,” [Dunn’s lawyer] said.', { ...person, name: 'Peter Dunn’s lawyer' }],
    ['Peter Dunn declined to comment. [A Dunn aide] said he was resting.', { ...person, name: 'A Dunn aide' }],
    ['Peter Dunn declined to comment. [Dunn campaign manager Lena Roth] said so.', { name: 'Lena Roth', named: true }],
    ['Gov. Peter Dunn declined to comment. “No,” said [his spokeswoman, Dana Whit].', { name: 'Dana Whit' }],
    ['Sen. Marta Olsen declined to comment. [The senator’s office] said so.', { kind: 'organisation', named: false }],
    ['Peter Dunn declined to comment. [The Dunn campaign] said so.', { name: 'The Dunn campaign', kind: 'organisation' }],
    ['Dunn left, according to [people familiar with the matter].', { name: 'people familiar with the matter', kind: 'group' }],
    ['Dunn left, according to [two officials briefed on the talks].', { kind: 'group', named: false }],
    ['[A Harbor Institute poll] found that half like the bridge.', { kind: 'document', named: false }],
    ['[A new poll by the Harbor Institute] found so.', { kind: 'document', named: false }],
    ['Marta Olsen met Peter Dunn. [Olsen, Dunn and Lia Moss] said so.', { name: 'Marta Olsen, Peter Dunn and Lia Moss', kind: 'group' }],
  ])('%s', (text, expected) => {
    expect(resolveMarked(text).spoken[0]).toMatchObject(expected)
  }) // biome-ignore format: a table

  test.each<[string, string]>([
    ['Anna Holt’s campaign met. Peter Dunn’s campaign met too. [Dunn’s campaign] said so.', 'Peter Dunn’s campaign'],
    ['Democratic candidate Peter Dunn debated Marta Olsen, the Republican senator. [The Democrat] said so.', 'Peter Dunn'],
    ['Democratic candidate Peter Dunn debated Marta Olsen, the Republican senator. [The senator] said so.', 'Marta Olsen'],
    ['French President François Morel met Italian Premier Luca Conti. [The Italian leader] said so.', 'Luca Conti'],
    ['French President François Morel met Italian Premier Luca Conti. [The French president] said so.', 'François Morel'],
    ['Lara Quinn, the police chief, came with Tom Bell, mayor of Leeds. [The mayor] said so.', 'Tom Bell'],
    ['The Ministry of Trade met Peter Dunn on Monday. [The ministry] said so.', 'Ministry of Trade'],
  ])('%s', (text, expected) => {
    expect(resolveMarked(text).names).toEqual([expected])
  }) // biome-ignore format: a table
})
