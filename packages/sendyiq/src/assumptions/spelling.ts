/** Of a model field or a spelling: `contact.name` is part of `contact`. */
export function topName(path: string): string {
  return path.split('.', 1).join();
}
