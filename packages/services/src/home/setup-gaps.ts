import type { ScopedDb } from "@alongside/db/client";
import type { LocalText } from "@alongside/domain/instruments/local-text";
import { findInstrument } from "@alongside/domain/instruments/registry";

/** What a programme still lacks before people can work with it. */
export type SetupGap =
  | { readonly gap: "no-sites" | "no-cohorts" | "no-baseline" | "no-follow-up" | "no-instruments" | "nobody-collects" }
  /** Published questions that can only be entered by item number, as their wording is not loaded. */
  | { readonly gap: "no-wording"; readonly instrument: LocalText }
  /** Questions that can reveal risk, without a word on what staff do then. */
  | { readonly gap: "no-response-path"; readonly instrument: LocalText };

export interface Setup {
  readonly sites: number;
  readonly cohorts: number;
  readonly timepointKinds: readonly string[];
  readonly uses: readonly {
    readonly instrument: string;
    readonly edition: string;
    readonly hasResponsePath: boolean;
  }[];
  /** `instrument edition` of every wording pack. */
  readonly packs: readonly string[];
  readonly roles: readonly string[];
}

const COLLECTORS = ["evaluator", "clinic-staff"];

/** Names every gap, the ones that stop all work first. Pure. */
export function setupGaps(setup: Setup): readonly SetupGap[] {
  const gaps: SetupGap[] = [];
  if (setup.sites === 0) gaps.push({ gap: "no-sites" });
  if (setup.cohorts === 0) gaps.push({ gap: "no-cohorts" });
  if (!setup.timepointKinds.includes("baseline")) gaps.push({ gap: "no-baseline" });
  if (!setup.timepointKinds.some((kind) => kind !== "baseline")) gaps.push({ gap: "no-follow-up" });
  if (setup.uses.length === 0) gaps.push({ gap: "no-instruments" });
  if (!setup.roles.some((role) => COLLECTORS.includes(role))) gaps.push({ gap: "nobody-collects" });
  for (const { instrument: code, edition, hasResponsePath } of setup.uses) {
    const instrument = findInstrument(code, edition);
    if (instrument === undefined) continue;
    if (instrument.risks.length > 0 && !hasResponsePath) {
      gaps.push({ gap: "no-response-path", instrument: instrument.name });
    }
    const asksQuestions = instrument.kind === "questionnaire" && instrument.wording === "pack";
    if (asksQuestions && !setup.packs.includes(`${code} ${edition}`)) {
      gaps.push({ gap: "no-wording", instrument: instrument.name });
    }
  }
  return gaps;
}

/** Reads what `setupGaps` looks at. */
export async function readSetup(db: ScopedDb, programmeId: string): Promise<Setup> {
  const where = { programmeId, active: true };
  const [sites, cohorts, timepoints, uses, packs, memberships] = await Promise.all([
    db.site.findMany({ where, select: { id: true } }),
    db.cohort.findMany({ where, select: { id: true } }),
    db.timepoint.findMany({ where, select: { kind: true } }),
    db.instrumentUse.findMany({
      where,
      select: { instrument: true, edition: true, responsePath: true },
      orderBy: [{ position: "asc" }, { instrument: "asc" }, { id: "asc" }],
    }),
    db.wordingPack.findMany({ where: { programmeId }, select: { instrument: true, edition: true } }),
    db.membership.findMany({ where: { programmeId, user: { disabledAt: null } }, select: { role: true } }),
  ]);
  return {
    sites: sites.length,
    cohorts: cohorts.length,
    timepointKinds: timepoints.map(({ kind }) => kind),
    uses: uses.map(({ responsePath, ...use }) => ({ ...use, hasResponsePath: responsePath !== null })),
    packs: packs.map(({ instrument, edition }) => `${instrument} ${edition}`),
    roles: memberships.map(({ role }) => role),
  };
}
