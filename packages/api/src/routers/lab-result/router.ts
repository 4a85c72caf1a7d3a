import { router } from "../../trpc";
import { history } from "./history";
import { recent } from "./recent";
import { saveGrid } from "./save-grid";

export const labResultRouter = router({ history, recent, saveGrid });
