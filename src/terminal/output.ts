import { once } from 'node:events'

export type Output = NodeJS.WritableStream

/** Writes, and waits where the reader is slower than we are. */
export async function write(output: Output, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain')
}
