import { isPassword, setPassword } from "./change-password";
import { createAccount } from "./create-account";
import { drawInvitation } from "./invitation-token";
import { passwordProblem } from "./password-rules";
import { isPin, setPin } from "./pin";
import { resetSecondFactor } from "./second-factor/second-factor";
import { traceSession } from "./session-trail";
import { drawWayIn } from "./way-in";

/** What use-cases may do with accounts; handed to them, so that they depend on its shape only. */
export const accounts = {
  create: createAccount,
  isPassword,
  setPassword,
  passwordProblem,
  isPin,
  setPin,
  drawInvitation,
  resetSecondFactor,
  traceSession,
  drawWayIn,
} as const;
export type Accounts = typeof accounts;
