// When something fails, the page says what, offers another try, and keeps what it has.

import assert from "node:assert/strict";
import { after, before, beforeEach } from "node:test";
import {
  allEvents, byId, episodes, events, eventsOfEpisode, languages, manifest, nameOf, parties, places, plain,
} from "./records.mjs";
import { eventually, inBothDirections } from "./reader.mjs";
import { closeBrowser, startSite } from "./support.mjs";

/** What goes wrong with which file, as the server takes it; one test sets it, the next starts clean. */
const faults = new Map();
let site;
before(async () => { site = await startSite({ fault: (path) => faults.get(path) }); });
beforeEach(() => faults.clear());
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site, expects: /Failed to load resource|Refused to (execute script|apply style)/ };

const outbreak = "2022-09-13-outbreak";
const ceasefire = "2021-11-16-ceasefire";
const title = (id, lang) => byId(events, id).title[lang];
const failures = [{ status: 500 }, { truncate: 0.5 }];

/** The words that name a file that failed. */
async function seesFailureOf(reader, file, key = "load.failed") {
  const alert = reader.page.getByRole("alert").filter({ hasText: file });
  await alert.waitFor();
  const words = reader.words.text(key, { file });
  await eventually(async () => assert.ok(plain(await alert.innerText()).includes(words)));
  return alert;
}

inBothDirections("an event that can't be fetched is named, and comes at another try", at, async ({ lang, visit }) => {
  const reader = await visit();
  const file = `published/${lang}/events/${ceasefire}.json`;
  for (const fault of failures) {
    faults.set(file, fault);
    await reader.selectEvent(title(ceasefire, lang));
    await reader.sees(title(ceasefire, lang));
    await seesFailureOf(reader, file);
    await reader.seesEvents(allEvents);
    faults.clear();
    await reader.tryAgain();
    await reader.seesColumns("armenia", "azerbaijan");
    assert.equal(await reader.page.getByRole("alert").filter({ hasText: file }).count(), 0);
    await reader.selectEvent(title(outbreak, lang));
    await reader.sees(title(outbreak, lang));
  }
});

inBothDirections("while an event can't be fetched the others can be read and the list filtered", at, async ({ lang, visit }) => {
  const reader = await visit();
  const file = `published/${lang}/events/${ceasefire}.json`;
  faults.set(file, { status: 500 });
  await reader.selectEvent(title(ceasefire, lang));
  await seesFailureOf(reader, file);
  await reader.choose("episode", nameOf(episodes, "2021-november", lang));
  await reader.seesEvents(eventsOfEpisode("2021-november"));
  await reader.selectEvent(title("2021-11-16-border-fighting", lang));
  await reader.sees(title("2021-11-16-border-fighting", lang));
  await reader.seesColumns("armenia", "azerbaijan");
  assert.equal(await reader.page.getByRole("alert").filter({ hasText: file }).count(), 0, "what failed is left behind");
});

inBothDirections("the app that can't start names the file and leaves the page whole", at, async ({ lang, visit, words }) => {
  const html = await (await fetch(`${site.url}${lang}/events/${outbreak}/`)).text();
  const wasm = html.match(/[\w-]+_bg\.wasm/)[0];
  const glue = html.match(/app-\w+\.js/)[0];
  const index = `published/${lang}/index.json`;
  const messages = `published/${lang}/messages.json`;
  for (const [file, fault] of [
    [index, { status: 500 }],
    [index, { truncate: 0.5 }],
    [messages, { status: 404 }],
    [messages, { truncate: 0.5 }],
    [`published/${lang}/events/${outbreak}.json`, { truncate: 0.5 }],
    [wasm, { status: 404 }],
    [wasm, { truncate: 0.5 }],
    [glue, { status: 404 }],
  ]) {
    faults.clear();
    faults.set(file, fault);
    const reader = await visit({ path: `events/${outbreak}/`, width: 360, height: 740 });
    await reader.page.locator("html[data-app=failed]").waitFor();
    const alert = reader.page.getByRole("alert").filter({ hasText: words.text("boot.failed") });
    assert.ok(await alert.isVisible(), file);
    const said = plain(await alert.innerText());
    assert.ok(said.includes(file), `${file} is not named in “${said}”`);
    assert.ok(await alert.getByRole("link", { name: words.text("load.again") }).isVisible());
    await reader.sees(title(outbreak, lang));
    await reader.seesColumns("armenia", "azerbaijan");
    assert.ok(await reader.row("who-attacked-first").getByRole("article").first().isVisible());
  }
  faults.clear();
});

