// A reader whose browser runs no scripts reads everything: the list, each comparison, the page on
// method, and the map as it was drawn at build time.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { bringAxe, runAxe } from "./axe.mjs";
import { allEvents, byId, directions, episodes, events, manifest, nameOf, outlets, parties, paths, places, placesOnMap, plain, sources, statements } from "./records.mjs";
import { inEachLanguage } from "./reader.mjs";
import { closeBrowser, startSite } from "./support.mjs";

let site;
before(async () => { site = await startSite(); });
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site };

const WIDTHS = [360, 1280];
/** Pages that stay as the build made them. */
const STANDING = ["method/", "reports/", "glossary/"];
const outbreak = "2022-09-13-outbreak";
const kinds = ["", `events/${outbreak}/`, "episodes/2022-september/", "method/"];

/** What each test has opened, by width. */
const opened = new WeakMap();

/** Opens a page at a width, in a browser that runs nothing; a test's next one in the same window. */
async function open(visit, path, width) {
  const byWidth = opened.get(visit) ?? new Map();
  opened.set(visit, byWidth);
  const before = byWidth.get(width);
  if (before) {
    await before.page.setViewportSize({ width, height: 800 });
    await before.page.goto(new URL(`${before.lang}/${path}`, site.url).href);
    return before;
  }
  byWidth.set(width, await visit({ path, width, javaScriptEnabled: false }));
  return byWidth.get(width);
}

/** Declares the test for each language; its flow is run on a phone, and for each direction of
 *  writing on a wide screen too. */
function atEachWidth(sentence, flow) {
  inEachLanguage(`without scripts ${sentence}`, at, async (given) => {
    for (const width of directions.includes(given.lang) ? WIDTHS : [WIDTHS[0]]) await flow({ ...given, width });
  });
}

/** What `facts` tells of the elements of a selector that can be seen. */
const seen = (page, selector, facts) => page.locator(selector).filter({ visible: true }).evaluateAll(facts);

atEachWidth("the list shows every event, each with a link to its page", async ({ lang, visit, words, width }) => {
  const reader = await open(visit, "", width);
  await reader.seesEvents(allEvents);
  const { page } = reader;
  const linked = await seen(page, "[data-event-id] a", (all) => all.map(({ pathname }) => pathname));
  for (const id of allEvents) {
    assert.ok(linked.some((path) => path.endsWith(`/${lang}/events/${id}/`)), `${id} has no link at ${width}`);
    const title = plain(byId(events, id).title[lang]);
    assert.ok(plain(await reader.list.innerText()).includes(title), title);
  }
  const said = plain(await reader.found.innerText());
  assert.equal(said, words.count("list.found", allEvents.length));
});

atEachWidth("the map is there, drawn, and names its places", async ({ lang, visit, width }) => {
  for (const [path, shown] of [["", allEvents], [`events/${outbreak}/`, [outbreak]]]) {
    const reader = await open(visit, path, width);
    assert.ok(await reader.page.evaluate(() => matchMedia("(scripting: none)").matches), "the browser says that it runs nothing");
    const map = reader.page.getByRole("img").and(reader.page.locator("svg.static-map"));
    assert.ok(await map.isVisible(), `${path} at ${width}`);
    const name = plain(await map.getAttribute("aria-label"));
    for (const { id } of placesOnMap(shown)) assert.ok(name.includes(plain(nameOf(places, id, lang))), `${name} lacks ${id}`);
    const box = await map.boundingBox();
    assert.ok(box.width > 300 && box.height > 200 && box.x >= 0 && box.x + box.width <= width, JSON.stringify(box));
    assert.ok((await seen(reader.page, ".static-mark", (all) => all.length)) >= placesOnMap(shown).length, "a mark for each place");
  }
});

/** Every claim on a subject, and the reports in which they stand. */
function claimsOn(path) {
  const [kind, id] = path.split("/");
  const about = kind === "events" ? "event" : "episode";
  return statements.flatMap(({ claims }) => claims).filter((claim) => claim.about?.[about] === id);
}

