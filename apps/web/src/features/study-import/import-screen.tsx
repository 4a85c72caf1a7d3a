"use client";

import { ExampleCards } from "./example-cards";
import { ImportList } from "./import-list";
import type { Destination } from "./study-import-views";
import { UploadForm } from "./upload-form";

/** Where an import begins: a file of one's own, or a published study that comes with the product. */
export function ImportScreen(props: {
  readonly programmeId: string;
  readonly base: string;
  readonly destination: Destination;
}): React.JSX.Element {
  return (
    <>
      <UploadForm {...props} />
      <ExampleCards programmeId={props.programmeId} />
      <ImportList {...props} />
    </>
  );
}
