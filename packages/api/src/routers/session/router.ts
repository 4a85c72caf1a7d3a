import { router } from "../../trpc";
import { changePassword } from "./change-password";
import { read } from "./read";

export const sessionRouter = router({ changePassword, read });
