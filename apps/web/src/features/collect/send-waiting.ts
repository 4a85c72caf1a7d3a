import type { RiskAlert } from "@alongside/domain/instruments/risk-watch";
import type { Draft, DraftPlace } from "./draft";
import { type DraftServer, sendDraft } from "./send-draft";

/** The device as far as sending what waits on it needs it. */
export interface Outbox {
  readonly list: () => Promise<readonly Draft[]>;
  readonly read: (place: DraftPlace) => Promise<Draft | null>;
  readonly keep: (draft: Draft) => Promise<void>;
  readonly drop: (place: DraftPlace) => Promise<void>;
  /** Does the work while no screen has the form; answers false when one has. */
  readonly whileFree: (place: DraftPlace, work: () => Promise<void>) => Promise<boolean>;
  /** Keeps what the server says about risk until somebody has read it. */
  readonly keepAlert: (draft: Draft, risk: RiskAlert) => Promise<void>;
}

/** Why a form is not only refused, but may not be kept either. */
export const WITHDRAWN = "participant.withdrawn";

/** What became of one round. `again`: something still waits and another round may bring it through. */
export interface Round {
  readonly sent: number;
  /** Removed from the device, because the person stepped back or was erased. */
  readonly wiped: number;
  readonly again: boolean;
}

/**
 * Sends a person's forms that wait on this device, the oldest first and one at a time. What is stored leaves the device;
 * what is refused stays with the reason and is not sent again by itself, unless the person stepped back: then it is removed. The first one that gets no answer ends the
 * round: the next would get none either.
 */
export async function sendWaiting(outbox: Outbox, server: DraftServer): Promise<Round> {
  let sent = 0;
  let wiped = 0;
  let unanswered = false;
  let busyElsewhere = false;
  const waiting = (await outbox.list()).filter(isWaiting).toReversed();
  for (const listed of waiting) {
    const free = await outbox.whileFree(listed, async () => {
      // It may have been sent or taken up again since the list was made.
      const draft = await outbox.read(listed);
      if (draft === null || !isWaiting(draft)) return;
      const outcome = await sendDraft(server, draft, draft.toSend);
      switch (outcome.kind) {
        case "stored": {
          const risk = outcome.saved.risk ?? draft.risk;
          if (risk !== null) await outbox.keepAlert(draft, risk);
          await outbox.drop(draft);
          sent += 1;
          return;
        }
        case "refused":
          if (outcome.failure.code === "signed-out") unanswered = true;
          else if (outcome.failure.reason === WITHDRAWN) {
            await outbox.drop(draft);
            wiped += 1;
          } else await outbox.keep({ ...draft, state: "refused", refusal: outcome.failure });
          return;
        case "waiting":
          unanswered = true;
      }
    });
    if (unanswered) break;
    if (!free) busyElsewhere = true;
  }
  return { sent, wiped, again: unanswered || busyElsewhere };
}

function isWaiting({ state }: Draft): boolean {
  return state === "unsent";
}
