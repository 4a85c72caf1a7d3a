import { router } from "../../trpc";
import { correct } from "./correct";
import { history } from "./history";
import { recent } from "./recent";
import { saveGrid } from "./save-grid";
import { secondEnter } from "./second-enter";
import { undo } from "./undo";
import { verify } from "./verify";

export const labResultRouter = router({ correct, history, recent, saveGrid, secondEnter, undo, verify });
