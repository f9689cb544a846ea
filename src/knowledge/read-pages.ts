import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import * as z from 'zod'
import { OperatorError } from '../base/errors.ts'
import type { Page, Section } from './page.ts'

const frontMatter = z.strictObject({
  title: z.string().min(3),
  questions: z.array(z.string().min(3)).min(8),
  terms: z.array(z.coerce.string()).min(1),
  related: z.array(z.string()),
  sources: z.array(z.string().min(3)).min(1),
  reviewed: z.coerce.string().regex(/^\d{4}-\d{2}-\d{2}$/),
})

/**
 * Every page of a domain's `handbook/` folder, sorted by slug. Used by the build and by tests; the installed program
 * reads the index that the build wrote.
 *
 * @throws OperatorError BUG naming the file whose front matter or sections are not in order.
 */
export function readPages(folder: URL, domain: string): Page[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'))
  return files.sort().map((file) => parsePage(readFileSync(new URL(file, folder), 'utf8'), domain, file.slice(0, -3)))
}

/** One Markdown page with its YAML front matter → a Page. */
export function parsePage(markdown: string, domain: string, slug: string): Page {
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(markdown)
  const front = frontMatter.safeParse(parts ? parse(parts[1] ?? '') : undefined)
  if (!front.success) throw new OperatorError('BUG', `The page ${domain}/${slug}: ${z.prettifyError(front.error)}`)
  return { id: `${domain}/${slug}`, domain, slug, ...front.data, sections: sectionsOf(parts?.[2] ?? '') }
}

const sectionsOf = (body: string): Section[] =>
  body
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [heading = '', ...lines] = part.split('\n')
      return { heading: heading.trim(), text: lines.join('\n').trim() }
    })
