import type { AttributionType } from '../analysis.js'

/**
 * How a verb of reporting is followed:
 * `clause`: any words after it may be what was said ("said the deal was off");
 * `doubtful`: only a quotation, "that" or a clause with a verb of its own ("added that", but not "added sugar");
 * `object`: a thing or an action ("criticised the deal", "vowed to go").
 */
export type Complement = 'clause' | 'doubtful' | 'object'

export interface CueVerb {
  lemma: string
  type: AttributionType
  complement: Complement
  /** Whether a listener may stand after it ("told reporters"). */
  told: boolean
}

export type VerbForm = 'base' | 'third' | 'past' | 'ing'

/** Verbs of saying. A word after `+` belongs to the cue: "point+out". */
const SAY = `say tell claim argue insist allege assert contend maintain remark warn declare announce acknowledge
  admit concede confirm reiterate stress emphasize emphasise explain complain boast joke quip reply respond retort
  lament predict testify caution counter exclaim proclaim recount recall reveal disclose suggest hint imply state
  assure remind advise inform notify opine comment tweet muse speculate theorize gush enthuse rejoin interject
  reassure affirm reaffirm aver avow profess moan grumble gripe confess brag vent point+out make+clear
  make+it+clear chime+in fire+back shoot+back hit+back put+it go+on+record sum+up tell+off`
const SAY_DOUBTFUL = `add note report write observe continue begin conclude answer shout yell scream whisper mutter
  murmur chant read cry sigh laugh smile finish repeat post text email e-mail blog type bark roar growl snap plead
  beg mention signal detail describe+how intone drawl echo conclude agree disagree wonder ask joke ask+if`
const SPEAK_OF = `criticize criticise condemn denounce decry deplore blast slam mock ridicule praise laud hail applaud
  commend defend endorse reject dismiss deny dispute question challenge accuse blame urge propose recommend request
  demand threaten refuse decline vow pledge promise swear describe call label brand dub characterize characterise
  portray cite reference highlight underscore thank welcome rebuke chide scold berate castigate lambaste assail
  excoriate disavow renounce rebut refute debunk tout trumpet discuss apologize+for apologise+for express voice
  outline invite advocate champion lobby+for deride belittle disparage lampoon scoff+at bemoan rail+against
  speak+about speak+of talk+about talk+of complain+about complain+of warn+of warn+about warn+against call+for call+on
  call+upon point+to refer+to allude+to respond+to object+to react+to appeal+to joke+about ask+for ask+about
  push+back+against take+issue+with speak+out+against lash+out+at boast+about boast+of brag+about insist+on hint+at
  press+for plead+for vote+against`
const THINK = `believe think hope fear suspect assume doubt reckon guess worry imagine anticipate feel realize realise
  figure presume dream worry+about fret wish`
const THINK_OF = `want plan intend support oppose favor favour prefer expect consider view regard see+as know+that
  seek hope+for aim+to resent admire wish+for look+forward+to agree+to agree+with disagree+with long+for would+like`
const SHOW = `show indicate suggest demonstrate find estimate project reveal conclude calculate`
const QUOTED_AS = `quote+as+saying quote quote+as+telling`

const IRREGULAR: Readonly<Record<string, string>> = {
  say: 'says said saying',
  tell: 'tells told telling',
  write: 'writes wrote writing',
  begin: 'begins began beginning',
  think: 'thinks thought thinking',
  feel: 'feels felt feeling',
  know: 'knows knew knowing',
  see: 'sees saw seeing',
  seek: 'seeks sought seeking',
  find: 'finds found finding',
  show: 'shows showed showing',
  swear: 'swears swore swearing',
  read: 'reads read reading',
  make: 'makes made making',
  go: 'goes went going',
  speak: 'speaks spoke speaking',
  take: 'takes took taking',
  put: 'puts put putting',
  shoot: 'shoots shot shooting',
  hit: 'hits hit hitting',
  would: 'would would would',
  slam: 'slams slammed slamming',
  plan: 'plans planned planning',
  admit: 'admits admitted admitting',
  beg: 'begs begged begging',
  quip: 'quips quipped quipping',
  brag: 'brags bragged bragging',
  rebut: 'rebuts rebutted rebutting',
  snap: 'snaps snapped snapping',
  dub: 'dubs dubbed dubbing',
  aver: 'avers averred averring',
  cry: 'cries cried crying',
  sum: 'sums summed summing',
  look: 'looks looked looking',
  chant: 'chants chanted chanting',
  fret: 'frets fretted fretting',
  dream: 'dreams dreamed dreaming',
  deny: 'denies denied denying',
  decry: 'decries decried decrying',
  imply: 'implies implied implying',
  reply: 'replies replied replying',
  worry: 'worries worried worrying',
  testify: 'testifies testified testifying',
  notify: 'notifies notified notifying',
  retort: 'retorts retorted retorting',
}

