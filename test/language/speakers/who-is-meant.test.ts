import { describe, expect, test } from 'vitest'
import { resolveMarked } from './marked-text.js'

const lastName = (text: string) => resolveMarked(text).names.at(-1)

describe('pronouns mean the subject of the sentence before', () => {
  test.each<[string, string, string]>([
    ['an apposition stands before the verb', 'Minister Goran Petrik spoke on Monday. [He] said no.\nIn Oslo, the foreign minister of Norway, Anders Holm, appealed for calm. “Step back,” [he] said.', 'Anders Holm'],
    ['an aside stands before the verb', 'Striker Linda Marsh was angry. “It was offside,” [she] said.\nManager Laura Hart, though, was having none of it. “Linda should watch it again,” [she] said.', 'Laura Hart'],
    ['a description opens the paragraph', 'Bea Lund said it hurt.\nHer captain, Joanna Petrie, was calmer. “A point is a point,” [she] said.', 'Joanna Petrie'],
    ['an age stands before the verb', 'Elena Haddad cried. “Every day,” [she] says.\nTheir daughter Linda, 12, has started to help on Saturdays. [She] says she likes it.', 'Linda'],
    ['somebody is introduced without speaking', 'Judge Indira Bala said so. “It was cruel,” [she] said.\nThe buyer, Adeline Koh, gave evidence by video link. [She] said she had bought it for her mother.', 'Adeline Koh'],
    ['somebody acts without speaking', 'Philippa Strang, the mayor, said no. “We would all like a bridge,” [she] said.\nIn the village, parish clerk Bronwen Rhys keeps her curtains shut. “My desk shakes,” [she] told councillors.', 'Bronwen Rhys'],
    ['a woman by a name that few have', 'Anneliese Farrow, a doctor, said no.\nImogen Rafferty, who met Tobias Crane in the parlour, was asked again. “It was dark,” [she] said.', 'Imogen Rafferty'],
    ['no woman by a name that few have', 'Tobias Crane left early. Imogen Rafferty met Nirupama Lund at the gate. “I saw it,” [he] said.', 'Tobias Crane'],
    ['a friend is no place', 'Judge Thandiwe Mokoena was there. “Best thing in years,” [she] said.\nHer friend, Rafe Pemberton-Achebe, was less impressed: [he] said he wanted his money back.', 'Rafe Pemberton-Achebe'],
    ['a freshman is no man by that', 'Coach Linda Hart was glad. “Nice,” [she] said.\nFreshman Josie Lund stopped three shots against Ann Pine. “I just jumped,” [she] said.', 'Josie Lund'],
    ['another is only the object of a verb', 'Anthony Holm spoke in Oslo.\n“We decide together,” said [Peter Dunn], echoing Holm.\n[He] said that more is needed.', 'Peter Dunn'],
  ])('%s', (_, text, expected) => {
    expect(lastName(text)).toBe(expected)
  }) // biome-ignore format: a table
})

describe('a bare family name', () => {
  test.each<[string, string, string]>([
    ['is whoever was named first', 'Samuel Haddad runs a bakery with his wife, Elena Haddad. They rise at two. [Haddad] says the rent is the worry.', 'Samuel Haddad'],
  ])('%s', (_, text, expected) => {
    expect(lastName(text)).toBe(expected)
  }) // biome-ignore format: a table
})

