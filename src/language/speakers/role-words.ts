/** What a noun at the head of a description stands for. */
export type HeadKind = 'person' | 'organisation' | 'document' | 'group'

/** Abbreviated titles and the nouns that say the same. */
const TITLES: Readonly<Record<string, readonly string[]>> = {
  mr: [], mrs: [], ms: [], miss: [], sir: [], dame: [], lord: [], lady: [], madam: [],
  dr: ['doctor', 'physician'],
  sen: ['senator', 'lawmaker'], sens: ['senator'],
  rep: ['representative', 'congressman', 'congresswoman', 'lawmaker'], reps: ['representative'],
  gov: ['governor'], gen: ['general'], lt: ['lieutenant'], col: ['colonel'], sgt: ['sergeant'],
  capt: ['captain'], maj: ['major'], cmdr: ['commander'], adm: ['admiral'], cpl: ['corporal'], pvt: ['private'],
  rev: ['reverend', 'pastor', 'minister'], fr: ['priest'], prof: ['professor'], hon: [], del: ['delegate'],
  supt: ['superintendent'], det: ['detective'], insp: ['inspector'], cllr: ['councillor'], atty: ['attorney'], st: [],
} // biome-ignore format: a table

/** Nouns that precede a name as its title ("President Ghani"), beside heading a description. */
const OFFICES =
  words(`president vice-president vp senator representative congressman congresswoman governor mayor
  secretary minister premier chancellor king queen prince princess duke duchess emperor sultan emir sheikh ayatollah
  pope cardinal archbishop bishop reverend pastor rabbi imam father sister general colonel major lieutenant sergeant
  captain commander admiral corporal marshal officer detective inspector constable sheriff deputy chief commissioner
  superintendent judge justice attorney prosecutor solicitor ambassador envoy consul delegate speaker leader whip
  chairman chairwoman chairperson chair co-chair vice-chair director manager coach professor doctor nurse editor
  correspondent reporter anchor host columnist analyst spokesman spokeswoman spokesperson strategist adviser advisor
  counsel counselor aide nominee candidate lawmaker assemblyman assemblywoman councilman councilwoman councilmember
  alderman treasurer comptroller controller ceo cfo coo founder co-founder activist economist historian scientist
  trooper agent lady author actor actress singer comedian rapper filmmaker pollster surrogate czar
  administrator negotiator undersecretary executive councillor councilor mp msp mep substitute striker midfielder
  defender goalkeeper winger skipper captain referee umpire headteacher headmaster headmistress principal dean provost
  rector vicar curator conductor choreographer auditor registrar ombudsman`)

const PERSONS =
  words(`man woman boy girl person child kid teenager father mother parent son daughter brother sister
  sibling husband wife spouse uncle aunt nephew niece cousin grandfather grandmother widow widower boyfriend girlfriend
  fiance friend neighbor neighbour colleague partner mate boss predecessor successor opponent challenger rival
  incumbent frontrunner front-runner standard-bearer businessman businesswoman entrepreneur billionaire millionaire
  mogul magnate tycoon executive banker investor developer contractor owner official staffer employee worker lawyer
  attorney barrister physician surgeon psychologist psychiatrist therapist teacher scholar academic researcher expert
  fellow scientist physicist chemist biologist historian writer novelist poet journalist blogger commentator pundit
  broadcaster narrator announcer moderator questioner critic supporter voter resident student soldier veteran
  serviceman servicewoman policeman policewoman cop suspect victim witness survivor defendant plaintiff juror inmate
  prisoner priest cleric monk nun preacher politician legislator statesman dictator activist organizer organiser
  protester demonstrator campaigner policymaker peacemaker lobbyist consultant strategist operative insider aide adviser advisor assistant
  secretary interpreter translator diplomat envoy negotiator mediator spy agent technician engineer
  architect designer artist painter musician singer songwriter rapper dancer actor actress director producer
  filmmaker celebrity star model athlete player quarterback coach trainer referee farmer rancher fisherman driver
  pilot passenger nurse doctor midwife caller source spokesman spokeswoman spokesperson hopeful contender native
  newcomer outsider member volunteer donor fundraiser pollster forecaster author creator host guest leader head
  chief nominee candidate congressman congresswoman democrat republican independent conservative liberal someone
  somebody anyone nobody heir heiress socialite hero patient customer client tourist migrant refugee immigrant
  veteran commander-in-chief`)

