// Choosing an event or an episode, and reading what both sides said.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { byId, eventsOfEpisode, episodes, events, manifest, nameOf, outlets, parties, plain, sources } from "./records.mjs";
import { eventually, inBothDirections, inEachLanguage, named } from "./reader.mjs";
import { closeBrowser, startSite } from "./support.mjs";

let site;
before(async () => { site = await startSite(); });
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site };

const outbreak = "2022-09-13-outbreak";
const title = (id, lang) => byId(events, id).title[lang];
const seen = async (locator) => plain(await locator.innerText());

inEachLanguage("an event chosen from the list shows what each side said, in columns of their names", at, async ({ lang, visit, words }) => {
  const reader = await visit();
  await reader.selectEvent(title(outbreak, lang));
  await reader.sees(title(outbreak, lang));
  await reader.seesAddress({ path: `events/${outbreak}/` });
  await reader.seesColumns("armenia", "azerbaijan");
  await eventually(async () => assert.equal(await reader.page.evaluate(() => document.activeElement.tagName), "H1", "the heading is read out"));
  assert.ok(plain(await reader.page.title()).startsWith(title(outbreak, lang)));

  for (const party of ["armenia", "azerbaijan"]) {
    const name = nameOf(parties, party, lang);
    assert.equal(await reader.comparison.getByRole("columnheader", { name }).count(), 1, name);
  }
  const row = reader.row("who-attacked-first");
  assert.equal(await row.getAttribute("data-state"), "each-blames-the-other");
  const head = await seen(row.getByRole("rowheader"));
  assert.ok(head.includes(words.text("state.each-blames-the-other")), head);
  assert.ok(head.includes(words.text("reason.each-blames")), head);
  for (const party of ["armenia", "azerbaijan"]) {
    const cell = row.getByRole("cell").and(reader.page.locator(`[data-party=${party}]`));
    assert.ok((await cell.getByRole("article").count()) > 0, `${party} is not heard`);
  }
});

inEachLanguage("every row says in words what its comparison found and why", at, async ({ visit, words }) => {
  for (const path of [`events/${outbreak}/`, "episodes/2022-september/", "events/2020-10-01-civilian-victims/"]) {
    const reader = await visit({ path, width: 360 });
    const rows = await reader.comparison.locator("[data-topic][data-state]").all();
    assert.ok(rows.length > 0, path);
    for (const row of rows) {
      const [head, state] = [await seen(row.getByRole("rowheader")), await row.getAttribute("data-state")];
      const name = words.text(`state.${state}`);
      assert.ok(head.includes(name), head);
      assert.ok(head.split(name)[1].length > 8, `no reason: ${head}`);
    }
  }
});

inEachLanguage("every claim names its report, and where in it the claim stands", at, async ({ lang, visit, words }) => {
  const reader = await visit({ path: `events/${outbreak}/` });
  const claims = await reader.page.getByRole("main").getByRole("article").all();
  assert.ok(claims.length > 10);
  for (const claim of claims) {
    const link = claim.getByRole("link").first();
    const source = byId(sources, (await link.getAttribute("href")).replace("#source-", ""));
    assert.equal(plain(await link.innerText()), nameOf(outlets, source.outlet, lang));
    const origin = await seen(claim);
    assert.ok(origin.includes(source.published.slice(0, 4)), origin);
    const passages = ["headline", "subheading", "caption"].map((key) => words.text(`passage.${key}`));
    const paragraph = words.text("passage.paragraph", { n: "" });
    assert.ok([...passages, paragraph].some((passage) => origin.includes(passage)), origin);
  }
  const report = reader.page.locator("#source-report-3");
  assert.ok((await seen(report)).includes(words.text("source.no-address")));
  const { headline, note } = byId(sources, "report-3");
  assert.ok((await seen(report)).includes(plain(headline.text || note[lang])));
  await reader.page.locator("[href='#source-report-3']").first().click();
  await eventually(async () => {
    const { y } = await report.boundingBox();
    assert.ok(y >= 0 && y < 800, "the link leads to the report");
  });
});

