import { router } from "../../trpc";
import { add } from "./add";
import { changeRole } from "./change-role";
import { disable } from "./disable";
import { list } from "./list";
import { resetPassword } from "./reset-password";

export const personRouter = router({ add, changeRole, disable, list, resetPassword });
