/** `scale {pool} {to}` → `scale <pool> <to>`. */
export const readableForm = (form: string): string => form.replace(/\{(\w+)(?:\.\.\.)?\}/g, '<$1>')
