/** Words that R, SPSS or Stata keep for themselves. */
const RESERVED = new Set(
  (
    "all and by eq ge gt le lt ne not or to with if in using _all _b _n byte double float int long str " +
    "else repeat while function for next break true false null inf nan na"
  ).split(" "),
);

/** Stata takes 32 characters; R and SPSS more. */
const LONGEST = 32;

/**
 * A name for each key that R, SPSS and Stata take as it is: small letters, digits and underscores, a letter first, no reserved
 * word, all different. The same keys in the same order give the same names.
 * @param keys such as "gad7/total"
 */
export function variableNames(keys: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const key of new Set(keys)) {
    const stem = stemOf(key);
    let name = stem;
    for (let at = 2; taken.has(name); at += 1) {
      const end = `_${at}`;
      name = stem.slice(0, LONGEST - end.length) + end;
    }
    taken.add(name);
    names.set(key, name);
  }
  return names;
}

function stemOf(key: string): string {
  const plain = key
    .replace(/^measure\//, "")
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "")
    .slice(0, LONGEST)
    .replace(/_+$/, "");
  if (plain === "") return "score";
  return /^[a-z]/.test(plain) && !RESERVED.has(plain) ? plain : `v_${plain}`.slice(0, LONGEST);
}
