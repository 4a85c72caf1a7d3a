/** Mantine's own preset: `light-dark()`, `rem()` and the `hover` mixin in CSS modules. */
export default { plugins: { "postcss-preset-mantine": {} } };
