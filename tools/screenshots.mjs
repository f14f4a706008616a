// `make screenshots`: every kind of view, in every language, narrow and wide, light and dark,
// as screenshots/<view>-<lang>-<scheme>-<width>.png. For looking at: nothing compares them.
//
//   node tools/screenshots.mjs [--only PATTERN]     a regular expression on the file's name

import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { closeBrowser, openPage, scrollThrough, startSite } from "../tests/browser/support.mjs";

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });
const only = new RegExp(values.only);
const records = new URL("../public/data/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, records), "utf8"));

const languages = read("manifest.json").languages.map(({ code }) => code);
const events = readdirSync(new URL("events/", records)).filter((name) => name.endsWith(".json")).sort();
const episodes = read("episodes.json");
/** A page mostly waits: for its files, and for a line that is still. */
const AT_ONCE = 4;
const widths = [
  { width: 360, height: 740, scale: 1.5 },
  { width: 1280, height: 900, scale: 1 },
];

const views = [
  { name: "explorer", path: "" },
  { name: "map", path: "?view=map" },
  { name: "names", path: "?view=map&names=both" },
  ...finding(),
  ...episodes.map(({ id, from }) => ({ name: `as-of-${id}`, path: `episodes/${id}/?asof=${from}` })),
  ...events.map((name) => name.replace(/\.json$/, "")).map((id) => ({ name: `event-${id}`, path: `events/${id}/` })),
  ...episodes.map(({ id }) => ({ name: `episode-${id}`, path: `episodes/${id}/` })),
  ...["method", "reports", "glossary"].map((name) => ({ name, path: `${name}/`, waitForApp: false })),
  ...frames(events[0].replace(/\.json$/, ""), episodes.at(-1).id),
  ...["", `events/${events.at(-1).replace(/\.json$/, "")}/`].map((path) => ({
    name: path ? "printed-event" : "printed-explorer",
    path,
    sizes: [{ width: 688, height: 1000, scale: 1 }], // A4 without its margins.
    reach: (page) => page.emulateMedia({ media: "print" }),
  })),
];

/** What stands in articles, part by part, and the page that offers it. */
function frames(event, episode) {
  const frame = (name, path) => ({ name: `frame-${name}`, path: `embed/${path}`, waitForApp: false });
  return [
    frame("event", `events/${event}/`),
    frame("event-controls", `events/${event}/?controls=on`),
    ...["map", "timeline"].map((view) => frame(`event-${view}`, `events/${event}/?view=${view}`)),
    frame("episode", `episodes/${episode}/`),
    ...["losses", "list"].map((view) => frame(`episode-${view}`, `episodes/${episode}/?view=${view}`)),
    frame("explorer", ""),
    { name: "share", path: `share/events/${event}/`, waitForApp: false },
  ];
}

/** The list while somebody looks for an event, and what the page says when there is none. */
function finding() {
  const type = async (page, text) => {
    await page.locator("#search").click();
    await page.keyboard.type(text, { delay: 30 });
    await page.locator("[role=option]").first().waitFor();
  };
  const without = (file) => (page) => page.route(file, (route) => route.fulfill({ status: 503, body: "" }));
  return [
    { name: "searched", path: `?q=${encodeURIComponent("Lachin")}` },
    { name: "suggested", path: "", reach: (page) => type(page, "gor"), fullPage: false },
    { name: "narrowed", path: `?party=armenia,russia&from=2022-09-01` },
    { name: "none", path: `?q=${encodeURIComponent("zzzzzz")}&party=russia` },
    {
      name: "facets",
      path: "",
      fullPage: false,
      reach: async (page) => {
        const sheet = page.locator(".facets-open");
        if (await sheet.isVisible()) await sheet.click();
        await page.locator(".facets summary").nth(1).click();
      },
    },
    { name: "counted", path: "", reach: (page) => page.locator(".brush-table summary").click() },
    {
      name: "help",
      path: "",
      fullPage: false,
      reach: async (page) => {
        await page.keyboard.press("?");
        await page.locator("dialog[open]").waitFor();
      },
    },
    { name: "unknown", path: "?party=nobody&from=yesterday" },
    { name: "mapless", path: "?view=map", prepare: without("**/base-map.json") },
    { name: "appless", path: "?view=map", prepare: without("**/*.wasm") },
  ];
}

mkdirSync("screenshots", { recursive: true });
const site = await startSite();
const waiting = pictures();
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let next; (next = waiting.shift()); ) await take(next);
  }),
);
await closeBrowser();
await site.stop();

/** Each picture that is asked for: its file, and how to get to what it shows. */
function pictures() {
  return views.flatMap((view) =>
    languages
      .filter((lang) => existsSync(`dist/${lang}/${view.path.split("?")[0]}index.html`))
      .flatMap((lang) => ["light", "dark"].map((colorScheme) => ({ ...view, lang, colorScheme })))
      .flatMap((shown) => (view.sizes ?? widths).map((size) => ({ ...shown, size })))
      .map((shown) => ({ ...shown, file: `${shown.name}-${shown.lang}-${shown.colorScheme}-${shown.size.width}.png` }))
      .filter(({ file }) => only.test(file)),
  );
}

async function take({ file, lang, path, colorScheme, size, waitForApp, prepare, reach, fullPage = true }) {
  const { context, page, errors } = await openPage({ site, lang, path, colorScheme, waitForApp, prepare, ...size });
  await scrollThrough(page);
  await reach?.(page);
  await page.screenshot({ path: `screenshots/${file}`, fullPage });
  await context.close();
  console.log(`screenshots/${file}${errors.length > 0 ? `  ${errors.join("; ")}` : ""}`);
}
