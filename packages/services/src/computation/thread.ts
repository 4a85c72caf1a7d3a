import { parentPort } from "node:worker_threads";
import { answerParts } from "./answer-parts";
import { TASKS } from "./tasks";

// The program of a thread that does long computations.
if (parentPort !== null) answerParts(parentPort, TASKS);
