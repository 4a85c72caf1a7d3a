declare module "*.css?raw" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: the shape in which bundlers hand over a style sheet
  export default text;
}
declare module "*.module.css" {
  const classes: Readonly<Record<string, string>>;
  // biome-ignore lint/style/noDefaultExport: the shape in which bundlers hand over a style sheet
  export default classes;
}
declare module "*.css";
