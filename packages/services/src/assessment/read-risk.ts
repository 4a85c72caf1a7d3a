import type { Tx } from "@alongside/db/client";
import type { Answers } from "@alongside/domain/instruments/answers";
import { findInstrument } from "@alongside/domain/instruments/registry";
import type { RiskAlert } from "@alongside/domain/instruments/risk-watch";
import { riskAlert } from "./risk-alert";

interface Sheet {
  readonly instrument: string;
  readonly edition: string;
  readonly answers: Answers;
}

/** Finds the alert that an answered sheet raises, with the response paths a programme has agreed on. */
export async function riskReader(tx: Tx, programmeId: string): Promise<(sheet: Sheet) => RiskAlert | null> {
  const uses = await tx.instrumentUse.findMany({
    where: { programmeId },
    select: { instrument: true, edition: true, responsePath: true },
  });
  return ({ instrument: code, edition, answers }) => {
    const instrument = findInstrument(code, edition);
    if (instrument === undefined) return null;
    const use = uses.find((one) => one.instrument === code && one.edition === edition);
    return riskAlert(instrument, answers, use?.responsePath);
  };
}
