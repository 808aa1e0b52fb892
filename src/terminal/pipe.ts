import { z } from 'zod'
import { type CommandServices, type Query, queries } from '../../commands/index.js'
import { OnRecordError } from '../errors.js'
import type { Log } from '../log.js'
import { shorten } from '../wording/shorten.js'
import { type AnswerJson, answerJson } from './answer-json.js'
import { type Output, write } from './output.js'
import { type Line, readLines } from './read-lines.js'

const longestLine = 1_000_000

const terminalAsker = { guildId: null, isModerator: true }

/** Which option of a command the text of a request is. */
const textOptions: Readonly<Record<string, string>> = { 'who-said': 'words', ask: 'question' }

/** Whole numbers that would not come back as they were given are refused. */
const identity = z.union([
  z.string(),
  z.number().refine(id => !Number.isInteger(id) || Number.isSafeInteger(id)),
])

const request = z.strictObject({
  id: identity,
  command: z.enum(Object.keys(textOptions), { error: '“command” must be "who-said" or "ask"' }),
  text: z.string({ error: '“text” must be a string' }),
})

type ReplyLine = { id?: string | number; answer: AnswerJson } | { id?: string | number; error: string }

/** Answers a JSON line by a JSON line, in order, until the input ends. */
export async function pipe(
  input: AsyncIterable<Uint8Array | string>,
  output: Output,
  services: CommandServices,
  log: Log,
): Promise<void> {
  for await (const line of readLines(input, longestLine)) {
    if ('text' in line && line.text.trim() === '') continue
    const reply = await answerLine(line, services, log)
    await write(output, `${JSON.stringify(reply)}\n`)
  }
}

async function answerLine(line: Line, services: CommandServices, log: Log): Promise<ReplyLine> {
  if ('tooLong' in line) {
    return { error: `The line has ${line.tooLong} characters; the most is ${longestLine}.` }
  }
  const parsed = parseJson(line.text)
  if (parsed === undefined) return { error: `The line is not JSON: ${shorten(line.text, 60)}` }
  const id = identityOf(parsed)
  const known = id === undefined ? {} : { id }
  try {
    return { ...known, answer: await answer(parsed, services) }
  } catch (error) {
    if (error instanceof OnRecordError) return { ...known, error: error.message }
    log.error({ err: error, id }, 'a request could not be answered')
    return {
      ...known,
      error: 'The request could not be answered because of a fault in On Record; the log tells more.',
    }
  }
}

async function answer(parsed: unknown, services: CommandServices): Promise<AnswerJson> {
  const { command, text } = checkRequest(parsed)
  const invocation = { command, options: { [textOptions[command] ?? '']: text } }
  return answerJson(await queryNamed(command).ask(invocation, terminalAsker, services))
}

function queryNamed(name: string): Query {
  const query = queries.find(each => each.name === name)
  if (!query) throw new Error(`there is no query ${name}`)
  return query
}

function checkRequest(parsed: unknown) {
  const checked = request.safeParse(parsed)
  if (checked.success) return checked.data
  const faults = checked.error.issues.map(faultOf)
  throw new OnRecordError('bad-input', `A request is {"id", "command", "text"}: ${faults.join('; ')}.`)
}

function faultOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `there is no “${shorten(issue.keys.join('”, “'), 60)}”`
  if (issue.path.length === 0) return 'this is no object'
  return issue.path[0] === 'id' ? '“id” must be a string or a number of at most 15 digits' : issue.message
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function identityOf(parsed: unknown): string | number | undefined {
  if (typeof parsed !== 'object' || parsed === null || !('id' in parsed)) return undefined
  return identity.safeParse(parsed.id).data
}
