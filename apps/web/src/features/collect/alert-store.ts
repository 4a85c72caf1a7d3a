import type { RiskAlert } from "@alongside/domain/instruments/risk-watch";
import { del, entries, set } from "idb-keyval";
import type { Draft, DraftOwner } from "./draft";

/** An alert that came back for a form sent in the background, and that its sender has not read yet. */
export interface UnreadAlert {
  readonly assessmentId: string;
  readonly risk: RiskAlert;
  readonly shown: Pick<Draft["shown"], "code" | "timepoint" | "title">;
}

const prefixOf = ({ personId, programmeId }: DraftOwner) => `alert-of:${personId}:${programmeId}:`;

/** Keeps an alert on this device, so that it outlasts the page, until it is read. */
export async function keepAlert(draft: Draft, risk: RiskAlert): Promise<void> {
  const { code, timepoint, title } = draft.shown;
  const alert: UnreadAlert = { assessmentId: draft.assessmentId, risk, shown: { code, timepoint, title } };
  await set(`${prefixOf(draft)}${draft.assessmentId}`, alert);
}

/** Removes an alert that was read. */
export async function dropAlert(owner: DraftOwner, assessmentId: string): Promise<void> {
  await del(`${prefixOf(owner)}${assessmentId}`);
}

/** The alerts a person has not read yet. */
export async function listAlerts(owner: DraftOwner): Promise<readonly UnreadAlert[]> {
  const prefix = prefixOf(owner);
  const held = await entries<string, unknown>();
  return held.flatMap(([key, value]) => (String(key).startsWith(prefix) && isAlert(value) ? [value] : []));
}

function isAlert(value: unknown): value is UnreadAlert {
  if (typeof value !== "object" || value === null) return false;
  const record = value as Partial<Record<keyof UnreadAlert, unknown>>;
  return typeof record.assessmentId === "string" && isObject(record.risk) && isObject(record.shown);
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
