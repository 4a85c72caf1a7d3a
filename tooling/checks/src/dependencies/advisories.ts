import { z } from "zod";

const advisory = z.object({
  module_name: z.string(),
  severity: z.enum(["info", "low", "moderate", "high", "critical"]),
  title: z.string(),
  url: z.string().default(""),
  vulnerable_versions: z.string().default(""),
});
const report = z.object({ advisories: z.record(z.string(), advisory) });

type Advisory = z.infer<typeof advisory>;

/** What was learned of known weaknesses: a list, or that nobody answered. Silence is not "none". */
export type AdvisoryAnswer =
  | { readonly kind: "answered"; readonly severe: readonly Advisory[]; readonly others: readonly Advisory[] }
  | { readonly kind: "not-answered" };

/** Weaknesses for which a release waits. */
const SEVERE: ReadonlySet<Advisory["severity"]> = new Set(["high", "critical"]);

/** Reads what `pnpm audit --json` printed; anything that is not its report means that no answer was had. */
export function readAdvisories(printed: string): AdvisoryAnswer {
  const parsed = report.safeParse(parseJson(printed));
  if (!parsed.success) return { kind: "not-answered" };
  const all = Object.values(parsed.data.advisories);
  return {
    kind: "answered",
    severe: all.filter(({ severity }) => SEVERE.has(severity)),
    others: all.filter(({ severity }) => !SEVERE.has(severity)),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
