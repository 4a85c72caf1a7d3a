import type { MetadataRoute } from "next";

/** This is not a place for search engines. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", disallow: "/" } };
}
