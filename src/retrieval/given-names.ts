import { isMistyped } from './recollection.js'

/** Letters that sound the same are one: "karly" and "carly", "phillis" and "phyllis", "jon" and "john". */
const soundOf = (name: string): string =>
  name
    .replace(/ph|f/g, 'v')
    .replace(/ck|c(?![eihy])|q/g, 'k')
    .replace(/g(?=[eiy])/g, 'j')
    .replace(/(?<=[^cst])h/g, '')
    .replace(/y/g, 'i')
    .replace(/(.)\1/g, '$1')
    .replace(/(?<=[in])e$/, '')

/** Whether two lower-case given names that are not the same may be meant for one, by a slip or as they sound. */
export const isSlipOfName = (a: string, b: string): boolean => soundOf(a) === soundOf(b) || isMistyped(a, b)

const EVERYDAY = new Set(
  `art baker bank banks best bill black book brown bush carter chance church cook cross day dean dick don drew faith field
  ford fox frank gay grace grant gray green guy hall hill holiday holly hope house hunt hunter jack joy king lane law
  long love mark may mercy miller moon mother page park pat penny pope price prince ray rice rich rob rock rose sally
  skip smart stone sue summer ward wall west white will wood young`.split(/\s+/),
)

/** Whether a word of a name says something else as often: "bill", "price". */
export const isEverydayWord = (word: string): boolean => word.length < 2 || EVERYDAY.has(word)
