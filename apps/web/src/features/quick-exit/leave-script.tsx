/** The script of the quick way out. @param nonce of the page, under which its scripts run */
export function LeaveScript({ nonce }: { readonly nonce: string | undefined }): React.JSX.Element {
  return <script async src="/leave/script" nonce={nonce} />;
}
