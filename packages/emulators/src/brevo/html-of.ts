const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function htmlOf(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string).replace(/\r?\n/g, '<br>');
}
