import { withoutProgramme } from "@alongside/db/scope/without-programme";
import { IDLE_MINUTES } from "@alongside/domain/access/hold";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { SECOND_FACTOR_NEEDED } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { checkOwnPassword } from "./own-password";

export const setDeviceInput = z.object({
  /** The present password: whoever finds a phone open may not give it a PIN of their own. */
  password: z.string().max(256),
  /** Four to eight digits; null takes the PIN away; absent leaves it as it is. */
  pin: z
    .string()
    .regex(/^\d{4,8}$/, "pin.digits")
    .refine((pin) => !isEasy(pin), "pin.easy")
    .nullable()
    .optional(),
  idleMinutes: z.int().min(IDLE_MINUTES.least).max(IDLE_MINUTES.most),
});

/** Sets the PIN of one's own sessions, and after how many minutes without use they lock. */
export async function setDevice(context: Context, input: z.input<typeof setDeviceInput>): Promise<Result<null>> {
  const parsed = parseInput(setDeviceInput, input);
  if (!parsed.ok) return parsed;
  const { actor, accounts } = context;
  if (actor === null) return fail("signed-out", "session.none");
  if (actor.secondFactor === "waiting") return fail("forbidden", SECOND_FACTOR_NEEDED);
  const { password, pin, idleMinutes } = parsed.value;
  const db = withoutProgramme(context.database);
  const known = await checkOwnPassword(context, actor, password, "password");
  if (!known.ok) return known;
  await accounts.setPin(db, actor.userId, { idleMinutes, ...(pin !== undefined && { pin }) });
  return ok(null);
}

/** One digit again and again, or digits in a row up or down: the first that anybody tries. */
function isEasy(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index])));
  const [step] = steps;
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1;
}
