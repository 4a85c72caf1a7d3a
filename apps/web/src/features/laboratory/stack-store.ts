import { del, get, set } from "idb-keyval";
import { isStack, type Stack } from "./stack";

/** Whose stack it is, and where: nobody else who signs in on this device sees it, goes on with it or sends it. */
export interface StackOwner {
  readonly personId: string;
  readonly programmeId: string;
  /** Which of a person's stacks: a plain number, so that the key says nothing about what is in it. */
  readonly place: number;
}

/** The key under which the device keeps a stack; also the name of the lock that keeps it to one page. */
export function stackKey({ personId, programmeId, place }: StackOwner): string {
  return `stack-of:${personId}:${programmeId}:${place}`;
}

/** The stack that is kept on this device, or null. Throws where the browser keeps nothing (private windows). */
export async function readStack(owner: StackOwner): Promise<Stack | null> {
  const found: unknown = await get(stackKey(owner));
  return isStack(found) ? found : null;
}

/** Keeps a stack on this device. */
export async function keepStack(owner: StackOwner, stack: Stack): Promise<void> {
  await set(stackKey(owner), stack);
}

/** Removes a stack from this device. */
export async function dropStack(owner: StackOwner): Promise<void> {
  await del(stackKey(owner));
}
