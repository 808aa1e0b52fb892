import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OnRecordError } from '../../src/errors.js'
import { readDocument } from '../../src/ingest/file.js'
import { findFiles } from '../../src/ingest/find-files.js'
import { temporaryFolder } from '../support/temporary-folder.js'

async function find(paths: readonly string[], folder: string): Promise<string[]> {
  const found: string[] = []
  for await (const { path, error } of findFiles(paths))
    found.push((error?.message ?? path).replaceAll(folder, '.'))
  return found
}

describe('findFiles', () => {
  it('finds articles in folders, however deep, by name, and passes over the rest', async () => {
    const folder = temporaryFolder({
      'b.txt': 'b',
      'B.HTML': 'b',
      'a/deep/er/c.md': 'c',
      'a/d.htm': 'd',
      'b.json': '{}',
      'notes.docx': 'x',
      '.hidden/e.txt': 'e',
      '._b.txt': 'resource fork',
    })
    expect(await find([folder], folder)).toEqual(['./B.HTML', './a/d.htm', './a/deep/er/c.md', './b.txt'])
  })

  it('gives a file once, however often and by whatever way it is named', async () => {
    const folder = temporaryFolder({ 'a/one.txt': '1' })
    symlinkSync(join(folder, 'a'), join(folder, 'b'))
    expect(await find([join(folder, 'a', 'one.txt'), folder, folder], folder)).toEqual(['./a/one.txt'])
  })

  it('does not follow links in circles', async () => {
    const folder = temporaryFolder({ 'a/one.txt': '1' })
    symlinkSync(folder, join(folder, 'a', 'back'))
    symlinkSync(join(folder, 'self'), join(folder, 'self'))
    expect(await find([folder], folder)).toEqual(['./a/one.txt'])
  })

  it('says of each path why it gives nothing, and goes on', async () => {
    const folder = temporaryFolder({ 'a.pdf': 'x', 'a.json': '{}', 'ok.txt': 'x', 'in/b.pdf': 'x' })
    mkdirSync(join(folder, 'empty'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'in', 'gone.txt'))
    const paths = ['missing', 'a.pdf', 'a.json', 'empty', 'in', 'ok.txt'].map(name => join(folder, name))
    expect(await find(paths, folder)).toEqual([
      './missing cannot be read: there is no such file or folder.',
      './a.pdf is not read; articles are .txt, .md, .html or .htm files.',
      './a.json describes an article but is none; articles are .txt, .md, .html or .htm files.',
      './empty holds no .txt, .md, .html or .htm file.',
      './in/gone.txt cannot be read: there is no such file or folder.',
      './ok.txt',
    ])
  })
})

describe('readDocument', () => {
  it('reads a file with the description beside it', async () => {
    const description = {
      title: 'Ferry to stay',
      url: 'https://news.example/ferry',
      publisher: 'The Lindholm Post',
      author: 'Ida Berg',
      publishedAt: '2021-03-23T08:00:00+01:00',
    }
    const folder = temporaryFolder({ 'a.html': '<p>x', 'a.json': `\ufeff${JSON.stringify(description)}` })
    expect(await readDocument(join(folder, 'a.html'), { file: 'a.html' })).toEqual({
      file: 'a.html',
      mediaType: 'html',
      content: '<p>x',
      description,
    })
  })

  it('does without a description', async () => {
    const path = join(temporaryFolder({ 'a.txt': 'x' }), 'a.txt')
    expect(await readDocument(path)).toEqual({ file: path, mediaType: 'text', content: 'x', description: {} })
  })

  const faulty: readonly [json: string, sentence: RegExp][] = [
    ['not json', /a\.json is not JSON/],
    ['[]', /a\.json must hold a JSON object/],
    ['{"titel": "x"}', /a\.json has a field "titel", which is not known; known are title, url/],
    ['{"title": ""}', /a\.json: title must be a line of text, 1 to 1000 characters, got ""/],
    ['{"title": null}', /a\.json: title must be .* got null/],
    ['{"author": 7}', /a\.json: author must be .* got 7/],
    [
      '{"url": "javascript:alert(1)"}',
      /a\.json: url must be an http\(s\) address, got "javascript:alert\(1\)"/,
    ],
    ['{"url": "news.example"}', /a\.json: url must be/],
    [
      '{"publishedAt": "23 March 2021"}',
      /a\.json: publishedAt must be an ISO 8601 date .* got "23 March 2021"/,
    ],
    ['{"publishedAt": "2021-02-30"}', /a\.json: publishedAt must be/],
    ['', /a\.json is empty/],
  ]
  it.each(faulty)('refuses the description %s', async (json, sentence) => {
    const path = join(temporaryFolder({ 'a.txt': 'x', 'a.json': json }), 'a.txt')
    await expect(readDocument(path)).rejects.toThrow(sentence)
    await expect(readDocument(path)).rejects.toBeInstanceOf(OnRecordError)
  })

  it('refuses what is over the limit by its size, unread', async () => {
    const path = join(temporaryFolder({ 'a.txt': 'x'.repeat(2001) }), 'a.txt')
    await expect(readDocument(path, { sizeLimit: 2000 })).rejects.toThrow(/2\.1 kB, and .* at most 2 kB/)
    expect((await readDocument(path, { sizeLimit: 2001 })).content).toHaveLength(2001)
  })

  it.skipIf(process.platform === 'win32')(
    'is not held up by a pipe that is named like an article',
    async () => {
      const path = join(temporaryFolder(), 'a.txt')
      execFileSync('mkfifo', [path])
      await expect(readDocument(path)).rejects.toThrow(/is a pipe, socket or device, not a file/)
    },
  )

  it('refuses endless devices and folders that are named like an article', async () => {
    const folder = temporaryFolder()
    symlinkSync('/dev/zero', join(folder, 'zero.txt'))
    mkdirSync(join(folder, 'folder.txt'))
    await expect(readDocument(join(folder, 'zero.txt'))).rejects.toThrow(/is a pipe, socket or device/)
    await expect(readDocument(join(folder, 'folder.txt'))).rejects.toThrow(/is a folder, not a file/)
  })
})
