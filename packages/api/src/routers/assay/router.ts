import { router } from "../../trpc";
import { list } from "./list";
import { save } from "./save";
import { setActive } from "./set-active";

export const assayRouter = router({ list, save, setActive });
