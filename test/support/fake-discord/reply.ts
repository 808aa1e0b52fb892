/** What Discord answers to a request. */
export interface HttpReply {
  status: number
  json?: unknown
  headers?: Record<string, string>
}

export const ok = (json: unknown): HttpReply => ({ status: 200, json })

export const noContent: HttpReply = { status: 204 }

/** Discord's form of an error: its own code beside the status. */
export const refuse = (status: number, code: number, message: string, errors?: unknown): HttpReply => ({
  status,
  json: errors === undefined ? { message, code } : { message, code, errors },
})

export const invalidForm = (faults: readonly string[]): HttpReply =>
  refuse(400, 50035, 'Invalid Form Body', {
    _errors: faults.map(message => ({ code: 'BASE_TYPE_BAD', message })),
  })