describe('descriptions', () => {
  test.each<[string, string, string]>([
    ['an age', 'Nurse Loretta Boone, 70, met Sheriff Dwayne Hatch. [The 70-year-old] said no.', 'Loretta Boone'],
    ['an age clashes with no office', 'Coach Linda Hart, 41, spoke to nobody else. [The 41-year-old] said no.', 'Linda Hart'],
    ['a government is no other body', 'A rights group, [Open Steppe], says 31 people died. [The government] puts the toll at four.', 'The government'],
    ['the prosecution is no place', 'Denise Marsh ran [Larch House] in Hull. [The prosecution] said she stole.', 'The prosecution'],
    ['a possessed body is no other', 'The [International Crisis Forum] said so in May. [Norway’s foreign ministry] said nothing.', 'Norway’s foreign ministry'],
    ['several are not one', 'Lead author Yuki Hamada was pleased. [The authors] cautioned against haste.', 'The authors'],
    ['several are no body', 'The paper pleased the Liver Foundation. [The researchers] cautioned against haste.', 'The researchers'],
    ['a firm is a body named before', '[Marton Holdings] reported a loss. [The firm] said it would cut jobs.', 'Marton Holdings'],
    ['a ministry is one so called', 'The [Justice Ministry] met the Liver Foundation. [The ministry] said no.', 'Justice Ministry'],
    ['a letter is not whom it names', 'A worker wrote to the Road Safety Board in May. [The letter] says two fires broke out.', 'The letter'],
    ['a clause that adds something', '[Marton Holdings] shut two plants. [The company, which makes paper,] reported a loss.', 'Marton Holdings'],
    ['a name in a clause is not the source', '[The company that owns Larch House, Beech Care Holdings,] said no.', 'Beech Care Holdings'],
  ])('%s', (_, text, expected) => {
    expect(lastName(text)).toBe(expected)
  }) // biome-ignore format: a table

  test.each<[string]>([['[Keeps] said so.'], ['[but] said so.']])('%s is nobody', text => {
    expect(lastName(text)).toBeNull()
  }) // biome-ignore format: a table
})

