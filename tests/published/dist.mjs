// What the build wrote, read as a host would send it: the pages parsed, and every address below
// the site's resolved to a file.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "cheerio";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** QAWLAN_DIST tests another build than the last. */
export const DIST = process.env.QAWLAN_DIST ?? `${ROOT}dist`;

/** Every file but the compressed copies, its path below dist/ with `/`. */
export const files = new Set(
  readdirSync(DIST, { recursive: true })
    .filter((name) => !/\.(br|gz)$/.test(name) && statSync(join(DIST, name)).isFile())
    .map((name) => name.split(sep).join("/")),
);

export const bytes = (file) => readFileSync(join(DIST, file));
export const text = (file) => bytes(file).toString("utf8");

/** An XML file, for questions in the form of selectors; colons in names are escaped. */
export const xml = (file) => load(text(file), { xml: true });

/** Every document: its file, its path below the site's root, its text, and the text parsed. */
export const documents = [...files]
  .filter((file) => file.endsWith(".html"))
  .sort()
  .map((file) => {
    const html = text(file);
    const $ = load(html);
    return { file, path: file.replace(/index\.html$/, ""), html, $, language: $("html").attr("lang") };
  });

/** What stands in others' pages: frames as they are now. */
export const frames = documents.filter(({ path }) => /^[^/]+\/embed\//.test(path));

/** The site's own pages: neither frames nor pins of them, nor samples of others' pages. */
export const pages = documents.filter(({ path }) => !/^([^/]+\/embed|pinned|samples)\//.test(path));

/** The sample host pages: of newspapers that don't exist, not of the site. */
export const samples = documents.filter(({ path }) => path.startsWith("samples/"));

/** The bare root, which shows the default language's explorer. */
export const rootPage = pages.find(({ path }) => path === "");

/** The address that the build was given; ends in a slash. */
export const site = rootPage.$("link[rel=canonical]").attr("href").replace(new RegExp(`${rootPage.language}/$`), "");

/** Where a page stands. */
export const urlOf = ({ path }) => site + path;

/** What relative addresses are tried below, since dist/ must work under any path. */
const ANYWHERE = "http://any.host/some/where/";

/**
 * Where an address in a page leads: `file` and `fragment`, or nothing where it leaves the site.
 * An address that climbs out of the site's folder has no `file`.
 */
export function target(address, { path }) {
  const root = URL.canParse(address) ? site : ANYWHERE;
  const url = new URL(address, root + path);
  if (url.origin !== new URL(root).origin) return undefined;
  const whole = url.origin + url.pathname;
  const below = whole.startsWith(root) ? decodeURIComponent(whole.slice(root.length)) : undefined;
  const file = below?.replace(/(^|\/)$/, "$1index.html");
  return { file, fragment: decodeURIComponent(url.hash.slice(1)) };
}

/** What `fault` finds in each page, said with the page's file. */
export const faulty = (fault, among = pages) =>
  among.flatMap((page) => [fault(page) ?? []].flat().map((words) => `${page.file}: ${words}`));
