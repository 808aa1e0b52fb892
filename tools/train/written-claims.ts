import { z } from 'zod'
import { readJsonLines } from './json-lines.js'

/** A political transcript that was written to learn from, with claims about it as fact-checkers word them. */
const writtenSchema = z
  .strictObject({
    /** "SURNAME: sentence", or what happens, in brackets. */
    lines: z.array(z.string().min(1)).min(1),
    claims: z.array(
      z.strictObject({
        text: z.string().min(1),
        /** Which lines say it, from 1. */
        lines: z.array(z.int().positive()).min(1),
      }),
    ),
  })
  .refine(({ lines, claims }) => claims.every(claim => claim.lines.every(line => line <= lines.length)), {
    error: 'a claim must be about lines that are there',
  })

export interface WrittenTranscript {
  /** What is said, without who says it. */
  lines: string[]
  claims: { text: string; lines: number[] }[]
}

const LABEL = /^\p{Lu}[\p{L}'’. -]{1,40}: /u

/** Throws `Error` that names the first line of the file which is no such transcript. */
export const readWrittenClaims = (file: string): WrittenTranscript[] =>
  readJsonLines(file, writtenSchema).map(({ lines, claims }) => ({
    lines: lines.map(line => line.replace(LABEL, '')),
    claims,
  }))
