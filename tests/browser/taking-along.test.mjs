// What is shown, as filtered, can be taken along as a file, and the whole dataset without a script.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, beforeEach } from "node:test";
import { linesOf, references } from "../published/reading-back.mjs";
import { episodes, eventsOfEpisode, manifest, nameOf, plain, statements } from "./records.mjs";
import { eventually, inEachLanguage } from "./reader.mjs";
import { closeBrowser, startSite } from "./support.mjs";

/** What goes wrong with which file; one test sets it, the next starts clean. */
const faults = new Map();
let site;
before(async () => { site = await startSite({ fault: (path) => faults.get(path) }); });
beforeEach(() => faults.clear());
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site };
const withFaults = { ...at, expects: /Failed to load resource/ };

const outbreak = "2022-09-13-outbreak";
const september = "2022-september";
const claims = statements.flatMap(({ claims }) => claims);
const idsOf = (passes) => claims.filter(passes).map(({ id }) => id).sort();
const ofEvents = (...events) => idsOf(({ about }) => events.includes(about?.event));

const section = ({ page, words }) => page.getByRole("region", { name: words.text("take.title") });
const shown = ({ page, words }) => section({ page, words }).getByRole("group", { name: words.text("take.shown") });
const whole = ({ page, words }) => section({ page, words }).getByRole("group", { name: words.text("take.whole") });
const press = (reader, form) => shown(reader).getByRole("button", { name: form, exact: true }).click();
const said = (reader) => reader.page.locator(".taking").getByRole("status");

/** Takes what is shown along: the file's name, its text, and its bytes. */
async function take(reader, form) {
  const [download] = await Promise.all([reader.page.waitForEvent("download"), press(reader, form)]);
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString("utf8") };
}

inEachLanguage("an event is taken along as a table that a spreadsheet opens by itself", at, async ({ lang, visit, words }) => {
  const reader = await visit({ path: `events/${outbreak}/?first=azerbaijan#comparison` });
  const { name, bytes, text } = await take(reader, "CSV");
  assert.equal(name, `${manifest.id}-${outbreak}-${lang}.csv`);
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const lines = linesOf(text);
  assert.deepEqual([...new Set(lines.map(({ claim }) => claim))].sort(), ofEvents(outbreak));
  for (const line of lines) {
    assert.equal(line.link, `${site.url}${lang}/events/${outbreak}/?first=azerbaijan`);
    assert.deepEqual([line.licence, line.data_date, line.corpus], [manifest.licence, manifest.updated, manifest.corpus[lang]]);
  }
  await eventually(async () => assert.equal(plain(await said(reader).innerText()), words.text("static.take-done", { file: name })));
  await reader.heading.click();
  assert.equal(await said(reader).innerText(), "", "what was said goes when the reader goes on");
});

inEachLanguage("an episode takes along the losses in its single events too", at, async ({ visit }) => {
  const reader = await visit({ path: `episodes/${september}/` });
  const { claims: rows } = JSON.parse((await take(reader, "JSON")).text);
  const own = idsOf(({ about }) => about?.episode === september);
  const taken = rows.map(({ claim }) => claim);
  assert.deepEqual(taken.filter((id) => own.includes(id)).sort(), own);
  const others = claims.filter(({ id }) => taken.includes(id) && !own.includes(id));
  assert.ok(others.length > 0 && others.every(({ figures }) => figures.some(({ whose }) => whose?.length)));
});

inEachLanguage("a filtered list takes along the claims of the events that pass, and no others", at, async ({ visit, lang }) => {
  const reader = await visit();
  await reader.choose("episode", nameOf(episodes, "2021-november", lang));
  await reader.seesEvents(eventsOfEpisode("2021-november"));
  const expected = ofEvents(...eventsOfEpisode("2021-november"));
  const { dataset, claims: rows } = JSON.parse((await take(reader, "JSON")).text);
  assert.deepEqual(rows.map(({ claim }) => claim).sort(), expected);
  assert.equal(dataset.link, `${site.url}${lang}/?episode=2021-november`);
  const { features } = JSON.parse((await take(reader, "GeoJSON")).text);
  assert.deepEqual([...new Set(features.map(({ properties }) => properties.claim))].sort(), expected);
  await reader.clearFilters();
  const all = JSON.parse((await take(reader, "JSON")).text).claims.map(({ claim }) => claim);
  assert.deepEqual(all.sort(), idsOf(() => true), "without a filter each claim of the dataset, once");
});

inEachLanguage("what is shown can be cited in every form of citation", at, async ({ visit, words }) => {
  const reader = await visit({ path: `events/${outbreak}/` });
  for (const form of ["BibTeX", "RIS"]) {
    const { text } = await take(reader, form);
    const [dataset, ...own] = references(text);
    assert.equal(dataset.URL, reader.page.url());
    assert.deepEqual(own.map(({ URL }) => URL.split("#claim-")[1]).sort(), ofEvents(outbreak), form);
  }
  const { text } = await take(reader, words.text("take.text"));
  for (const id of ofEvents(outbreak)) assert.ok(text.includes(`#claim-${id}\n`), id);
  const { "@graph": graph } = JSON.parse((await take(reader, "JSON-LD")).text);
  assert.deepEqual(graph.filter((node) => node["@type"] === "Claim").map((node) => node["@id"].split("#claim-")[1]).sort(), ofEvents(outbreak));
});

