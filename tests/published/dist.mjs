// What the build wrote, read as a host would send it: the pages parsed, and every address below
// the site's resolved to a file.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load } from "cheerio";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** QAWLAN_DIST tests another build than the last. */
export const DIST = process.env.QAWLAN_DIST ?? `${ROOT}dist`;

/** Every file but the compressed copies, its path below dist/ with `/`. */
export const files = new Set(
  readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(DIST.length + 1).replaceAll("\\", "/")),
);

export const bytes = (file) => readFileSync(`${DIST}/${file}`);
export const text = (file) => bytes(file).toString("utf8");

/** An XML file, for questions in the form of selectors; colons in names are escaped. */
export const xml = (file) => load(text(file), { xml: true });

/** Every page: its file, its path below the site's root, its text, and the text parsed. */
export const pages = [...files]
  .filter((file) => file.endsWith(".html"))
  .sort()
  .map((file) => {
    const html = text(file);
    const $ = load(html);
    return { file, path: file.replace(/index\.html$/, ""), html, $, language: $("html").attr("lang") };
  });

/** The bare root, which shows the default language's explorer. */
export const rootPage = pages.find(({ path }) => path === "");

/** The address that the build was given; ends in a slash. */
export const site = rootPage.$("link[rel=canonical]").attr("href").replace(new RegExp(`${rootPage.language}/$`), "");

/** Where a page stands. */
export const urlOf = ({ path }) => site + path;

/**
 * Where an address in a page leads: `file` and `fragment`, or nothing where it leaves the site.
 * An address on the same host that is not below the site has no `file`.
 */
export function target(address, page) {
  const url = new URL(address, urlOf(page));
  if (url.origin !== new URL(site).origin) return undefined;
  const whole = url.origin + url.pathname;
  const path = whole.startsWith(site) ? decodeURIComponent(whole.slice(site.length)) : undefined;
  const file = path?.replace(/(^|\/)$/, "$1index.html");
  return { file, fragment: decodeURIComponent(url.hash.slice(1)) };
}

/** What `fault` finds in each page, said with the page's file. */
export const faulty = (fault, among = pages) =>
  among.flatMap((page) => [fault(page) ?? []].flat().map((words) => `${page.file}: ${words}`));