inBothDirections("on a phone each cell names its party and the table is still a table", at, async ({ lang, visit }) => {
  const reader = await visit({ path: `events/${outbreak}/`, width: 360, height: 740 });
  const rows = await reader.comparison.locator("[data-topic]").all();
  const all = reader.comparison.getByRole("row");
  assert.ok((await all.count()) > rows.length, "the rows and the row of heads keep their role");
  for (const row of rows) {
    const [topic, cells] = [await row.getAttribute("data-topic"), await row.getByRole("cell").all()];
    assert.equal(await row.getByRole("rowheader").count(), 1);
    const spoken = await Promise.all(cells.map((cell) => cell.getAttribute("data-party")));
    assert.ok(spoken.join(" ").includes("armenia") && spoken.join(" ").includes("azerbaijan"), topic);
    for (const [at, cell] of cells.entries()) {
      if (spoken[at].includes(" ")) continue; // Both sides together.
      const name = nameOf(parties, spoken[at], lang);
      assert.ok(await cell.getByText(name, { exact: true }).first().isVisible(), `${name} on ${topic}`);
    }
    const boxes = await Promise.all(cells.map((cell) => cell.boundingBox()));
    for (const [above, below] of boxes.slice(1).map((box, n) => [boxes[n], box])) {
      assert.ok(above.y + above.height <= below.y + 1, "one cell above the other");
      assert.ok(below.y - (above.y + above.height) < 60, "the two stay together");
    }
  }
});

inEachLanguage("the losses of September 2022 keep three hundreds apart", at, async ({ lang, visit, words }) => {
  const reader = await visit({ path: "episodes/2022-september/" });
  const figures = async (party, whose) =>
    (await reader.lossCell(party, whose).getByRole("listitem").allInnerTexts()).map(plain);
  // A side may also announce losses without a number.
  const amount = (entry) => Number(entry.match(/^\d+/)?.[0]);

  const own = await figures("armenia", "armenia");
  assert.deepEqual(own.map(amount).sort((a, b) => a - b), [49, 100, 105], own.join(" | "));
  const caption = own.find((entry) => amount(entry) === 100);
  assert.ok(caption.includes(words.text("losses.variant")), caption);
  assert.ok(caption.includes(words.text("passage.caption")), caption);
  const later = own.find((entry) => amount(entry) === 105);
  assert.ok(later.includes(words.text("losses.revision")), later);
  assert.ok(own.findIndex((e) => amount(e) === 49) < own.findIndex((e) => amount(e) === 105), "in their order");

  const bodies = await figures("azerbaijan", "armenia");
  assert.deepEqual([...new Set(bodies.map(amount))], [100], bodies.join(" | "));
  for (const entry of bodies) assert.ok(entry.includes(words.count("measure.bodies-held", 100)), entry);

  const fifty = (await figures("azerbaijan", "azerbaijan")).filter(amount);
  assert.deepEqual(fifty.map(amount), [50], fifty.join(" | "));
  assert.ok(fifty[0].includes(words.text("losses.inferred")), fifty[0]);

  const none = reader.lossCell("armenia", "azerbaijan");
  assert.equal(await none.getAttribute("data-fill"), "no-statement");
  assert.deepEqual(await figures("armenia", "azerbaijan"), []);
  assert.ok((await seen(none)).includes(words.count("fill.no-statement", 3, { reports: "" }).split("(")[0].trim()));

  const names = outlets.map(({ name }) => name[lang]);
  const september = ["13", "14", "15"].map((day) => words.date(`2022-09-${day}`));
  for (const entry of [...own, ...bodies, ...fifty]) {
    assert.ok(names.some((name) => entry.includes(name)), `no report: ${entry}`);
    assert.ok(september.some((date) => entry.includes(date)), `no date: ${entry}`);
  }
});

/** Where figures of the reports stand, and by whom: page, row, claimant, numbers. */
const reported = [
  ["episodes/2022-september/", "territory", "armenia", [10, 40]],
  ["events/2021-11-16-border-fighting/", "military-losses", "armenia", [15]],
  ["events/2021-11-16-border-fighting/", "prisoners", "armenia", [12]],
  ["events/2020-10-01-civilian-victims/", "civilian-victims", "azerbaijan", [19, 55]],
  ["events/2020-10-01-civilian-victims/", "damage", "azerbaijan", [169, 40]],
];

