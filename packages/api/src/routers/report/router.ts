import { router } from "../../trpc";
import { ask } from "./ask";
import { decide } from "./decide";
import { exportFile } from "./export";
import { list } from "./list";
import { make } from "./make";
import { open } from "./open";
import { take } from "./take";

export const reportRouter = router({ ask, decide, export: exportFile, list, make, open, take });
