/** What went wrong, as a word that programs can compare. */
export type ErrorCode =
  | 'bad-input'
  | 'bad-config'
  | 'unreadable'
  | 'not-found'
  | 'no-permission'
  | 'store-busy'
  | 'store-broken'
  | 'unavailable'

/**
 * A fault whose message is a sentence for the reader: what was given, what is wrong with it, what to do.
 * Anything thrown that is not an `OnRecordError` is a defect of ours and is shown as a reference only.
 */
export class OnRecordError extends Error {
  override readonly name = 'OnRecordError'
  constructor(
    readonly code: ErrorCode,
    sentence: string,
    options?: ErrorOptions,
  ) {
    super(sentence, options)
  }
}
