// Searching as a reader does: typing, the suggestions by keyboard and by touch, what is marked, what
// is loaded and when, and what is said when it can't be.

import assert from "node:assert/strict";
import { after, before, beforeEach } from "node:test";
import { bringAxe, runAxe } from "./axe.mjs";
import { allEvents, episodes, eventsAt, nameOf, parties, places } from "./records.mjs";
import { eventually, inBothDirections, inOneLanguage } from "./reader.mjs";
import { closeBrowser, startSite } from "./support.mjs";

const faults = new Map();
let site;
before(async () => { site = await startSite({ fault: (path) => faults.get(path) }); });
beforeEach(() => faults.clear());
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site, expects: /Failed to load resource/ };

const outbreak = "2022-09-13-outbreak";

/** The suggestions, each as the text a reader sees. */
const suggestions = (reader) => reader.page.getByRole("listbox").getByRole("option");

/** The option that the box says is active, and that looks so; none without one. */
async function active(reader) {
  const id = await reader.searchBox.getAttribute("aria-activedescendant");
  const selected = await reader.page.locator("[role=option][aria-selected=true]").evaluateAll((all) => all.map(({ id }) => id));
  assert.deepEqual(selected, id ? [id] : []);
  return id;
}

const isOpen = async (reader) => {
  const isShown = await reader.page.getByRole("listbox").isVisible();
  assert.equal(await reader.searchBox.getAttribute("aria-expanded"), String(isShown));
  return isShown;
};

const marked = (reader, where) =>
  reader.page.locator(`${where} mark`).evaluateAll((all) => all.map(({ textContent }) => textContent));

inBothDirections("a place is found, suggested and chosen without touching a mouse", at, async ({ lang, visit }) => {
  const reader = await visit();
  const { page } = reader;
  const name = nameOf(places, "goris", lang);
  await page.keyboard.press("/");
  await eventually(async () => assert.ok(await reader.searchBox.evaluate((box) => box === document.activeElement)));
  assert.equal(await reader.searchBox.inputValue(), "");
  assert.ok(!(await isOpen(reader)), "nothing is typed");

  await page.keyboard.type(name.slice(0, 4), { delay: 20 });
  await eventually(async () => assert.ok(await isOpen(reader)));
  await reader.seesEvents(eventsAt("goris"));
  assert.ok((await suggestions(reader).first().innerText()).includes(name));
  assert.deepEqual(new Set(await marked(reader, ".card-where")), new Set([name]), "whole words");
  await bringAxe(page);
  assert.deepEqual((await runAxe(page)).violations, []);

  assert.equal(await active(reader), null);
  await page.keyboard.press("ArrowUp");
  const last = (await suggestions(reader).count()) - 1;
  assert.equal(await active(reader), `suggestion-${last}`, "up from the box is the last");
  await page.keyboard.press("ArrowDown");
  assert.equal(await active(reader), null, "down from the last is the box");
  await page.keyboard.press("Escape");
  assert.ok(!(await isOpen(reader)));
  assert.equal(await reader.searchBox.inputValue(), name.slice(0, 4), "the first Escape only closes");
  await page.keyboard.press("ArrowDown");
  assert.equal(await active(reader), "suggestion-0");
  await page.keyboard.press("Enter");
  assert.ok(!(await isOpen(reader)));
  await reader.seesAddress({ path: "", place: "goris" });
  await reader.seesEvents(eventsAt("goris"));
  assert.equal(await reader.searchBox.inputValue(), "");

  await page.keyboard.type("zz/");
  assert.equal(await reader.searchBox.inputValue(), "zz/", "a slash is a slash while typing");
  await page.keyboard.press("Escape");
  assert.equal(await reader.searchBox.inputValue(), "", "closed already: it empties");
  await page.keyboard.type(name);
  await eventually(async () => assert.ok(await isOpen(reader)));
  await page.keyboard.press("Tab");
  assert.ok(!(await isOpen(reader)), "Tab leaves");
});

inOneLanguage("an episode that is suggested is gone to by a tap", at, async ({ lang, visit }) => {
  const reader = await visit({ width: 360 });
  const title = nameOf(episodes, "2021-november", lang);
  await reader.searchBox.click();
  await reader.page.keyboard.type(title);
  await suggestions(reader).filter({ hasText: title }).first().click();
  await reader.sees(title);
  assert.equal(reader.address().path, "episodes/2021-november/");
  assert.equal(await reader.page.getByRole("listbox").count(), 0);
});

inOneLanguage("a name in another script loads that script's languages, and only then", at, async ({ visit }) => {
  const reader = await visit({ lang: "ar" });
  const loaded = () => [...reader.responses].flatMap((url) => /published\/(\w+)\/search\.json$/.exec(url)?.[1] ?? []).sort();
  assert.deepEqual(loaded(), []);
  await reader.type("غوريس");
  await reader.seesEvents(eventsAt("goris"));
  assert.deepEqual(loaded(), ["ar"]);
  await reader.type("Գորիս");
  await eventually(() => assert.deepEqual(loaded(), ["ar", "hy"]));
  await reader.seesEvents(eventsAt("goris"));
  // The hit is in no word that the card shows: a line under it has it, in its own language.
  await eventually(async () => {
    const lines = reader.list.locator(`[data-event-id="${outbreak}"] .card-excerpt [lang=hy]`);
    assert.equal(await lines.count(), 1);
    assert.match(await lines.locator("mark").first().innerText(), /^Գորիս/);
    assert.equal(await lines.getAttribute("dir"), "ltr");
    // Whose words they are stands before them, and so runs the way that they do.
    assert.equal(await lines.locator("bdi").count(), 1);
  });
  await reader.type("العدو يحاول");
  const quotation = reader.list.locator(`[data-event-id="${outbreak}"] .card-excerpt q[lang=ar]`);
  await eventually(async () => assert.equal(await quotation.count(), 1));
  const line = quotation.locator("..");
  assert.ok((await line.innerText()).includes(nameOf(parties, "armenia", "ar")), "no claim without its claimant");
  await reader.type("");
  await reader.seesEvents(allEvents);
  assert.equal(await reader.page.locator("mark").count(), 0);
});

inOneLanguage("another language's texts that can't be had are missed by name, and tried again", at, async ({ visit }) => {
  const file = "published/hy/search.json";
  faults.set(file, { status: 500 });
  const reader = await visit({ lang: "en" });
  const asked = [];
  reader.page.on("request", (request) => asked.push(...(/published\/(\w+)\/search\.json$/.exec(request.url())?.slice(1) ?? [])));
  await reader.type("հրադադար");
  const alert = reader.page.getByRole("alert").filter({ hasText: file });
  await alert.waitFor();
  // Where nothing is found yet, what the page's letters also write is asked for. What failed isn't,
  // until the reader says so.
  await eventually(() => assert.deepEqual([...new Set(asked)].sort(), ["az", "en", "hy"]));
  assert.equal(asked.filter((language) => language === "hy").length, 1);
  faults.clear();
  await reader.tryAgain();
  await eventually(async () => assert.ok((await reader.listed()).length > 0));
  assert.equal(await alert.count(), 0);
});

inOneLanguage("nothing found says what could be tried, and what is typed is only ever text", at, async ({ visit, words }) => {
  const reader = await visit();
  await reader.type("<img src=x onerror=alert(1)>");
  await reader.seesEvents([]);
  const nothing = reader.list.getByText(words.text("search.nothing"));
  await nothing.waitFor();
  assert.equal(await reader.page.locator("img[src=x]").count(), 0);
  await reader.clearFilters();
  await reader.seesEvents(allEvents);
  assert.equal(await nothing.count(), 0);
});
