import { router } from "../../trpc";
import { read } from "./read";
import { saveRule } from "./save-rule";
import { saveWords } from "./save-words";

export const consentSettingsRouter = router({ read, saveRule, saveWords });