describe.each<[what: string, rows: [text: string, expected: string | null][]]>([
  ['names of ordinary words', [
    ['[Human Rights Watch] said 12 had died.', 'Human Rights Watch'],
    ['[Guy Kessling] said 12 had died.', 'Guy Kessling'],
    ['On Friday, [Will Kessling] said 12 had died.', 'Will Kessling'],
    ['On Friday, Will Kessling left. [Will Kessling] said 12 had died.', 'Will Kessling'],
    ['[Doctors Without Borders] said the war was near.', 'Doctors Without Borders'],
    ['[Mothers Against Drunk Driving] said the law was weak.', 'Mothers Against Drunk Driving'],
    ['[Black Lives Matter] said it would march.', 'Black Lives Matter'],
    ['He went on. [Planned Parenthood] said it would sue.', 'Planned Parenthood'],
    ['They met Citizens for Clean Water. [Citizens for Clean Water] said no.', 'Citizens for Clean Water'],
    ['[People for the American Way] said it was wrong.', 'People for the American Way'],
    ['[The Campaign for Norway’s Future] said it was late.', 'Campaign for Norway’s Future'],
    ['[The Swiss People’s Party] said it would stop.', 'Swiss People’s Party'],
    ['[The Veterans’ Council] warned of delays.', 'Veterans’ Council'],
    ['[The Metalworkers’ Union of Norway] said no.', 'Metalworkers’ Union of Norway'],
    ['[Miners’ Federation] said no.', 'Miners’ Federation'],
    ['[Sanders’ Senate office] said no.', 'Sanders’ Senate office'],
    ['[The International Brotherhood of Tram Drivers] said no.', 'International Brotherhood of Tram Drivers'],
    ['[Establishment Republicans] said no.', 'Establishment Republicans'],
    ['[South Korea] said no.', 'South Korea'],
    ['Peter Dunn left. [Ofsted] said no.', 'Ofsted'],
    ['[New Zealand] said no.', 'New Zealand'],
    ['They met in New England. Of all, [England] said no.', 'England'],
    ['[Greater Manchester Police] said no.', 'Greater Manchester Police'],
    ['[New Obama] ads said no.', 'Obama'],
    ['[McDonald’s] said no. The shares of McDonald’s fell.', 'McDonald’s'],
    ['[Dunn’s] said no. Dunn left.', 'Dunn'],
    ['[Moody’s] warned of more.', 'Moody’s'],
    ['[Billionaire Peter Dunn] said no.', 'Peter Dunn'],
    ['Peter Dunn met Supreme Court clerks. [Embattled Supreme Court clerks] said no.', 'Embattled Supreme Court clerks'],
    ['[The League of Women Voters] said no.', 'League of Women Voters'],
    ['[Republicans’ Peter Dunn] said no.', 'Peter Dunn'],
  ]],
  ['the head of a source', [
    ['[“Daily Show” host Peter Dunn] said it was odd.', 'Peter Dunn'],
    ['[A handful of pilots in Pasadena, Calif.,] said no.', 'A handful of pilots in Pasadena, Calif'],
    ['[Polls in Ohio, Iowa and Texas] said no.', 'Polls in Ohio, Iowa and Texas'],
    ['As Peter Dunn, [a lawyer and fellow at the Holt Center,] put it, no.', 'Peter Dunn'],
    ['As Peter Dunn, a lawyer and fellow at the [Holt Center], put it, no.', 'Peter Dunn'],
    ['For Peter Dunn, [a suggestion from Anna Holt’s mother], told it all.', 'a suggestion from Anna Holt’s mother'],
    ['Peter Dunn spoke. [Anna Holt herself] said no.', 'Anna Holt'],
    ['Peter Dunn spoke. [The candidates themselves] said no.', 'The candidates'],
    ['Norway and the United States, which [together] vowed to help, met.', 'Norway and United States'],
    ['[The two senators together] said no.', 'The two senators'],
    ['[Bank of England governor Peter Dunn] said no.', 'Peter Dunn'],
    ['[A report by the Bank of England and Peter Dunn] said no.', 'A report by the Bank of England and Peter Dunn'],
    ['Peter Dunn spoke. He was tired. [A member of Anna Holt’s staff] said no.', 'A member of Anna Holt’s staff'],
    ['Peter Dunn, the mayor, spoke. [Anna Holt’s publicist] said no.', 'Anna Holt’s publicist'],
    ['The Herald met him. [The Holt campaign] said no.', 'The Holt campaign'],
    ['[The Dunn campaign] said yes. [The Holt campaign] said no.', 'The Holt campaign'],
    ['Oxley Council was approached. [The Keep Elm Green group] said no.', 'The Keep Elm Green group'],
    ['Peter Dunn, Anna Holt’s publicist, spoke. [Holt’s publicist] said no.', 'Peter Dunn'],
    ['The Herald spoke to them. [Two people briefed on the talks] said no.', 'Two people briefed on the talks'],
    ['[Anna Holt and the Justice Department] said no.', 'Anna Holt and Justice Department'],
    ['[Peter Dunn, the Arjay and Frances Miller Chair in Policy,] said no.', 'Peter Dunn'],
    ['Anna Holt left. [There] has been confusion.', null],
    ['Poll: Voters leave.\n\n[A Herald poll] says they do. [The poll] says more.', 'A Herald poll'],
  ]],
  ['a description that could mean several', [
    ['Chidi Okonkwo scored as Rovers beat City. City led through Luka Brozovic’s header, but Sam Tait levelled. “I closed my eyes,” [the Nigerian] grinned.', 'the Nigerian'],
    ['Peter Dunn, the mayor, met Luka Marsh and Sam Tait. “I closed my eyes,” [the mayor] grinned.', 'Peter Dunn'],
  ]],
  ['titles', [
    ['[Manager Dean Hargreaves] said no.', 'Dean Hargreaves'],
    ['[Deputy Director Hargreaves] said no.', 'Deputy Director Hargreaves'],
    ['[Former Rovers striker Peter Dunn] said no. [Rovers] said yes.', 'Rovers'],
    ['[Co-author Peter Dunn] said no.', 'Peter Dunn'],
    ['[Oslo-based Peter Dunn] said no.', 'Peter Dunn'],
    ['[The World Anti-Doping Agency] said no.', 'World Anti-Doping Agency'],
    ['He read it. The transport [ministry] said no.', 'The transport ministry'],
    ['He said so to the public. [Critics] said no.', 'Critics'],
  ]],
  ['a relative pronoun', [
    ['Those are voters who doubt the plan and [who] think it will fail.', 'voters'],
    ['[Voters who] are angry said no.', 'Voters'],
    ['Anna Holt met Peter Dunn, [whose lawyers] argued that it was private.', 'Peter Dunn’s lawyers'],
    ['Anna Holt met Peter Dunn, [whose] task is to warn of it.', 'Peter Dunn'],
    ['It is the group in [which] people believe.', 'the group'],
  ]],
])('%s', (_, rows) => {
  test.each(rows)('%s', (text, expected) => {
    expect(lastName(text)).toBe(expected)
  })
}) // biome-ignore format: tables

