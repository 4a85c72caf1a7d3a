import { router } from "../../trpc";
import { changePassword } from "./change-password";
import { read } from "./read";
import { setLanguage } from "./set-language";

export const sessionRouter = router({ changePassword, read, setLanguage });
