import type { Gender } from './gender.js'
import type { LastMention } from './last-mention.js'
import type { Nominal } from './nominals.js'
import type { Reading } from './reading.js'
import type { Referent } from './referents.js'
import { isFirm, isInstitution, isPersonNoun, isPublic, isPublished, singular } from './role-words.js'
import type { Features, ReferenceSort } from './speaker-ranking.js'

/** What is asked: words at a place, and what they tell of whom they stand for. */
export interface Question {
  sort: ReferenceSort
  /** Token where the words stand. */
  at: number
  gender: Gender | null
  nominal: Nominal | null
  /** Whose the description makes it: "Clinton's campaign". */
  owner: number | null
  /** What the title before a shared name calls its bearer: "president". */
  titles: ReadonlySet<string>
  /** The gender of the pronoun that follows in the sentence, where no other name stands between. */
  pronounAfter: Gender | null
  /** Of those who share the name, whoever the text names in full first; null where no name is shared. */
  firstOfFamily: number | null
  /** Referents that the description names and so cannot be, as "Clinton" in "Clinton's campaign". */
  inDescription: ReadonlySet<number>
  /** Referents named in what is said. */
  inContent: ReadonlySet<number>
  /** Referents that the article credits by name with words, anywhere. */
  speakers: ReadonlySet<number>
  speakerBefore: number | null
  /** Token where the quotation before is credited; -1 where none is. */
  spokenAt: number
  /** The speaker of the last quotation that stands in no other. */
  speakerOutside: number | null
  /** Whether the quotation before stands in the same paragraph. */
  sameParagraph: boolean
  nextSpeaker: number | null
  outerSpeaker: number | null
  /** "his", "her", "him": no subject. */
  dependent: boolean
  /** Whether the words stand in what somebody said. */
  reported: boolean
  /** Whether words are credited to whom they mean. */
  isSource: boolean
}

/** Features of one candidate for a question; a distance counts sentences. */
export function featuresOf(
  reading: Reading,
  question: Question,
  referent: Referent,
  id: number,
  last: LastMention | undefined,
  rank: number,
  share: number,
): Features {
  const features: Record<string, number> = { share }
  addAgreement(features, question, referent)
  if (last === undefined) features.ahead = 1
  else {
    addPlace(features, reading, question, last, rank)
    if ((question.nominal?.kind ?? 'person') === 'person')
      addEntrance(features, reading, question, referent, last)
  }
  if (referent.isHeadlined) features.headline = 1
  if (referent.names.length === 0) features.described = 1
  if (question.sort === 'shared-name') addBearer(features, question, referent, id)
  if (question.inContent.has(id)) features['in content'] = 1
  if (question.speakerBefore === id) {
    features['speaker before'] = 1
    if (question.sameParagraph) features['speaker in paragraph'] = 1
  }
  if (question.speakerOutside === id) features['speaker outside'] = 1
  if (question.speakers.has(id)) features[question.isSource ? 'speaks' : 'speaks elsewhere'] = 1
  if (question.nextSpeaker === id) features['next speaker'] = 1
  if (question.outerSpeaker === id) features[question.isSource ? 'outer speaker' : 'speaker around'] = 1
  if (question.titles.size > 0) addTitle(features, question.titles, referent)
  const isPerson = question.nominal?.definite && question.nominal.kind === 'person'
  if (isPerson && question.nextSpeaker === id && isNew(referent, last)) features['named next'] = 1
  if (question.nominal !== null) addDescription(features, question.nominal, referent)
  if (question.owner !== null) addOwner(features, question.owner, referent)
  return features
}

function addOwner(features: Record<string, number>, owner: number, { possessor, names }: Referent): void {
  if (possessor !== undefined) features[possessor.referent === owner ? 'owner agrees' : 'owner clashes'] = 1
  else if (names.length === 0) features['owner untold'] = 1
}

/** Who of a family is called by the family name alone: whoever was named in full first, seldom "his wife, Ann Lee". */
function addBearer(
  features: Record<string, number>,
  { at, pronounAfter, firstOfFamily }: Question,
  { told, description, gender }: Referent,
  id: number,
): void {
  if (firstOfFamily === id) features['first of family'] = 1
  if (told !== null && told < at) features['named before'] = 1
  if (pronounAfter !== null && gender !== null)
    features[gender === pronounAfter ? 'pronoun agrees' : 'pronoun clashes'] = 1
  const heads = [...description.heads]
  if (heads.some(head => KIN.has(head))) features.kin = 1
  if (heads.some(head => !KIN.has(head))) features['has an office'] = 1
}

const KIN: ReadonlySet<string> = new Set(
  'wife husband spouse father mother son daughter brother sister uncle aunt cousin widow widower niece nephew'.split(
    ' ',
  ),
)

