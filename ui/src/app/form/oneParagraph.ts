/** What is typed into several lines where the service keeps one: line breaks become spaces. */
export function oneParagraph(typed: string): string {
  return typed.replace(/\s*[\r\n]+\s*/g, ' ')
}
