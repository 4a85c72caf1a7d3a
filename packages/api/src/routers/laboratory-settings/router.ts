import { router } from "../../trpc";
import { doubts } from "./doubts";
import { history } from "./history";
import { preview } from "./preview";
import { read } from "./read";
import { save } from "./save";

export const laboratorySettingsRouter = router({ doubts, history, preview, read, save });