inBothDirections("words that came with the page are not taken away because a file failed", at, async ({ lang, visit }) => {
  faults.set(`published/${lang}/events/${outbreak}.json`, { status: 500 });
  const reader = await visit({ path: `events/${outbreak}/` });
  await reader.sees(title(outbreak, lang));
  assert.ok(await reader.row("who-attacked-first").getByRole("article").first().isVisible());
});

/** The page says that its scripts haven't started, and its words are there. */
async function seesNoStart(reader) {
  const { page, words, lang } = reader;
  await page.locator("html[data-app=failed]").waitFor();
  const alert = page.getByRole("alert").filter({ hasText: words.text("boot.failed") });
  await alert.waitFor();
  assert.ok(await alert.getByRole("link", { name: words.text("load.again") }).isVisible());
  await reader.sees(title(outbreak, lang));
  await reader.seesColumns("armenia", "azerbaijan");
  assert.ok(await reader.row("who-attacked-first").getByRole("article").first().isVisible());
  const isSaid = (key) => alert.getByText(words.text(key)).isVisible();
  assert.deepEqual([await isSaid("boot.failed"), await isSaid("boot.stopped")], [true, false]);
  return plain(await alert.innerText());
}

const withoutApp = { ...at, expects: /Content Security Policy|WebAssembly/ };

inBothDirections("a policy that forbids WebAssembly is named and leaves the page whole", withoutApp, async ({ visit }) => {
  const prepare = (page) =>
    page.route("**/", async (route) => {
      const response = await route.fetch();
      const body = await response.text();
      assert.ok(body.includes("'wasm-unsafe-eval'"));
      await route.fulfill({ response, body: body.replace(" 'wasm-unsafe-eval'", "") });
    });
  const reader = await visit({ path: `events/${outbreak}/`, width: 360, prepare });
  assert.match(await seesNoStart(reader), /_bg\.wasm: .*(Content Security Policy|unsafe-eval)/);
});

inBothDirections("a browser without WebAssembly is told so and keeps the page whole", withoutApp, async ({ visit }) => {
  const prepare = (page) => page.addInitScript(() => { delete window.WebAssembly; });
  const reader = await visit({ path: `events/${outbreak}/`, width: 360, prepare });
  assert.match(await seesNoStart(reader), /WebAssembly/);
});

inBothDirections("where storage and history are denied the page works all the same", at, async ({ lang, visit }) => {
  const prepare = (page) =>
    page.addInitScript(() => {
      const deny = () => { throw new DOMException("denied", "SecurityError"); };
      for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get: deny });
      for (const name of ["pushState", "replaceState"]) History.prototype[name] = deny;
    });
  const reader = await visit({ prepare });
  await reader.page.locator("html[data-app=running]").waitFor();
  await reader.choose("episode", nameOf(episodes, "2021-november", lang));
  await reader.seesEvents(eventsOfEpisode("2021-november"));
  await reader.clearFilters();
  await reader.selectEvent(title(outbreak, lang));
  await reader.sees(title(outbreak, lang));
  await reader.seesColumns("armenia", "azerbaijan");
  await reader.swapSides();
  await reader.seesColumns("azerbaijan", "armenia");
  const other = languages.find((code) => code !== lang);
  await reader.switchLanguage(manifest.languages.find(({ code }) => code === other).name);
  await reader.page.locator(`html[lang=${other}][data-app=running]`).waitFor();
  await reader.sees(title(outbreak, other));
  const columns = reader.page.locator("[role=columnheader][data-party]");
  await eventually(async () => assert.equal(await columns.first().getAttribute("data-party"), "azerbaijan"));
});

/** Clicks, and has the app stop at what it then renders, as a fault in it would. */
const stopAt = (locator) =>
  locator.evaluate((element) => {
    const fail = () => { throw new Error("a fault of the test's"); };
    for (const [owner, name] of [[Document.prototype, "createElement"], [Node.prototype, "cloneNode"]]) owner[name] = fail;
    element.click();
  });
const swapLink = (reader) => reader.page.getByRole("link", { name: reader.words.text("tools.swap") });

