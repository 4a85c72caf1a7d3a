import type { Answers } from "@alongside/domain/instruments/answers";
import type { Instrument } from "@alongside/domain/instruments/instrument";
import { alertFor, type RiskAlert, riskWatch } from "@alongside/domain/instruments/risk-watch";
import { readResponsePath } from "../instrument/response-path";

/** The alert these answers raise, with the response path as the programme stored it; null when there is none. */
export function riskAlert(instrument: Instrument, answers: Answers, responsePath: unknown): RiskAlert | null {
  return alertFor(riskWatch(instrument, readResponsePath(responsePath)), answers);
}
