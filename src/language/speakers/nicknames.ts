/** Short forms of English given names; each line is one name with those it is called by. */
const GROUPS = `abraham abe|albert al bert|alexander alex sandy|alexandra alex sandra|alfred al fred|andrew andy drew|anthony tony
antony tony|arthur art|barbara barb|barack barry|benjamin ben benny|bernard bernie|catherine cathy kate katie|charles charlie chuck
christine chris christy|christina chris tina|christopher chris|clifford cliff|cynthia cindy|daniel dan danny|david dave|deborah deb debbie debra
dennis denny|donald don donnie|dorothy dot|douglas doug|edward ed eddie ted ned|edwin ed|eleanor ellie|elizabeth liz beth betsy betty lizzie
eugene gene|florence flo|frances fran|francis frank|franklin frank|frederick fred freddie|gabriel gabe|geoffrey geoff|gerald gerry jerry
gregory greg|harold hal harry|henry harry hank|herbert herb|irving irv|jacob jake|james jim jimmy jamie|janet jan|jeffrey jeff|jennifer jen jenny
jeremy jerry|jerome jerry|john jack johnny|jonathan jon|joseph joe joey|joshua josh|judith judy|katherine kathy kate katie|kathleen kathy
kenneth ken kenny|kimberly kim|lawrence larry|laurence larry|leonard len leo|leroy roy|louis lou|margaret maggie meg peggy|martin marty
matthew matt|maurice maury|melvin mel|michael mike mick mickey|michelle shelly|mitchell mitch|nancy nan|nathan nate|nathaniel nate|nicholas nick
norman norm|pamela pam|patricia pat patty tricia|patrick pat paddy|peter pete|philip phil|phillip phil|randall randy|raymond ray|rebecca becky
reginald reggie|richard dick rich rick ricky|robert bob bobby rob robbie|roger rodge|ronald ron ronnie|rudolph rudy|russell russ|samantha sam
samuel sam sammy|sandra sandy|sidney sid|solomon sol|stanley stan|stephanie steph|stephen steve|steven steve|stuart stu|susan sue susie
suzanne sue|terence terry|terrence terry|theodore ted teddy|theresa terry|thomas tom tommy|timothy tim timmy|valerie val|vernon vern
victor vic|victoria vicky|vincent vince vinny|virginia ginny|walter walt|wesley wes|william bill billy will willie liam|zachary zach`

const NAMES_OF = new Map<string, readonly number[]>()
const FIRST: string[] = []

for (const [index, group] of GROUPS.split(/[\n|]/).entries()) {
  FIRST.push(group.split(' ')[0]!)
  for (const name of group.split(' ')) NAMES_OF.set(name, [...(NAMES_OF.get(name) ?? []), index])
}

/** The names that a lower-case given name may be short for, itself left out: "pat" → patricia, patrick. */
export const fullNamesOf = (name: string): readonly string[] =>
  (NAMES_OF.get(name) ?? []).map(group => FIRST[group]!).filter(first => first !== name)

/** Whether one lower-case given name is a usual short form of the other, or both are of a third. */
export function isNickname(a: string, b: string): boolean {
  const groups = NAMES_OF.get(b)
  return groups !== undefined && (NAMES_OF.get(a)?.some(group => groups.includes(group)) ?? false)
}
