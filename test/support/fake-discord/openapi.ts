import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

/** What is wrong with a request by Discord's own description, in words; null where nothing is. */
export type RequestCheck = (method: string, path: string, body: unknown) => string | null

interface Description {
  paths: Record<string, Record<string, { requestBody?: { required?: boolean } }>>
}

const escapePointer = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1')

/** Literal parts before parameters, so that `@original` is not taken for a message id. */
function toPattern(path: string): { path: string; pattern: RegExp; parameters: number } {
  const source = path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')
  return { path, pattern: new RegExp(`^${source}$`), parameters: path.split('{').length - 1 }
}

/** Discord.js sends permissions as the documentation has them, a string; the description says integer. */
function tolerated(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(tolerated)
  if (typeof body !== 'object' || body === null || !('default_member_permissions' in body)) return body
  const given = body.default_member_permissions
  return { ...body, default_member_permissions: typeof given === 'string' ? Number(given) : given }
}

function createAjv(description: Description): Ajv2020 {
  const ajv = new Ajv2020({ strict: false })
  formats.default(ajv)
  ajv.addFormat('snowflake', /^\d{1,20}$/)
  ajv.addFormat('nonce', true)
  return ajv.addSchema(description, 'discord')
}

/** `file`: Discord's OpenAPI description as JSON. */
export function loadRequestCheck(file: string): RequestCheck {
  const description = JSON.parse(readFileSync(file, 'utf8')) as Description
  const ajv = createAjv(description)
  const routes = Object.keys(description.paths)
    .map(toPattern)
    .sort((a, b) => a.parameters - b.parameters)
  const validators = new Map<string, ValidateFunction>()
  const validatorFor = (path: string, method: string): ValidateFunction => {
    const pointer = ['paths', path, method, 'requestBody', 'content', 'application/json', 'schema']
    const reference = `discord#/${pointer.map(escapePointer).map(encodeURIComponent).join('/')}`
    const validator = validators.get(reference) ?? ajv.compile({ $ref: reference })
    validators.set(reference, validator)
    return validator
  }
  return (method, path, body) => {
    const verb = method.toLowerCase()
    const route = routes.find(
      ({ path: known, pattern }) => pattern.test(path) && description.paths[known]?.[verb],
    )
    if (!route) return 'no such route in the description'
    const expected = description.paths[route.path]?.[verb]?.requestBody
    if (!expected) return body === undefined ? null : 'a body where there is none'
    if (body === undefined) return expected.required ? 'a body is missing' : null
    const validate = validatorFor(route.path, verb)
    return validate(tolerated(body)) ? null : ajv.errorsText(validate.errors)
  }
}
