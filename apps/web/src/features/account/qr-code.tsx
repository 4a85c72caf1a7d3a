import { encode } from "uqr";

/** A QR code as one path, drawn where the page is made: what it holds reaches no other site. Dark on light in both schemes. */
export function QrCode(props: { readonly text: string; readonly label: string }): React.JSX.Element {
  const { data, size } = encode(props.text, { ecc: "M", border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg role="img" aria-label={props.label} viewBox={`0 0 ${size} ${size}`} width="220" height="220">
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.join("")} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