inEachLanguage("a link to a moment takes along what was known then, and marks what may have been", at, async ({ visit }) => {
  const reader = await visit({ path: `episodes/${september}/?asof=2022-09-13T16:55` });
  const { dataset, claims: rows } = JSON.parse((await take(reader, "JSON")).text);
  assert.equal(dataset.as_of, "2022-09-13T16:55");
  assert.ok(plain(dataset.as_of_note).includes("2022-09-13 16:55"));
  assert.ok(rows.length > 0 && rows.every(({ known_by }) => known_by === "yes" || known_by === "maybe"));
  const sure = rows.filter(({ known_by }) => known_by === "yes");
  assert.ok(sure.every(({ said_latest }) => said_latest <= "2022-09-13T16:55"));
  const page = await visit({ path: `episodes/${september}/` });
  assert.ok(JSON.parse((await take(page, "JSON")).text).claims.length >= rows.length);
});

inEachLanguage("a file that can't be fetched is named, and comes at another try", withFaults, async ({ lang, visit, words }) => {
  const reader = await visit({ path: `events/${outbreak}/` });
  const file = `published/${lang}/claims/events/${outbreak}.json`;
  for (const fault of [{ status: 500 }, { truncate: 0.5 }]) {
    faults.set(file, fault);
    await press(reader, "CSV");
    await eventually(async () => assert.equal(plain(await said(reader).innerText()), words.text("static.take-failed", { file })));
  }
  faults.clear();
  const again = reader.page.locator(".taking").getByRole("button", { name: words.text("load.again") });
  const [download] = await Promise.all([reader.page.waitForEvent("download"), again.click()]);
  const lines = linesOf(await readFile(await download.path(), "utf8"));
  assert.deepEqual([...new Set(lines.map(({ claim }) => claim))].sort(), ofEvents(outbreak));
});

inEachLanguage("the script that can't be fetched is named, and comes at another try", withFaults, async ({ visit, words }) => {
  const reader = await visit({ path: `events/${outbreak}/` });
  const isScript = (path) => /^take-along-[0-9a-f]{16}\.js$/.test(path);
  const asked = [];
  await reader.page.route(/take-along-/, (route) => {
    asked.push(new URL(route.request().url()).pathname.split("/").at(-1));
    return asked.length === 1 ? route.fulfill({ status: 500, body: "" }) : route.continue();
  });
  await press(reader, "CSV");
  const again = reader.page.locator(".taking").getByRole("button", { name: words.text("load.again") });
  await again.waitFor();
  const [download] = await Promise.all([reader.page.waitForEvent("download"), again.click()]);
  assert.ok((await readFile(await download.path(), "utf8")).includes(outbreak));
  assert.ok(asked.length >= 2 && asked.every(isScript), `${asked}`);
});

inEachLanguage("a visit that takes nothing along loads nothing for it", at, async ({ visit }) => {
  const reader = await visit({ path: `events/${outbreak}/` });
  assert.ok(await section(reader).isVisible());
  assert.deepEqual([...reader.responses].filter((address) => /take-along|claims\/|downloads\//.test(address)), []);
});

inEachLanguage("without the app an event is taken along, and a list only as a whole", { ...at, expects: /status of 404.*\.wasm/ }, async ({ lang, visit, words }) => {
  const prepare = (page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  const reader = await visit({ path: `events/${outbreak}/`, prepare });
  await reader.page.locator("html[data-app=failed]").waitFor();
  const { claims: rows } = JSON.parse((await take(reader, "JSON")).text);
  assert.deepEqual(rows.map(({ claim }) => claim).sort(), ofEvents(outbreak));
  const list = await visit({ path: "", prepare });
  await list.page.locator("html[data-app=failed]").waitFor();
  await press(list, "CSV");
  await eventually(async () => assert.equal(plain(await said(list).innerText()), words.text("static.take-many")));
  const link = list.page.locator(".taking").getByRole("link", { name: "CSV" });
  assert.equal(await link.evaluate(({ href }) => href), `${site.url}downloads/qawlan-${lang}.csv`);
});

inEachLanguage("without scripts the whole dataset's files can be taken, and nothing else is offered", at, async ({ lang, visit }) => {
  for (const path of ["", `events/${outbreak}/`, `episodes/${september}/`]) {
    const reader = await visit({ path, javaScriptEnabled: false, width: 360 });
    assert.equal(await section(reader).getByRole("button").count(), 0, path);
    const links = whole(reader).getByRole("link");
    assert.equal(await links.count(), 7);
    assert.deepEqual(await links.evaluateAll((all) => all.map((link) => link.hasAttribute("download"))), Array(7).fill(true));
    for (const address of await links.evaluateAll((all) => all.map(({ href }) => href))) {
      assert.ok(address.startsWith(`${site.url}downloads/qawlan-${lang}.`), address);
      const response = await reader.page.request.get(address);
      assert.equal(response.status(), 200, address);
    }
    const table = await reader.page.request.get(await whole(reader).getByRole("link", { name: "CSV" }).evaluate(({ href }) => href));
    assert.match(table.headers()["content-type"], /^text\/csv; ?charset=utf-8$/i);
    assert.deepEqual([...new Set(linesOf((await table.body()).toString("utf8")).map(({ claim }) => claim))].sort(), idsOf(() => true));
    assert.ok(plain(await section(reader).innerText()).includes(manifest.licence));
  }
});