describe('names whose kind the text tells', () => {
  test.each<[string, string]>([
    ['A worker at carmaker Lumen wrote a letter. [Lumen] said no.', 'organisation'],
    ['[Marland] said its forces had only returned fire.', 'organisation'],
    ['[The Herald] reported in June that the Herald was right.', 'organisation'],
    ['On Monday [Lumen] said no. The shares of Lumen fell, and Lumen’s founder left.', 'organisation'],
    ['[Sowerby] said no. She left.', 'person'],
    ['[Zelmira Adeyova] said no.', 'person'],
    ['[Leith Infirmary] said no.', 'organisation'],
  ])('%s', (text, kind) => {
    expect(resolveMarked(text).spoken[0]!.kind).toBe(kind)
  })
})

describe('whom the words around rule out', () => {
  test.each<[string, string, string]>([
    ['a brother is another', 'Adrian Pell and his younger brother, Stephen Pell, denied it. Outside, [Adrian Pell] said it was hell. [His brother] said no.', 'Stephen Pell'],
    ['an insurer is a company', '[Leamouth Police] said so. The insurer, [Northgate Mutual], said it was sorry. [The company] said no.', 'Northgate Mutual'],
    ['police are no company', 'Rail operator [TransWest] said no. [Leamouth Police] said so. [The company] said it was sorry.', 'TransWest'],
    ['a clause stands for whom it follows', 'Councilwoman Teresa Brandt, [who cast the deciding vote,] said no.', 'Teresa Brandt'],
    ['a sergeant is an officer', '[Sergeant Deanna Whitehorse] spoke of Freya Lindqvist. [The officer] said no.', 'Deanna Whitehorse'],
    ['an agency reports', 'OSLO (Reuters) - [Halvorsen Foods] cut its forecast. [The company] said so.', 'Halvorsen Foods'],
    ['an author who says "I" is no "he"', 'By Peter Holt\n\n[I] asked Marcus Vane. [He] sighed.', 'Marcus Vane'],
    ['an auditor is a title', '[State Auditor Penelope Ford] said no.', 'Penelope Ford'],
    ['a particle belongs to the name', '[Amina wa Mutua] said no.', 'Amina wa Mutua'],
    ['a house belongs to the office', '[Speaker of the House Newt Ford] said no.', 'Newt Ford'],
  ])('%s', (_, text, expected) => {
    expect(lastName(text)).toBe(expected)
  }) // biome-ignore format: a table
})

describe('a cue without a source', () => {
  test.each<[string, string, string | null]>([
    ['in the passive tells nobody', '[Mary Fallon] said no. {Asked about} the vote, she laughed.', null],
    ['after "when" neither', '[Mary Fallon] said no. She laughed {when pressed about} the vote.', null],
    ['with "when" outside it neither', '[Mary Fallon] said no. She laughed when {told that} it was over.', null],
    ['of a clause in the passive neither', '[Mary Fallon] said no. No deaths {were reported}.', null],
    ['with "be" outside it neither', '[Mary Fallon] said no. Its results are not {expected} before May.', null],
    ['of what is widely thought neither', '[Mary Fallon] said no. The court was widely {viewed as} friendly.', null],
    ['of who thinks so is the speaker before', '[Mary Fallon] said no and was {convinced} of it.', 'Mary Fallon'],
    ['of who is quoted is the speaker before', '[Mary Fallon] said no and {was quoted as saying} so.', 'Mary Fallon'],
    ['tells its agent', '[Mary Fallon] said no. {Asked by} Tom Brandt about the vote, she laughed.', 'Tom Brandt'],
    ['tells an agent with a party', '[Mary Fallon] said no. {Asked by} Labour’s Tom Brandt about the vote, she laughed.', 'Tom Brandt'],
    ['tells no agent who is described', '[Mary Fallon] said no. {Asked by} a reporter about the vote, she laughed.', null],
    ['in the active is the speaker before', '[Mary Fallon] said no and {asked} for calm.', 'Mary Fallon'],
    ['of a quotation is the speaker before', '[Mary Fallon] said no. {Added}: “We are done here.”', 'Mary Fallon'],
  ])('%s', (_, text, expected) => {
    expect(lastName(text)).toBe(expected)
  }) // biome-ignore format: a table
})
