import type { Finding, SourceTree } from "../source-tree";

const WORD_LIST = "apps/web/e2e/support/telling-words.json";
const MESSAGES = /^apps\/web\/src\/messages\/([\w-]+)\.json$/;
/** Messages of pages that somebody may see who is not signed in, or to whom a phone was handed. */
const OUTSIDE_NAMESPACES = ["signIn", "lock", "quickExit", "account", "device", "handover"];
const PAGE = /^apps\/web\/src\/app\/.*(page|layout|route)\.tsx?$/;
/** What leaves with every answer, or stays behind on the device. */
const STAYS_BEHIND =
  /^apps\/web\/(src\/server\/(security-headers|preferences|host-cookie)\.ts|src\/app\/(icon\.svg|robots\.ts|layout\.tsx)|src\/features\/quick-exit\/.*|src\/features\/collect\/(draft|draft-store|alert-store|form-lock)\.ts)$|^packages\/auth\/src\/cookie\.ts$/;
const FILE_NAME = /\bfile[nN]ame(?::|=|\()\s*["`](?<name>[^"`]*)/g;
const SCRIPT = /^(apps|packages)\/[^/]+\/src\/.*\.tsx?$/;
const TEST = /\.(test|db-test|fixture)\.tsx?$|\/testing\/|\/demo\//;
const NAMESPACE = /getTranslations\("([\w.]+)"\)/;
const TITLE = /title:\s*(?:\(?await getTranslations\("[\w.]+"\)\)?|t)\("([\w.]+)"/;

/**
 * Nothing that can be seen without being signed in, that stays behind in a history, or that lies in a folder of downloads
 * says what this product is about. What is only known while it runs is looked at by the journeys, with the same words.
 */
export function checkDiscretion(tree: SourceTree): readonly Finding[] {
  if (!tree.paths.includes(WORD_LIST)) return [];
  const telling = tellingWords(tree.read(WORD_LIST));
  const said = (path: string, what: string, text: string): readonly Finding[] => {
    const word = telling.exec(text)?.[0];
    return word === undefined
      ? []
      : [{ rule: "discretion", path, message: `${what} says "${word}": ${text.slice(0, 80)}` }];
  };
  const titles = tree.paths.filter((path) => PAGE.test(path)).flatMap((path) => titleKey(tree.read(path)));
  return tree.paths.flatMap((path) => [
    ...(PAGE.test(path) ? said(path, "An address", path.replace("apps/web/src/app", "").replaceAll("-", " ")) : []),
    ...(STAYS_BEHIND.test(path) ? said(path, "What is seen by anybody", withoutComments(tree.read(path))) : []),
    ...(SCRIPT.test(path) && !TEST.test(path)
      ? [...tree.read(path).matchAll(FILE_NAME)].flatMap((found) =>
          said(path, "A file's name", (found.groups?.name ?? "").replaceAll(/[-_]/g, " ")),
        )
      : []),
    ...(MESSAGES.test(path)
      ? messagesSeen(tree.read(path), titles).flatMap(([key, text]) => said(path, `The message ${key}`, text))
      : []),
  ]);
}

/** The words as one pattern: those of letters as whole words, Chinese ones wherever they stand. */
export function tellingWords(json: string): RegExp {
  const { zh = [], ...others }: Readonly<Record<string, readonly string[]>> = JSON.parse(json);
  const whole = Object.values(others)
    .flat()
    .map((word) => `(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`);
  return new RegExp([...whole, ...zh].join("|"), "iu");
}

function titleKey(source: string): readonly string[] {
  const [namespace, key] = [NAMESPACE.exec(source)?.[1], TITLE.exec(source)?.[1]];
  return namespace === undefined || key === undefined ? [] : [`${namespace}.${key}`];
}

function messagesSeen(json: string, titles: readonly string[]): readonly (readonly [string, string])[] {
  const all = flat(JSON.parse(json), "");
  return all.filter(
    ([key]) =>
      titles.includes(key) ||
      OUTSIDE_NAMESPACES.includes(key.split(".")[0] ?? "") ||
      /^shell\.(notFound|noProgramme|error)/.test(key),
  );
}

function flat(value: unknown, key: string): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[key, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => flat(inner, key === "" ? name : `${key}.${name}`));
}

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
}
