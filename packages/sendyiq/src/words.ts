/** The word of ours that the vendor's word stands for; case and punctuation do not count. */
export function wordFor<W extends string>(table: Readonly<Record<W, readonly string[]>>, word: string): W | undefined {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  return (Object.keys(table) as W[]).find((ours) => table[ours].includes(plain));
}
