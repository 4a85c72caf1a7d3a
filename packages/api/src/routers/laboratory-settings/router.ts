import { router } from "../../trpc";
import { history } from "./history";
import { preview } from "./preview";
import { read } from "./read";
import { save } from "./save";

export const laboratorySettingsRouter = router({ history, preview, read, save });
