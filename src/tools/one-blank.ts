/** Text with plain quotes, one blank between words and no empty lines; line breaks stay, and no run of blanks slows a pattern. */
export const oneBlank = (text: string): string =>
  text
    .replace(/[‘’′]/g, "'")
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
