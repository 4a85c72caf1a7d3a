import { router } from "../../trpc";
import { changePassword } from "./change-password";
import { hold } from "./hold";
import { lock } from "./lock";
import { read } from "./read";
import { setDevice } from "./set-device";
import { setLanguage } from "./set-language";
import { unlock } from "./unlock";

export const sessionRouter = router({ changePassword, hold, lock, read, setDevice, setLanguage, unlock });
