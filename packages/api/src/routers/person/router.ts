import { router } from "../../trpc";
import { add } from "./add";
import { changeRole } from "./change-role";
import { disable } from "./disable";
import { endSessions } from "./end-sessions";
import { giveWayIn } from "./give-way-in";
import { list } from "./list";
import { resetPassword } from "./reset-password";
import { resetSecondFactor } from "./reset-second-factor";

export const personRouter = router({
  add,
  changeRole,
  disable,
  endSessions,
  giveWayIn,
  list,
  resetPassword,
  resetSecondFactor,
});
