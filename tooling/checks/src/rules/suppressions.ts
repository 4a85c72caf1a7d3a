import type { Finding, SourceTree } from "../source-tree";

/** The only lint rules that may be silenced, and in which files. `noExplicitAny` is not among them, and stays out. */
const MAY_BE_SILENCED: Readonly<Record<string, RegExp>> = {
  "lint/a11y/noNoninteractiveTabindex": /^packages\/ui\/src\/primitives\/scroll-region\.tsx$/,
  "lint/a11y/noStaticElementInteractions": /^apps\/web\/src\/features\/file-import\/file-drop\.tsx$/,
  "lint/complexity/noImportantStyles": /^packages\/ui\/src\/theme\/base\.css$/,
  "lint/complexity/useArrowFunction": /^tooling\/bootstrap\/first\.cjs$/,
  "lint/style/noDefaultExport": /^packages\/ui\/src\/css\.d\.ts$/,
  "lint/style/noProcessEnv":
    /^apps\/web\/src\/instrumentation\.ts$|^packages\/(db\/src\/testing\/global-setup|api\/src\/testing\/fuzz-cases)\.ts$/,
  "lint/style/useTemplate": /^tooling\/bootstrap\/first\.cjs$/,
  "lint/suspicious/noDocumentCookie":
    /^apps\/web\/src\/features\/(shell\/app-providers\.tsx|quick-exit\/leave-quickly\.ts)$/,
  "lint/suspicious/noVar": /^tooling\/bootstrap\/first\.cjs$/,
};

const SOURCE = /^(apps|packages|tooling)\/.*\.([cm]?[jt]sx?|css|json)$/;
/** This folder writes suppressions down in order to refuse them. */
const OWN = /^tooling\/checks\//;
const LINTER = /(?:\/\/|\/\*+)\s*biome-ignore(?:-all|-start|-end)?(?:\s+([^\s:(]+))?[^:]*(?::\s*(.*?))?\s*(?:\*\/.*)?$/;
const COMPILER = /(?:\/\/|\/\*+)\s*@ts-expect-error\b[\s:-]*(.*?)\s*(?:\*\/.*)?$/;

/** A reason has words in it; "needed" or "see above" is none. */
const isReason = (text: string): boolean => text.trim().split(/\s+/).length >= 3;

function problemOf(path: string, text: string): string | undefined {
  const linter = LINTER.exec(text);
  if (linter !== null) {
    const [, rule = "everything", reason = ""] = linter;
    const where = MAY_BE_SILENCED[rule];
    if (where?.test(path) !== true) {
      return `${rule} may not be silenced here. Mend the code, or argue for a line in tooling/checks/src/rules/suppressions.ts.`;
    }
    return isReason(reason) ? undefined : `Say after the colon why ${rule} does not hold here.`;
  }
  const compiler = COMPILER.exec(text);
  if (compiler === null || isReason(compiler[1] ?? "")) return undefined;
  return "Say after @ts-expect-error why the compiler is wrong here.";
}

/** A silenced lint rule or compiler error gives its reason, and only rules of the list above may be silenced at all. */
export function checkSuppressions(tree: SourceTree): readonly Finding[] {
  return tree.paths
    .filter((path) => SOURCE.test(path) && !OWN.test(path))
    .flatMap((path) =>
      tree
        .read(path)
        .split("\n")
        .flatMap((text, index) => {
          const message = problemOf(path, text);
          return message === undefined ? [] : [{ rule: "suppressions", path, line: index + 1, message }];
        }),
    );
}