/** Past participles that differ from the past. */
const PARTICIPLE: Readonly<Record<string, string>> = {
  written: 'write',
  known: 'know',
  seen: 'see',
  shown: 'show',
  sworn: 'swear',
  begun: 'begin',
  spoken: 'speak',
  taken: 'take',
  gone: 'go',
}

const LISTENERS = new Set(
  'tell assure remind warn advise inform notify ask urge text email e-mail reassure write caution beg promise'.split(
    ' ',
  ),
)

interface Entry extends CueVerb {
  /** Words that must follow: ["out"] for "point out". */
  particles: readonly string[]
}

const ENTRIES = new Map<string, Entry[]>()
const FORMS = new Map<string, { lemma: string; form: VerbForm }>()

addAll(SAY, 'speech', 'clause')
addAll(SAY_DOUBTFUL, 'speech', 'doubtful')
addAll(SPEAK_OF, 'speech', 'object')
addAll(THINK, 'thought', 'clause')
addAll(THINK_OF, 'thought', 'object')
addAll(SHOW, 'document', 'clause')
addAll(QUOTED_AS, 'speech', 'object')

function addAll(table: string, type: AttributionType, complement: Complement): void {
  for (const item of table.trim().split(/\s+/)) {
    const [lemma, ...particles] = item.split('+') as [string, ...string[]]
    const list = ENTRIES.get(lemma) ?? []
    if (list.length === 0) addForms(lemma)
    list.push({ lemma, type, complement, told: LISTENERS.has(lemma), particles })
    list.sort((a, b) => b.particles.length - a.particles.length)
    ENTRIES.set(lemma, list)
  }
}

function addForms(lemma: string): void {
  const [third, past, ing] = (IRREGULAR[lemma]?.split(' ') ?? regularForms(lemma)) as [string, string, string]
  for (const [word, form] of [
    [ing, 'ing'],
    [past, 'past'],
    [third, 'third'],
    [lemma, 'base'],
  ] as const) {
    if (!FORMS.has(word) || form !== 'base') FORMS.set(word, { lemma, form })
  }
  for (const [participle, verb] of Object.entries(PARTICIPLE)) {
    if (verb === lemma) FORMS.set(participle, { lemma, form: 'past' })
  }
}

function regularForms(lemma: string): [string, string, string] {
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma
  const third = /(?:s|sh|ch|x|z)$/.test(lemma) ? `${lemma}es` : `${lemma}s`
  return [third, `${stem}ed`, `${stem}ing`]
}

export interface CueMatch extends CueVerb {
  form: VerbForm
  /** How many further words belong to the verb: 1 for "pointed out". */
  following: number
}

/** What each word may match, with the longest particle first. */
const MATCHES = new Map<string, readonly { particles: readonly string[]; match: CueMatch }[]>(
  [...FORMS].map(([word, { lemma, form }]) => [
    word,
    ENTRIES.get(lemma)!.map(({ particles, ...verb }) => ({
      particles,
      match: { ...verb, form, following: particles.length },
    })),
  ]),
)

/** The reading of `word` as a verb of reporting with the longest particle that `next` completes, or null. */
export function matchCueVerb(word: string, next: (distance: number) => string | undefined): CueMatch | null {
  const matches = MATCHES.get(word)
  if (matches === undefined) return null
  return matches.find(({ particles }) => particles.every((p, i) => next(i + 1) === p))?.match ?? null
}

/** Nouns whose "that"-clause is a report: "his claim that …". */
export const REPORT_NOUNS = new Set(
  `claim claims statement statements assertion assertions allegation allegations suggestion suggestions argument
  warning warnings promise belief beliefs view view opinion contention accusation accusations admission remark
  announcement prediction pledge vow insistence complaint denial conclusion hope hopes fear fears`.split(
    /\s+/,
  ),
)
