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