function addTitle(
  features: Record<string, number>,
  titles: ReadonlySet<string>,
  { description }: Referent,
): void {
  if ([...titles].some(title => description.heads.has(title))) features['title agrees'] = 1
  else if (description.heads.size > 0) features['title clashes'] = 1
}

/** "The NATO chief said … , said Stoltenberg": a name that comes right after, of which nothing else is told. */
const isNew = ({ description }: Referent, last: LastMention | undefined): boolean =>
  last === undefined && description.heads.size === 0

function addPlace(
  features: Record<string, number>,
  { sentenceOf, tokens }: Reading,
  question: Question,
  last: LastMention,
  rank: number,
): void {
  const distance = sentenceOf[question.at]! - sentenceOf[last.at]!
  const place = PLACES[distance] ?? (distance < 6 ? 'some before' : 'far before')
  features[place] = 1
  if (rank === 0) features['most recent'] = 1
  if (rank === 1) features['second recent'] = 1
  if (last.subject) features[`subject ${place}`] = 1
  if (last.possessive) features.possessive = 1
  if (last.oblique) features.oblique = 1
  if (last.topic && distance < 6) features.topic = 1
  if (last.source) features[distance < 3 ? 'source near' : 'source'] = 1
  if (last.unnamed) features[distance < 3 ? 'pronoun near' : 'pronoun'] = 1
  if (last.reported) features[question.reported ? 'both reported' : 'reported'] = 1
  if (question.dependent && distance === 0) features[last.subject ? 'own subject' : 'own sentence'] = 1
  if (tokens[last.at]!.paragraph === tokens[question.at]!.paragraph) features['same paragraph'] = 1
}

/** Whether it came in after the sentence of the speaker before: "The buyer, | Ann Lee, gave evidence. She said …" */
function addEntrance(
  features: Record<string, number>,
  { tokens, sentenceOf }: Reading,
  { at, spokenAt }: Question,
  { told }: Referent,
  last: LastMention,
): void {
  const isTold = told !== null && told < at && tokens[told]!.paragraph === tokens[at]!.paragraph
  if (isTold) features['introduced here'] = 1
  const isSince = spokenAt < 0 || sentenceOf[last.at]! > sentenceOf[spokenAt]!
  if (!isSince || last.reported || last.source) return
  if (!last.unnamed) features['named since'] = 1
  if (last.subject) features['acts since'] = 1
}

const PLACES = ['same sentence', 'sentence before', 'two before']

function addAgreement(
  features: Record<string, number>,
  { gender, sort }: Question,
  referent: Referent,
): void {
  if (gender !== null && referent.gender !== null) {
    features[gender === referent.gender ? 'gender agrees' : 'gender clashes'] = referent.genderSure
  } else if (gender !== null) features['gender unknown'] = 1
  features[`is ${referent.kind}`] = 1
  if (sort !== 'thing' && referent.kind === 'thing') features['kind clashes'] = 1
  if (sort === 'person' && referent.kind !== 'person' && referent.kind !== 'unknown')
    features['kind clashes'] = 1
  if (sort === 'thing' && referent.kind === 'person') features['kind clashes'] = 1
}

const CAN_BE: Readonly<Record<Nominal['kind'], ReadonlySet<string>>> = {
  person: new Set(['person', 'unknown', 'group']),
  organisation: new Set(['organisation', 'unknown', 'place', 'group']),
  document: new Set(['document', 'thing', 'organisation', 'unknown']),
  group: new Set(['group', 'organisation', 'unknown', 'place']),
}

/** Heads that say little of their bearer. */
const VAGUE: ReadonlySet<string> = new Set(
  `man woman person leader official politician candidate nominee lawmaker veteran rival`.split(/\s+/),
)

function addDescription(features: Record<string, number>, nominal: Nominal, referent: Referent): void {
  const { description } = referent
  if (!nominal.definite && !nominal.possessed && referent.names.length === 0) features['described anew'] = 1
  if (!CAN_BE[nominal.kind].has(referent.kind)) features['kind clashes'] = 1
  features[`${nominal.kind} is ${referent.kind}`] = 1
  const one = singular(nominal.head)
  const head = nominal.kind === 'group' && referent.kind === 'person' ? nominal.head : one
  if (description.heads.has(head) || description.heads.has(nominal.head) || isOfAge(head, description.words))
    features['head agrees'] = 1
  else if (description.words.has(head)) features['head in words'] = 1
  else if (referent.names.length === 0) features['described otherwise'] = 1
  else if (
    nominal.kind === 'person' &&
    isPersonNoun(head) &&
    !VAGUE.has(head) &&
    hasOffice(description.heads)
  )
    features['head clashes'] = 1
  if (nominal.kind === 'organisation' && referent.kind === 'organisation' && referent.names.length > 0)
    features['named body'] = 1
  if (referent.nameWords.has(nominal.head) || referent.nameWords.has(one)) features['name has head'] = 1
  const others = [...nominal.description.words].filter(word => word !== nominal.head)
  if (others.length > 0 && !(nominal.kind === 'group' && referent.kind === 'person')) {
    const known = others.filter(word => description.words.has(word)).length
    if (known > 0) features['words agree'] = known / others.length
  }
  if (referent.names.length > 0 && !isTold(features)) addUntold(features, nominal, referent)
  else if (features['name has head'] === 1 && others.some(word => isUntold(word, referent)))
    features['name lacks words'] = 1
  if (others.some(word => referent.nameWords.has(word))) features['words name it'] = 1
}