atEachWidth("every comparison can be read: both sides, every claim, every source", async ({ lang, visit, width }) => {
  for (const path of paths.filter((path) => path !== "")) {
    const reader = await open(visit, path, width);
    const { page } = reader;
    const [kind, id] = path.split("/");
    const record = byId(kind === "events" ? events : episodes, id);
    assert.equal(plain(await reader.heading.innerText()), plain(record.title[lang]));

    const rows = await seen(page, "[role=table] [data-topic][data-state]", (all) =>
      all.map((row) => ({
        topic: row.dataset.topic,
        cells: [...row.querySelectorAll("[role=cell][data-party]")].map((cell) => ({
          parties: cell.dataset.party.split(" "),
          isRead: cell.checkVisibility({ visibilityProperty: true }) && cell.innerText.trim() !== "",
          width_px: Math.round(cell.getBoundingClientRect().width),
        })),
      })),
    );
    for (const { topic, cells } of rows) {
      const heard = new Set(cells.flatMap(({ parties }) => parties));
      assert.deepEqual([...heard].sort(), [...manifest.pair].sort(), `${path} ${topic}: both sides have a place`);
      assert.ok(cells.every(({ isRead }) => isRead), `${path} ${topic}: a side can't be read`);
      const widths = cells.filter(({ parties }) => parties.length === 1).map(({ width_px }) => width_px);
      assert.ok(Math.max(...widths, 0) - Math.min(...widths, Infinity) <= 1 || widths.length === 0, `${path} ${topic}: ${widths} px wide`);
    }
    if (rows.length > 0) {
      const columns = await seen(page, "[role=columnheader][data-party]", (all) => all.map((head) => head.dataset.party));
      assert.deepEqual(columns, manifest.pair, path);
      for (const party of manifest.pair) {
        const names = await seen(page, `[role=columnheader][data-party="${party}"]`, (all) => all.map((head) => head.innerText));
        assert.ok(names.some((name) => plain(name).includes(plain(nameOf(parties, party, lang)))), `${path} ${party}`);
      }
    }

    const shown = new Set(await seen(page, "[data-claim-id]", (all) => all.filter((claim) => claim.innerText.trim() !== "").map((claim) => claim.dataset.claimId)));
    for (const claim of claimsOn(path)) assert.ok(shown.has(claim.id), `${path}: ${claim.id} can't be read`);

    const named = plain((await seen(page, "section:has(> #sources)", (all) => all.map((part) => part.innerText))).join(" "));
    for (const report of new Set(claimsOn(path).flatMap(({ appearances }) => appearances.map(({ source }) => source)))) {
      const { outlet, headline } = byId(sources, report);
      assert.ok(named.includes(plain(nameOf(outlets, outlet, lang))), `${path}: ${report}'s outlet`);
      assert.ok(named.includes(plain(headline.text)), `${path}: ${report}'s headline`);
    }
  }
});

atEachWidth("a page that stands as it was made can be read and its contents lead to its sections", async ({ visit, words, width }) => {
  for (const path of STANDING) {
    const reader = await open(visit, path, width);
    const { page } = reader;
    assert.equal(plain(await reader.heading.innerText()), plain(words.text(`static.${path.slice(0, -1)}-title`)));
    const contents = page.getByRole("navigation", { name: words.text("static.contents") }).getByRole("link");
    const links = await contents.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    assert.ok(links.length >= 3, `${path}: ${links}`);
    for (const link of links) {
      const section = page.locator(`section:has(> [id="${link.slice(1)}"])`);
      const [heading, matter] = [await section.locator("h2").innerText(), await section.innerText()];
      assert.ok(plain(matter).length > plain(heading).length + 20, `${path}${link} says nothing`);
    }
  }
});

atEachWidth("nothing is offered that only a script can do, or it is said to need one", async ({ lang, visit, words, width }) => {
  for (const path of kinds) {
    const { page } = await open(visit, path, width);
    const controls = await seen(page, "input, button, select, textarea", (all) => {
      const isSaid = (control) => control.closest("search, form")?.querySelector(".needs-script")?.checkVisibility();
      return all.filter((control) => !isSaid(control)).map((control) => control.outerHTML.slice(0, 120));
    });
    assert.deepEqual(controls, [], `${lang}/${path} at ${width}`);
    // A link that differs from the page in its query alone changes nothing by itself.
    const idle = await seen(page, "a[href]", (all) =>
      all.filter(({ origin, search }) => search !== "" && origin === location.origin).map((link) => link.outerHTML.slice(0, 160)));
    assert.deepEqual(idle, [], `${lang}/${path} at ${width}`);
    const notes = await seen(page, ".needs-script", (all) => all.map((note) => note.innerText));
    if (path === "") assert.deepEqual(notes.map(plain), [words.text("filters.need-script")]);
  }
});

atEachWidth("every link that is shown leads to a page, and in a page to a part of it", async ({ lang, visit, width }) => {
  for (const path of kinds) {
    const { page } = await open(visit, path, width);
    const links = [...new Set(await seen(page, "a[href]", (all) => all.filter(({ origin }) => origin === location.origin).map(({ href }) => href)))];
    assert.ok(links.length > 2, `${lang}/${path} at ${width}`);
    const here = page.url();
    for (const link of links) {
      const url = new URL(link);
      const isHere = url.href.split("#")[0] === here;
      if (isHere && url.hash) assert.equal(await page.locator(`[id="${decodeURIComponent(url.hash.slice(1))}"]`).count(), 1, link);
      else assert.equal((await page.request.get(link)).status(), 200, link);
    }
  }
});

/** What axe looks at, and why not at more: accessibility.test.mjs. */
const LOOKS = {
  360: [{ colorScheme: "dark", forcedColors: "none" }, { colorScheme: "light", forcedColors: "active" }],
  1280: [{ colorScheme: "light", forcedColors: "none" }],
};
atEachWidth("axe finds no fault", async ({ lang, visit, width }) => {
  for (const path of kinds) {
    const { page } = await open(visit, path, width);
    if (width < 1000) await page.setViewportSize({ width: 320, height: 800 });
    await bringAxe(page, { javaScriptEnabled: false });
    for (const media of LOOKS[width]) {
      await page.emulateMedia(media);
      const { held, violations } = await runAxe(page);
      assert.ok(held > 10, "axe has looked");
      assert.deepEqual(violations, [], `${lang}/${path} ${Object.values(media)} at ${width}`);
    }
  }
});

atEachWidth("no page scrolls sideways", async ({ lang, visit, width }) => {
  for (const path of [...paths, ...STANDING]) {
    const reader = await open(visit, path, width);
    const past = await reader.page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
    assert.ok(past <= 0, `${lang}/${path} at ${width}: ${past} px`);
  }
});
