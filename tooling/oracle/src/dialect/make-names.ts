/** Names as R's make.names makes them: letters, digits, dots and underscores, not beginning with a digit. */
export function makeNames(names: readonly string[]): readonly string[] {
  return names.map((name) => {
    const cleaned = name.replace(/[^\p{L}\p{N}._]/gu, ".");
    return /^(\p{L}|\.(?!\d))/u.test(cleaned) ? cleaned : `X${cleaned}`;
  });
}
