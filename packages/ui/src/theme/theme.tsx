import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

const teal: MantineColorsTuple = [
  "#eef6f4",
  "#dcebe7",
  "#b9d8d1",
  "#93c3ba",
  "#74c7bb",
  "#3f948b",
  "#1f766f",
  "#115e59",
  "#0b4a46",
  "#073633",
];
const stone: MantineColorsTuple = [
  "#faf6ef",
  "#f2ece1",
  "#e2d9ca",
  "#cfc5b3",
  "#a89e8d",
  "#8a8172",
  "#6d675c",
  "#4d4a43",
  "#33312c",
  "#1f1e1b",
];
const night: MantineColorsTuple = [
  "#ece7dc",
  "#b9beb6",
  "#9aa39d",
  "#7f8a87",
  "#4a5452",
  "#343b3a",
  "#262c2c",
  "#1f2424",
  "#171b1b",
  "#121616",
];

/** The component library, wearing Alongside's tokens (tokens.css). */
export const theme = createTheme({
  primaryColor: "teal",
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  colors: { teal, gray: stone, dark: night },
  white: "#fffdf9",
  black: "#1d2a2b",
  fontFamily: "var(--font-text)",
  fontFamilyMonospace: "var(--font-mono)",
  headings: {
    fontFamily: "var(--font-title)",
    fontWeight: "600",
    textWrap: "balance",
    sizes: {
      h1: { fontSize: "var(--text-2xl)", lineHeight: "1.2" },
      h2: { fontSize: "var(--text-xl)", lineHeight: "1.25" },
      h3: { fontSize: "var(--text-lg)", lineHeight: "1.35" },
    },
  },
  fontSizes: { xs: "0.8125rem", sm: "0.9rem", md: "1rem", lg: "1.125rem", xl: "1.375rem" },
  defaultRadius: "md",
  radius: { xs: "2px", sm: "4px", md: "8px", lg: "14px", xl: "24px" },
  cursorType: "pointer",
  respectReducedMotion: true,
  shadows: { sm: "var(--shadow-1)", md: "var(--shadow-2)" },
});

/** Points the library's own variables at the tokens, so that light and dark are decided in one place. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    "--mantine-color-body": "var(--surface)",
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-dimmed": "var(--ink-soft)",
    "--mantine-color-error": "var(--danger)",
    "--mantine-color-placeholder": "var(--ink-faint)",
    "--mantine-color-anchor": "var(--accent)",
    "--mantine-color-default": "var(--surface)",
    "--mantine-color-default-hover": "var(--sunken)",
    "--mantine-color-default-border": "var(--line)",
    "--mantine-color-default-color": "var(--ink)",
    "--mantine-primary-color-contrast": "var(--on-accent)",
    "--input-bd": "var(--line-strong)",
  },
  light: {},
  dark: {},
});
