import { Button } from "@alongside/ui/primitives/button";

/** Ends the session with a plain form post. */
export function SignOutForm({ label }: { readonly label: string }): React.JSX.Element {
  return (
    <form method="post" action="/sign-out">
      <Button type="submit">{label}</Button>
    </form>
  );
}
