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
const widths = [
  { width: 360, height: 740, scale: 1.5 },
  { width: 1280, height: 900, scale: 1 },
];

const views = [
  { name: "explorer", path: "" },
  { name: "map", path: "?view=map" },
  { name: "names", path: "?view=map&names=both" },
  ...episodes.map(({ id, from }) => ({ name: `as-of-${id}`, path: `episodes/${id}/?asof=${from}` })),
  ...events.map((name) => name.replace(/\.json$/, "")).map((id) => ({ name: `event-${id}`, path: `events/${id}/` })),
  ...episodes.map(({ id }) => ({ name: `episode-${id}`, path: `episodes/${id}/` })),
  ...["method", "reports", "glossary"].map((name) => ({ name, path: `${name}/` })),
  ...frames(events[0].replace(/\.json$/, ""), episodes.at(-1).id),
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

mkdirSync("screenshots", { recursive: true });
const site = await startSite();
for (const { name, path, waitForApp } of views) {
  for (const lang of languages) {
    if (!existsSync(`dist/${lang}/${path.split("?")[0]}index.html`)) continue;
    for (const colorScheme of ["light", "dark"]) {
      for (const size of widths) {
        const file = `${name}-${lang}-${colorScheme}-${size.width}.png`;
        if (!only.test(file)) continue;
        const { context, page, errors } = await openPage({ site, lang, path, colorScheme, waitForApp, ...size });
        await scrollThrough(page);
        await page.screenshot({ path: `screenshots/${file}`, fullPage: true });
        await context.close();
        console.log(`screenshots/${file}${errors.length > 0 ? `  ${errors.join("; ")}` : ""}`);
      }
    }
  }
}
await closeBrowser();
await site.stop();
