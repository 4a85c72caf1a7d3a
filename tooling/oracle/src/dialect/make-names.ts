/** Names as R's make.names makes them: letters, digits, dots and underscores, led by X where the name does not begin with a letter. */
export function makeNames(names: readonly string[]): readonly string[] {
  return names.map((name) => {
    const cleaned = name.replace(/[^\p{L}\p{N}._]/gu, ".");
    return /^(\p{L}|\.(?!\d))/u.test(name) ? cleaned : `X${cleaned}`;
  });
}
