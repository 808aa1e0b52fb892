import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFolder } from '../../src/store/make-folder.js'
import { temporaryFolder } from '../support/temporary-folder.js'

describe('makeFolder', () => {
  it('makes a folder with those that lead to it, and leaves one that is there', () => {
    const folder = join(temporaryFolder(), 'a/b/c')
    makeFolder(folder)
    makeFolder(folder)
    expect(existsSync(folder)).toBe(true)
  })

  it.each(['/proc/on-record/data', '/dev/null/data'])('throws where the system refuses it: %s', folder => {
    expect(() => makeFolder(folder)).toThrow()
  })

  it('throws where a file is in its way', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    expect(() => makeFolder(join(folder, 'file/data'))).toThrow()
  })
})