inEachLanguage("each figure of the reports stands in the cell of the side that gave it", at, async ({ visit }) => {
  let reader;
  for (const [path, topic, party, numbers] of reported) {
    if (reader?.address().path !== path) reader = await visit({ path, width: 360 });
    const cells = await reader.row(topic).locator(`[data-party=${party}]`).allInnerTexts();
    for (const number of numbers) {
      assert.match(plain(cells.join(" ")), new RegExp(`(^|\\D)${number}(\\D|$)`), `${number} in ${path} ${topic}`);
    }
  }
});

inBothDirections("each of the four ways to fill a cell occurs, and none is mistaken for silence", at, async ({ visit }) => {
  const reader = await visit({ path: "events/2020-10-01-civilian-victims/", width: 360 });
  const armenia = reader.row("civilian-victims").locator("[data-party=armenia]").first();
  assert.notEqual(await armenia.getAttribute("data-fill"), "no-statement", "Armenia spoke of civilian victims");

  const fills = new Set();
  for (const { id } of events) {
    const html = await (await reader.page.request.get(`${site.url}${reader.lang}/events/${id}/`)).text();
    for (const [, fill] of html.matchAll(/data-fill="([^"]+)"/g)) fills.add(fill);
  }
  for (const fill of ["claims", "not-carried", "not-said", "no-statement"]) assert.ok(fills.has(fill), fill);
});

inBothDirections("the sides can be swapped, the link says so, and Back undoes it", at, async ({ visit }) => {
  const path = `events/${outbreak}/`;
  const reader = await visit({ path });
  await reader.seesColumns("armenia", "azerbaijan");
  const order = async () => {
    const cells = reader.row("who-attacked-first").getByRole("cell");
    return cells.evaluateAll((all) => all.map((cell) => cell.dataset.party));
  };
  await reader.swapSides();
  await reader.seesColumns("azerbaijan", "armenia");
  assert.deepEqual(await order(), ["azerbaijan", "armenia"]);
  await reader.seesAddress({ path, first: "azerbaijan" });
  await reader.page.goBack();
  await reader.seesColumns("armenia", "azerbaijan");
  await reader.seesAddress({ path });
});

inBothDirections("swapped sides stay swapped from event to event and in the losses", at, async ({ lang, visit }) => {
  const reader = await visit({ path: "episodes/2022-september/?first=azerbaijan" });
  await reader.seesColumns("azerbaijan", "armenia");
  const claimants = await reader.page.locator("[data-group=military] [data-party][data-whose]").evaluateAll((all) =>
    all.map(({ dataset: { party, whose } }) => `${party} on ${whose}`));
  assert.deepEqual(claimants, [
    "azerbaijan on azerbaijan", "azerbaijan on armenia", "armenia on azerbaijan", "armenia on armenia",
  ]);
  await reader.selectEvent(title("2022-09-14-ceasefire", lang));
  await reader.sees(title("2022-09-14-ceasefire", lang));
  await reader.seesAddress({ path: "events/2022-09-14-ceasefire/", first: "azerbaijan" });
});

inBothDirections("an episode leads to its events", at, async ({ lang, visit, words }) => {
  const reader = await visit();
  await reader.page.getByRole("main").getByRole("link", { name: named(nameOf(episodes, "2021-november", lang)) }).click();
  await reader.sees(nameOf(episodes, "2021-november", lang));
  await reader.page.getByText(words.text("subject.episode-events")).click();
  for (const id of eventsOfEpisode("2021-november")) {
    assert.ok(await reader.page.getByRole("main").getByRole("link", { name: named(title(id, lang)) }).first().isVisible(), id);
  }
});

inEachLanguage("the other language shows the same event, filters and order, in its own direction", at, async ({ lang, visit }) => {
  const query = "?episode=2022-september&first=azerbaijan";
  const reader = await visit({ path: `events/${outbreak}/${query}` });
  const other = manifest.languages.find(({ code }) => code !== lang);
  await reader.switchLanguage(other.name);
  await eventually(async () => assert.equal(await reader.page.locator("html").getAttribute("lang"), other.code));
  assert.equal(await reader.page.locator("html").getAttribute("dir"), other.direction);
  await reader.sees(title(outbreak, other.code));
  assert.ok(reader.page.url().endsWith(`/${other.code}/events/${outbreak}/${query}`), reader.page.url());
});