const ORGANISATIONS =
  words(`agency alliance army association authority band bank board body brand broadcaster bureau
  business cabinet campaign caucus center centre chamber charity church club coalition college commission
  committee company conference confederation congress consortium corporation corps council country county court
  delegation department district division embassy enterprise faction federation firm force foundation fund government
  group guild hospital house industry institute institution jury laboratory legislature library magazine manufacturer
  mayoralty militia ministry mission monitor movement museum nation navy network newspaper office orchestra
  organisation organization outlet paper parliament party panel police post prosecution publication publisher
  regulator retailer school secretariat senate service site society state studio team think-tank times tribunal union
  university utility watchdog website administration airline daily tabloid broadcaster startup chain journal bloc league nonprofit regime think-tank
  family communities tribe inc corp co ltd llc plc insurer lender brewer confectioner operator carrier provider supplier
  distributor wholesaler multinational conglomerate subsidiary academy aquarium bakery ballet brewery cathedral choir clinic
  distillery gallery hospice hotel infirmary monastery mosque observatory opera orphanage philharmonic restaurant
  sanctuary seminary symphony synagogue theater theatre zoo`)

/** Bodies whose names say what they are, so that "the ministry" is none whose name does not. */
const INSTITUTIONS =
  words(`army assembly association authority board bureau cabinet caucus chamber church commission committee
  conference congress corps council county court delegation department embassy force foundation fund government
  hospital house institute jury league legislature library mayoralty ministry mission movement museum navy office
  parliament party police prosecution school secretariat senate society state team tribunal university utility
  administration tribe regime academy cathedral clinic hospice infirmary observatory seminary`)

/** Whether a body of this sort bears the word in its name. */
export const isInstitution = (lower: string): boolean => INSTITUTIONS.has(lower)

const FIRMS =
  words(`airline bank brand broadcaster business chain company corporation enterprise firm manufacturer publisher retailer
  startup insurer lender brewer confectioner operator carrier provider supplier distributor wholesaler multinational
  conglomerate subsidiary`)

const PUBLIC =
  words(`police department ministry court council commission government parliament senate congress army navy embassy office
  hospital bureau board authority union`)

/** Whether the word names a public body, which is no company. */
export const isPublic = (lower: string): boolean => PUBLIC.has(lower)

/** Whether the word is said of those who trade. */
export const isFirm = (lower: string): boolean => FIRMS.has(lower) || /[^s]maker$/.test(lower)

/** What a newspaper or broadcaster says as its own. */
const PUBLISHED = words('article story piece column editorial op-ed broadcast dispatch')

export const isPublished = (lower: string): boolean => PUBLISHED.has(lower)

const DOCUMENTS =
  words(`ad advertisement affidavit agreement analysis article assessment audit bill book brief
  briefing broadcast bulletin bylaw bylaws charter clip column complaint constitution contract data diary document
  documentary draft editorial email e-mail essay estimate evidence figure figures filing film findings forecast
  guidance indictment interview investigation invitation law lawsuit leaflet legislation letter list manifesto manual
  map measure memo memoir memorandum message minutes motion note notice op-ed opinion order page papers paragraph
  petition piece plan plaque platform podcast policy poll polling poster press proposal publication ranking record
  records recording release report resolution review ruling rules script sign speech standards statement statistics
  statute story studies study suit summary survey tape testimony text timeline transcript treaty tweet verdict video
  warning webpage`)

const COLLECTIVES =
  words(`people men women children officials sources aides advisers advisors critics supporters
  opponents experts analysts economists lawmakers republicans democrats conservatives liberals voters residents
  protesters demonstrators activists police authorities prosecutors lawyers attorneys scientists researchers
  reporters journalists media press others many some most both few leaders parents students teachers families
  neighbors friends witnesses relatives colleagues insiders observers percent majority public crowd audience
  respondents groups members staff team couple pair duo twins family investigators detectives doctors`)

