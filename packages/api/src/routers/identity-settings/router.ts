import { router } from "../../trpc";
import { read } from "./read";
import { save } from "./save";

export const identitySettingsRouter = router({ read, save });