/** What befell somebody, which says nothing of the trade: a survivor may be a farmer. */
const CIRCUMSTANCES: ReadonlySet<string> = new Set(
  'man woman person survivor witness victim resident native newcomer guest neighbor neighbour'.split(' '),
)

const hasOffice = (heads: ReadonlySet<string>): boolean => [...heads].some(head => !CIRCUMSTANCES.has(head))

/** "the 23-year-old" of "Lund, 23," */
const isOfAge = (head: string, words: ReadonlySet<string>): boolean =>
  head.endsWith('-year-old') && words.has(head)

const isUntold = (word: string, { nameWords, description }: Referent): boolean =>
  !nameWords.has(word) && !description.words.has(word)

/** "Leamouth Police" is no company. */
const isOffice = (nameWords: ReadonlySet<string>): boolean => [...nameWords].some(isPublic)

/** What speaks against somebody named of whom the article says nothing that the description says. */
function addUntold(features: Record<string, number>, nominal: Nominal, { kind, nameWords }: Referent): void {
  const { head, possessed } = nominal
  if (nominal.kind === 'person') {
    if (nominal.possessor !== null && features['head clashes'] === 1) features['named but possessed'] = 1
    return
  }
  if (possessed) features['named but possessed'] = 1
  if (nominal.kind === 'organisation' && (isInstitution(head) || (isFirm(head) && isOffice(nameWords)))) {
    features['other institution'] = 1
    features['named body'] = 0
  }
  if (nominal.kind === 'group' && singular(head) !== head)
    features[kind === 'person' ? 'person but people' : 'body but people'] = 1
  if (nominal.kind === 'document' && !isPublished(head)) features['named but document'] = 1
}

/**
 * Whether a description that says whose somebody is, or that they are new ("Holt's publicist", "the Save Our Park campaign",
 * "two officials"), cannot mean the referent, of whom the article says nothing like it: only a person of whom nothing else
 * is told may be Holt's anything.
 */
export function isRuledOut({ nominal }: Question, referent: Referent, features: Features): boolean {
  if (nominal === null) return false
  if (referent.names.length === 0) return isAnotherOne(nominal, referent)
  if (isTold(features)) return false
  // "a Times article" may be the paper's own words
  if (isPublished(nominal.head)) return false
  const isOthers = nominal.names.length > 0 && nominal.kind !== 'person'
  if (nominal.possessor === null) return isOthers || (!nominal.definite && !nominal.possessed)
  const mayBe = nominal.kind === 'person' && referent.kind === 'person'
  return !mayBe || referent.description.heads.size > 0
}

/** "The Holt campaign" is not "the Dunn campaign". */
function isAnotherOne(
  { names, kind, head, description }: Nominal,
  { description: other }: Referent,
): boolean {
  if (names.length === 0 || kind === 'person' || other.words.size < 2) return false
  return [...description.words].every(word => word === head || !other.words.has(word))
}

/** Whether a description is better left as it is written: nobody of whom the article says it is sure enough to be meant. */
export const isGuess = ({ nominal }: Question, features: Features, chance: number): boolean =>
  nominal !== null && chance < LEAST_SURE && !isTold(features)

const LEAST_SURE = 0.4

/** The candidate that stands for nobody known yet: the words are kept as written, or nobody is named. */
export function writtenFeatures(
  { nominal, speakerBefore, sameParagraph }: Question,
  others: readonly Features[],
): Features {
  const features: Record<string, number> = { written: 1 }
  if (nominal === null) {
    if (speakerBefore === null || !sameParagraph) features['written apart'] = 1
    return features
  }
  const form = nominal.possessed ? 'possessed' : nominal.definite ? 'definite' : 'indefinite'
  features[`written ${form}`] = 1
  features[`written ${nominal.kind}`] = 1
  features[`written ${form} ${nominal.kind}`] = 1
  if (nominal.names.length > 0) features['written naming'] = 1
  if (nominal.detailed) features['written detailed'] = 1
  if (!others.some(isTold)) features[`written untold ${nominal.kind}`] = 1
  return features
}

/** Whether something in the article says of a candidate what the description says. */
const isTold = (features: Features): boolean =>
  features['head agrees'] === 1 ||
  features['name has head'] === 1 ||
  features['words name it'] === 1 ||
  (features['words agree'] ?? 0) > 0
