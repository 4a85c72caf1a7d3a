import type { Finding, SourceTree } from "../source-tree";

/** Everything people read: translations, text of the domain, and codes and words of the analyses. */
const WHERE = /^(apps\/web\/src\/messages\/[\w-]+\.json|(apps|packages)\/[\w-]+\/src\/.*\.tsx?)$/;
const TEST = /\.(test|db-test)\.tsx?$|\/testing\//;

/** The claim that nothing happened, in the languages of the product. Absence of evidence never supports it. */
const CLAIM =
  /\bno[ -](statistically significant )?effects?\b|\bwithout (any )?effect\b|\bineffective\b|没有效果|没有作用|毫无效果|无效果/giu;
/** What turns the claim into its denial, somewhere before it in the same clause. */
const DENIAL =
  /\b(not|never|nor|cannot|neither|refuses?)\b|n[’']t\b|不(等于|意味|表示|代表|能|应|可|要|是)|并非|绝非|勿/iu;
const CLAUSE_END = /[.!?;,:。！？；，：]/u;

/**
 * Nothing the product says may claim that support does nothing: a result that is unclear is called unclear. Clauses that
 * deny the claim ("never read as no effect") are at home anywhere, and comments of programs are not read by users.
 */
export function checkNullWords(tree: SourceTree): readonly Finding[] {
  return tree.paths
    .filter((path) => WHERE.test(path) && !TEST.test(path))
    .flatMap((path) =>
      tree
        .read(path)
        .split("\n")
        .flatMap((text, index) => {
          if (/^\s*(\/\/|\*|\/\*)/.test(text)) return [];
          const claimed = [...text.matchAll(CLAIM)].some(({ index: at }) => !isDenied(text.slice(0, at)));
          const message = "An unclear result is never called an absent effect; say what the interval holds.";
          return claimed ? [{ rule: "null-words", path, line: index + 1, message }] : [];
        }),
    );
}

function isDenied(before: string): boolean {
  return DENIAL.test(before.split(CLAUSE_END).at(-1) ?? "");
}
