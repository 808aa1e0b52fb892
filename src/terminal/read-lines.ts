import { StringDecoder } from 'node:string_decoder'

export type Line = { text: string } | { tooLong: number }

/**
 * The lines of a stream of UTF-8 (a byte order mark aside), read no faster than they are taken. Of a line of more than `limit` UTF-16 units only
 * the length is kept.
 */
export async function* readLines(
  input: AsyncIterable<Uint8Array | string>,
  limit: number,
): AsyncGenerator<Line> {
  const decoder = new StringDecoder('utf8')
  let kept = ''
  let length = 0
  let isFirst = true
  const keep = (given: string) => {
    const part = isFirst ? given.replace(/^\ufeff/, '') : given
    isFirst &&= given === ''
    length += part.length
    kept = length <= limit ? kept + part : ''
  }
  const take = (): Line => {
    const line = length <= limit ? { text: kept.replace(/\r$/, '') } : { tooLong: length }
    kept = ''
    length = 0
    return line
  }
  for await (const chunk of input) {
    const parts = (typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk))).split('\n')
    for (const [i, part] of parts.entries()) {
      if (i > 0) yield take()
      keep(part)
    }
  }
  keep(decoder.end())
  if (length > 0) yield take()
}