/** The page says that its scripts have stopped. */
async function seesStop({ page, words }) {
  await page.locator("html[data-app=failed]").waitFor();
  const alert = page.getByRole("alert").filter({ hasText: words.text("boot.stopped") });
  await alert.waitFor();
  const isSaid = (key) => alert.getByText(words.text(key)).isVisible();
  assert.deepEqual([await isSaid("boot.failed"), await isSaid("boot.stopped")], [false, true]);
  return alert;
}
const stopping = { ...at, expects: /RuntimeError|unreachable|a fault of the test's|Failed to load resource/ };

inBothDirections("an app that stops gives back the page it took over, with working links", stopping, async ({ lang, visit, words }) => {
  const reader = await visit({ width: 360 });
  const filter = await reader.openFilter("episode");
  await stopAt(reader.choice(filter, nameOf(episodes, "2021-november", lang)));
  const alert = await seesStop(reader);
  await eventually(async () => assert.deepEqual(await reader.listed(), allEvents));
  assert.ok(await alert.getByRole("link", { name: words.text("load.again") }).isVisible());
  await reader.selectEvent(title(ceasefire, lang));
  await reader.page.locator("html[data-app=running]").waitFor();
  await reader.sees(title(ceasefire, lang));
  await reader.seesColumns("armenia", "azerbaijan");
});

inBothDirections("an app that stops elsewhere leaves the reader there, with that page's words", stopping, async ({ lang, visit }) => {
  const reader = await visit();
  await reader.selectEvent(title(outbreak, lang));
  await reader.seesColumns("armenia", "azerbaijan");
  await stopAt(swapLink(reader));
  await seesStop(reader);
  await reader.sees(title(outbreak, lang));
  await reader.seesColumns("armenia", "azerbaijan");
  assert.equal(reader.address().path, `events/${outbreak}/`);
  assert.match(await reader.page.title(), new RegExp(`^${title(outbreak, lang).slice(0, 6)}`));
  assert.ok((await reader.comparison.getByRole("article").count()) > 5);
  // A step within the page stays within it; Back leads to where the reader was.
  await reader.comparison.getByRole("article").first().getByRole("link").first().click();
  await eventually(() => assert.match(new URL(reader.page.url()).hash, /^#source-/));
  await seesStop(reader);
  await reader.page.goBack();
  await reader.page.goBack();
  await reader.page.locator("html[data-app=running]").waitFor();
  await reader.seesEvents(allEvents);
});

inBothDirections("an app that stops where the server is silent brings the reader back to where they came in", stopping, async ({ lang, visit }) => {
  const reader = await visit();
  await reader.selectEvent(title(outbreak, lang));
  await reader.seesColumns("armenia", "azerbaijan");
  faults.set(`${lang}/events/${outbreak}/`, { status: 500 });
  await stopAt(swapLink(reader));
  await seesStop(reader);
  // The list stands beside an event, too: it doesn't tell that the reader is back.
  await eventually(() => assert.equal(reader.address().path, ""));
  await reader.seesEvents(allEvents);
  const home = reader.page.getByRole("banner").getByRole("link").first();
  assert.equal(await home.evaluate(({ href }) => href), `${site.url}${lang}/`);
});

inBothDirections("another try after a failed start starts the app", at, async ({ lang, visit, words }) => {
  faults.set(`published/${lang}/index.json`, { status: 500 });
  const reader = await visit();
  await reader.page.locator("html[data-app=failed]").waitFor();
  faults.clear();
  await reader.page.getByRole("link", { name: words.text("load.again") }).click();
  await reader.page.locator("html[data-app=running]").waitFor();
  await reader.seesEvents(allEvents);
});

/** Answers a published file with one item spoiled. */
const spoil = (file, change) => (page) =>
  page.route(`**/${file}`, async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    change(json);
    await route.fulfill({ response, json });
  });

/** The notice that counts what was left out of a file, opened. */
async function seesLeftOut(reader, file, count) {
  const words = reader.words.count("notice.left-out", count, { file });
  await eventually(async () => assert.ok(plain(await reader.notices.innerText()).includes(words), words));
  await reader.notices.getByText(file).click();
  return plain(await reader.notices.innerText());
}

inBothDirections("an event that can't be read is left out, counted, and what was wrong is said", at, async ({ lang, visit }) => {
  const file = `published/${lang}/index.json`;
  const reader = await visit({
    prepare: spoil(file, ({ events }) => { events.find(({ id }) => id === ceasefire).when = { from: "soon" }; }),
  });
  await reader.seesEvents(allEvents.filter((id) => id !== ceasefire));
  const said = await seesLeftOut(reader, file, 1);
  assert.match(said, /events/, "which item");
  assert.match(said, /from|when/, "which field");
  await reader.selectEvent(title(outbreak, lang));
  await reader.seesColumns("armenia", "azerbaijan");
});

inBothDirections("several items that can't be read are counted in the language's own plural", at, async ({ lang, visit }) => {
  const file = `published/${lang}/index.json`;
  const reader = await visit({
    prepare: spoil(file, ({ events }) => { for (const event of events.slice(0, 3)) delete event.title; }),
  });
  await eventually(async () => assert.equal((await reader.listed()).length, allEvents.length - 3));
  await seesLeftOut(reader, file, 3);
});

inBothDirections("a claim that can't be read is left out, counted, and the others shown", at, async ({ lang, visit }) => {
  const file = `published/${lang}/events/${outbreak}.json`;
  let spoiled;
  const reader = await visit({
    prepare: spoil(file, ({ statements }) => {
      const claim = statements[0].claims[0];
      spoiled = claim.id;
      claim.position = "sings";
    }),
  });
  await reader.selectEvent(title(outbreak, lang));
  await reader.seesColumns("armenia", "azerbaijan");
  const said = await seesLeftOut(reader, file, 1);
  assert.match(said, /position/, "which field");
  assert.equal(await reader.page.locator(`[data-claim-id="${spoiled}"]`).count(), 0);
  assert.ok((await reader.comparison.getByRole("article").count()) > 5);
});

inBothDirections("a map that can't be drawn says which file failed, and is drawn at another try", at, async ({ lang, visit }) => {
  for (const [file, fault] of [
    ["published/base-map.json", { status: 500 }],
    ["leaflet-1.9.4/leaflet.js", { status: 404 }],
    ["leaflet-1.9.4/leaflet.css", { status: 404 }],
    ["published/base-map.json", { truncate: 0.5 }],
  ]) {
    faults.clear();
    faults.set(file, fault);
    const reader = await visit();
    await reader.map.scrollIntoViewIfNeeded();
    await seesFailureOf(reader, file);
    await reader.seesEvents(allEvents);
    await reader.choose("episode", nameOf(episodes, "2021-november", lang));
    await reader.seesEvents(eventsOfEpisode("2021-november"));
    faults.clear();
    await reader.tryAgain();
    await reader.enterMap();
    assert.equal(await reader.page.getByRole("alert").filter({ hasText: file }).count(), 0);
  }
});

inBothDirections("a search that can't be made is not passed off as nothing found", at, async ({ lang, visit }) => {
  const file = `published/${lang}/search.json`;
  faults.set(file, { status: 500 });
  const reader = await visit();
  // In no title of the event: only the search index knows that it happened at Jermuk.
  await reader.type(nameOf(places, "jermuk", lang));
  await seesFailureOf(reader, file);
  faults.clear();
  await reader.tryAgain();
  await reader.seesEvents([outbreak]);
});

inBothDirections("what was said of the conflict as a whole is missed by name if it can't be fetched", at, async ({ lang, visit }) => {
  const file = `published/${lang}/general.json`;
  faults.set(file, { status: 500 });
  const reader = await visit({ path: `events/${outbreak}/` });
  await reader.page.getByRole("banner").getByRole("link").first().click();
  await seesFailureOf(reader, file);
  await reader.seesEvents(allEvents);
  faults.clear();
  await reader.tryAgain();
  await reader.page.getByRole("heading", { name: reader.words.text("section.general") }).waitFor();
});

/**
 * Notes, frame by frame, whether the reader has seen these words sooner than after half a second: on a
 * busy machine what is fast elsewhere lasts longer, and is rightly seen.
 */
const watchFor = (words) => {
  window.hasSeen = false;
  const since = new Map();
  const look = (now) => {
    for (const element of document.querySelectorAll("[role=status]")) {
      if (!element.textContent.includes(words)) continue;
      if (!since.has(element)) since.set(element, now);
      const isShown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      if (isShown && now - since.get(element) < 450) window.hasSeen = true;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

inBothDirections("a slow line is waited for in sight, after a moment", at, async ({ lang, visit, words }) => {
  const reader = await visit();
  faults.set(`published/${lang}/events/${ceasefire}.json`, { delay: 3000 });
  await reader.page.evaluate(watchFor, words.text("load.loading"));
  await reader.selectEvent(title(ceasefire, lang));
  await reader.sees(title(ceasefire, lang));
  const waiting = reader.page.getByRole("main").getByText(words.text("load.loading"));
  await waiting.waitFor({ state: "visible" });
  assert.ok(!(await reader.page.evaluate(() => window.hasSeen)), "not at once");
  assert.ok(await reader.list.isVisible());
  await reader.seesColumns("armenia", "azerbaijan");
  assert.equal(await waiting.count(), 0);
  const name = nameOf(parties, "armenia", lang);
  assert.ok(await reader.comparison.getByRole("columnheader", { name }).isVisible());
});

inBothDirections("a fast line shows no message of waiting", at, async ({ lang, visit, words }) => {
  const reader = await visit();
  await reader.page.evaluate(watchFor, words.text("load.loading"));
  for (const id of [ceasefire, outbreak, "2022-09-14-bodies"]) {
    await reader.selectEvent(title(id, lang));
    await reader.sees(title(id, lang));
    await reader.seesColumns("armenia", "azerbaijan");
  }
  assert.equal(await reader.page.evaluate(() => window.hasSeen), false);
});
