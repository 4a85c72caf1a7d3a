import type { Finding, SourceTree } from "../source-tree";
import { NETWORK, NETWORK_FILES } from "./network";

/** A word or call that belongs only in certain places. */
interface WordRule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Files it is looked for in. */
  readonly where: RegExp;
  /** Files where it is at home. */
  readonly except?: RegExp;
  /** True when the word is also wrong inside a comment. */
  readonly inComments?: true;
  readonly message: string;
}

const TYPESCRIPT = /^(apps|packages)\/.*\.tsx?$/;
const TEST = /\.(test|db-test)\.tsx?$|\/testing\/|\/e2e\//;
const PURE = /^packages\/(domain|statistics|analysis|interchange)\/src\/.*\.tsx?$/;
const SCREEN = /^(apps\/web|packages\/ui)\/src\/.*\.tsx$/;
const SCRIPT = /^(apps|packages|tooling)\/.*\.[cm]?[jt]sx?$/;
const CODE = /^(apps|packages|tooling)\/.*\.([cm]?[jt]sx?|prisma|sql|json|R)$/;

/** Each rule is proven by an example in words.test.ts. */
export const WORD_RULES: readonly WordRule[] = [
  {
    name: "rounding-at-display-only",
    pattern: /\.(toFixed|toPrecision)\(/,
    where: TYPESCRIPT,
    except: /^packages\/(ui|interchange)\/|^apps\/web\/e2e\//,
    message: "Rounding happens in packages/ui and packages/interchange only; keep the raw number until then.",
  },
  {
    name: "environment-in-one-place",
    pattern: /\bprocess\.env\b/,
    where: TYPESCRIPT,
    except:
      /^apps\/web\/src\/(env|instrumentation)\.ts$|\.config\.ts$|\/(bin|scripts)\/|\/prisma\/|\.(test|db-test)\.tsx?$|\/e2e\/|\/testing\//,
    message: "Only apps/web/src/env.ts reads the environment; take the value as an argument.",
  },
  {
    name: "clock-as-argument",
    pattern: /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/,
    where: PURE,
    except: TEST,
    message: "Pure packages take the clock as an argument, so that a rule can be tested on any day.",
  },
  {
    name: "randomness-as-argument",
    pattern: /\bMath\.random\(|\brandomUUID\(|\bgetRandomValues\(/,
    where: PURE,
    except: TEST,
    message: "Pure packages take randomness and ids as arguments, so that a result can be repeated.",
  },
  {
    name: "no-set-config",
    pattern: /\bset_config\(/,
    where: CODE,
    message: "Use SET LOCAL as its own statement: set_config() silently returns nothing on a sharded database.",
  },
  {
    name: "no-join-strategy",
    pattern: /\brelationLoadStrategy\b|"relationJoins"/,
    where: CODE,
    message: "Lateral joins are refused by a sharded database; leave Prisma its default of separate queries.",
  },
  {
    name: "no-database-enum",
    pattern: /^\s*enum\s+\w+\s*\{|\bCREATE TYPE\b.*\bAS ENUM\b/i,
    where: /\.(prisma|sql)$/,
    message: "No database enums: a text column, a check constraint and the list in packages/domain.",
  },
  {
    name: "no-typescript-enum",
    pattern: /^\s*(export\s+)?(declare\s+)?(const\s+)?enum\s+\w+/,
    where: /^(apps|packages|tooling)\/.*\.tsx?$/,
    message: "A list `as const` and a type derived from it say the same and can be looped over.",
  },
  {
    name: "no-silenced-compiler",
    pattern: /@ts-(ignore|nocheck)\b/,
    where: /^(apps|packages|tooling)\/.*\.[cm]?[jt]sx?$/,
    inComments: true,
    message: "Fix the type, or use @ts-expect-error with the reason on the same line.",
  },
  {
    name: "no-skipped-test",
    pattern: /\b(it|test|describe)\.(skip|only|todo|fails)\b|\b(xit|xdescribe|fit|fdescribe)\(/,
    where: /\.(test|db-test|spec)\.tsx?$/,
    message: "A test runs or does not exist. Delete it, or make it pass.",
  },
  {
    name: "no-tautology",
    pattern: /\bexpect(\.soft)?\(\s*(true|false|null|undefined|-?\d[\d_.]*|"[^"]*"|'[^']*'|`[^`$]*`)\s*\)/,
    where: /\.(test|db-test|spec)\.tsx?$/,
    message: "Expect something of the code: a constant is what it is whatever the code does.",
  },
  {
    name: "no-timed-test",
    pattern: /\bwaitForTimeout\(|\bawait (sleep|delay)\(|new Promise\(\(?\w+\)? => setTimeout\(/,
    where: /\.(test|db-test|spec)\.tsx?$/,
    message: "Wait for the thing itself, never for time to pass.",
  },
  {
    name: "nothing-half-made",
    pattern: /\b(TODO|FIXME|XXX)\b/,
    where: /^(apps|packages)\/.*\.([cm]?[jt]sx?|json|md|css|prisma|R)$/,
    inComments: true,
    message:
      "Finish it, or write an issue and leave it out. Generated files are full of these until they are filled in.",
  },
  {
    name: "network-in-few-places",
    pattern: NETWORK,
    where: SCRIPT,
    except: NETWORK_FILES,
    message:
      "Nothing talks to the network but the few files listed in tooling/checks/src/rules/network.ts, all of them to this product itself. Go through the client in apps/web/src/trpc/.",
  },
  {
    name: "no-distinct-query",
    pattern: /\bdistinct\s*:/,
    where: /^(apps|packages)\/.*\.[cm]?tsx?$/,
    message:
      "The client reads every row to leave some out; on a sharded database, of every shard. Use a Set, or groupBy.",
  },
  {
    name: "title-in-metadata",
    pattern: /\bdocument\.title\s*=[^=]/,
    where: TYPESCRIPT,
    // These two take a title away: from a locked page, and from one that somebody leaves in a hurry.
    except: /^apps\/web\/src\/features\/(lock\/idle-lock\.tsx|quick-exit\/leave-quickly\.ts)$/,
    message:
      "Page titles are set by `metadata` of the route, where it can be seen that they say nothing of a diagnosis.",
  },
  {
    name: "translated-text",
    // Plain text between tags is what Biome's noJsxLiterals refuses.
    pattern:
      /\s(aria-label|aria-description|placeholder|title|alt|label)="[^"]*\p{L}{2}|(?<!=)\{"[^"]*\p{L}{2}[^"]*"\}/u,
    where: SCREEN,
    // "doi:" in a citation is the same in every language.
    except: /\.test\.tsx$|^apps\/web\/src\/features\/framework\/source-citation\.tsx$/,
    message: "A word people read or hear comes from apps/web/src/messages, in every language.",
  },
  {
    name: "no-foreign-address",
    pattern: /fonts\.(googleapis|gstatic)|binaries\.prisma\.sh|cdn\.jsdelivr|unpkg\.com|google-analytics/,
    where: /^(apps|packages)\/.*\.([cm]?[jt]sx?|css|json)$/,
    message: "No network besides the package registries: no fonts, engines, scripts or telemetry from elsewhere.",
  },
];

/** This folder names the words in order to forbid them. */
const OWN = /^tooling\/checks\//;

/** Looks for words outside the places where they are at home. */
export function checkWords(tree: SourceTree): readonly Finding[] {
  return tree.paths.flatMap((path) => {
    if (OWN.test(path)) return [];
    const rules = WORD_RULES.filter(({ where, except }) => where.test(path) && except?.test(path) !== true);
    if (rules.length === 0) return [];
    const lines = tree.read(path).split("\n");
    return rules.flatMap(({ name, pattern, message, inComments }) =>
      lines.flatMap((text, index) => {
        const exempt = inComments !== true && /^\s*(\/\/|\*|\/\*)/.test(text);
        return !exempt && pattern.test(text) ? [{ rule: name, path, line: index + 1, message }] : [];
      }),
    );
  });
}
