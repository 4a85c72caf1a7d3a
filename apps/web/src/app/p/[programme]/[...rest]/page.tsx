import { notFound } from "next/navigation";

/** Any other address inside a programme is answered inside its frame. */
export default function Rest() {
  notFound();
}