/** Last words of the names of bodies, beside those that also head descriptions. */
const BODY_NAMES =
  words(`academy affairs airlines arts assembly bancorp brotherhood brothers capital communications corps customs
  endowment energy enforcement engineering entertainment estate exchange federal financial forum global health
  holdings industries initiative insurance inspectorate intelligence international investigations labs league management media
  medicine motors news partners peace pictures press production productions project radio records research reserve
  roundtable sciences securities security services solutions strategies studies symposium systems technologies
  television treasury trust veterans wire works`)

/** Last words of the names of what cannot speak: days, laws, prizes, places. */
const THING_NAMES =
  words(`act amendment avenue award awards bill boulevard bowl bridge charter code constitution
  convention cup day debate eve election games hill island lake law medal mountain ocean park prize program race
  river road route rule sea season series show square street summit tour tower valley war week year building
  airport city`)

/** Whether the word ends the name of a body that may speak: "Sierra Club", "Fox News". */
export const isBodyName = (lower: string): boolean => isOrganisationWord(lower) || BODY_NAMES.has(lower)

export const isThingName = (lower: string): boolean => THING_NAMES.has(lower)

/** Whether the word may stand before a name as part of its title. */
export function isTitleWord(lower: string): boolean {
  const word = lower.replace(/\.$/, '').replace(/^co-/, '')
  return Object.hasOwn(TITLES, word) || OFFICES.has(word)
}

/** The nouns that a title word stands for: "sen." → senator; "president" → president. */
export function rolesOfTitle(lower: string): readonly string[] {
  const word = lower.replace(/\.$/, '')
  return Object.hasOwn(TITLES, word) ? (TITLES[word] ?? []) : [word]
}

const ROLE_ENDING = /(?:woman|person|[^ou]man|ologist|[^e]ist|ician|crat|[^n]eer)$/

export function isPersonNoun(lower: string): boolean {
  return isRoleWord(lower) || ROLE_ENDING.test(lower)
}

/** By the lists alone: "Herman" ends as "chairman" does. */
export const isRoleWord = (lower: string): boolean => PERSONS.has(lower) || OFFICES.has(lower)

/** Whether the word ends the name of a body: "Sierra Club", "Justice Department". */
export function isOrganisationWord(lower: string): boolean {
  const word = lower.replace(/\.$/, '')
  return ORGANISATIONS.has(word) || (word.endsWith('maker') && !PERSONS.has(word) && !OFFICES.has(word))
}

export const isDocumentNoun = (lower: string): boolean =>
  DOCUMENTS.has(lower) || DOCUMENTS.has(singular(lower))

/** What a role is also called: "the officer" may be a sergeant. */
const BROADER: ReadonlyMap<string, string> = new Map([
  ...pairs('sergeant lieutenant captain detective constable inspector superintendent trooper corporal deputy', 'officer'),
  ...pairs('senator representative congressman congresswoman mp msp mep assemblyman assemblywoman legislator', 'lawmaker'),
  ...pairs('attorney barrister solicitor', 'lawyer'),
  ...pairs('surgeon physician psychiatrist', 'doctor'),
  ...pairs('physicist chemist biochemist geologist biologist ecologist astronomer', 'scientist'),
  ...pairs('novelist essayist playwright', 'writer'),
]) // biome-ignore format: a table

export const broaderRole = (role: string): string | undefined => BROADER.get(role)

function pairs(roles: string, broader: string): [string, string][] {
  return roles.split(' ').map(role => [role, broader])
}

/** What a description with this head is about; null where the word tells nothing. */
export function kindOfHead(lower: string): HeadKind | null {
  if (COLLECTIVES.has(lower)) return 'group'
  if (isPersonNoun(lower)) return 'person'
  if (isOrganisationWord(lower)) return 'organisation'
  if (isDocumentNoun(lower)) return 'document'
  const one = singular(lower)
  if (one === lower) return null
  if (isPersonNoun(one)) return 'group'
  return ORGANISATIONS.has(one) ? 'group' : null
}

export function singular(lower: string): string {
  if (/(?:men)$/.test(lower)) return `${lower.slice(0, -3)}man`
  if (/ies$/.test(lower)) return `${lower.slice(0, -3)}y`
  return /[^su]s$/.test(lower) ? lower.slice(0, -1) : lower
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/))
}
