// A claim taken elsewhere takes along who said it, to whom, when and where it stands.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { byId, manifest, nameOf, outlets, parties, plain, sources, speakers, statements } from "./records.mjs";
import { eventually, inBothDirections, inEachLanguage } from "./reader.mjs";
import { closeBrowser, startSite } from "./support.mjs";

let site;
before(async () => { site = await startSite(); });
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site };
const withoutApp = { ...at, expects: /status of 404.*\.wasm/ };

const outbreak = "2022-09-13-outbreak";
const claims = statements.flatMap((statement) => statement.claims.map((claim) => ({ ...claim, statement })));
const quoted = claims.find(({ about, quotations, topic }) => about?.event === outbreak && quotations?.length && topic === "who-attacked-first");
/** Claims of the pair in their own columns: with a quotation and a channel, figures, an agency, a teller. */
const chosen = [
  quoted,
  byId(claims, "2020-10-01-azerbaijan-prosecutor-civilians.buildings"),
  byId(claims, "2021-11-16-armenia-defence-captured.captured"),
  byId(claims, "2022-09-13-armenia-pashinyan-hope.hope"),
];

/** Keeps what is copied where a test can read it. */
const clipboard = (page) =>
  page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: async (text) => { window.copied = text; } },
    });
  });
/** Denies every way of copying. */
const denied = (page) =>
  page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: () => Promise.reject(new DOMException("denied", "NotAllowedError")) },
    });
    Document.prototype.execCommand = () => false;
  });
/** Has no clipboard, only the older way to copy what is selected. */
const absent = (page) =>
  page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    Document.prototype.execCommand = () => {
      const { value, selectionStart, selectionEnd } = document.activeElement;
      window.copied = value.slice(selectionStart, selectionEnd);
      return true;
    };
  });

const claimOf = (reader, id) => reader.page.locator(`[data-claim-id="${id}"]`).first();
const copyButton = (reader, id) => claimOf(reader, id).getByRole("button", { name: reader.words.text("claim.copy") });

/** What a claim's text must hold, from the records; each on a line of its own or within one. */
function partsOf(claim, { lang, words }) {
  const { speakers: said, tellers = [], channel, agency } = claim.statement;
  const [speaker] = said.map((id) => byId(speakers, id));
  const reports = claim.appearances.flatMap(({ source, in: where, paragraph }) => [
    byId(outlets, byId(sources, source).outlet).name[lang],
    words.text(`passage.${where}`, { n: paragraph }),
  ]);
  return [
    claim.summary[lang],
    ...(claim.quotations ?? []).flatMap(({ text }) => [words.text("claim.quotation"), `«${text}»`]),
    ...(claim.figures ?? []).flatMap(({ amount, whose }) => [
      amount.toLocaleString("en"),
      ...(whose ?? []).map((party) => nameOf(parties, party, lang)),
    ]),
    ...[speaker.person, speaker.office].filter(Boolean).map((name) => name[lang]),
    words.text(`position.${claim.position}`),
    ...tellers.map((id) => byId(speakers, id).office[lang]),
    ...(channel ? [channel[lang]] : []),
    ...(agency ? [byId(outlets, agency).name[lang]] : []),
    ...reports,
  ];
}

inEachLanguage("a claim is copied with its claimant, time, report and address", at, async ({ lang, visit, words }) => {
  for (const claim of chosen) {
    const path = `events/${claim.about.event}/`;
    const reader = await visit({ path: `${path}?q=x&first=azerbaijan`, prepare: clipboard });
    await copyButton(reader, claim.id).click();
    const status = reader.page.getByRole("status").filter({ hasText: words.text("claim.copied") });
    await status.waitFor();
    const text = await reader.page.evaluate(() => window.copied);
    const seen = plain(text);
    for (const part of partsOf(claim, { lang, words })) {
      assert.ok(seen.includes(plain(part)), `“${part}” is missing from “${seen}”`);
    }
    const { party } = byId(speakers, claim.statement.speakers[0]);
    const claimant = text.split("\n").filter((line) => plain(line).startsWith(`${nameOf(parties, party, lang)} · `));
    assert.equal(claimant.length, 1, `one line begins with the party: ${text}`);
    // Whatever the claim shows of its origin, the time included, to the last word.
    const origin = plain(await claimOf(reader, claim.id).locator(".claim-origin").innerText());
    assert.ok(seen.includes(origin), `“${origin}” is missing from “${seen}”`);
    assert.equal(text.split("\n").at(-1), `${site.url}${lang}/${path}#claim-${claim.id}`);
    const { translation, checked } = manifest.languages.find(({ code }) => code === lang);
    const note = words.text(`static.copied-${checked ? "checked" : "unchecked"}`);
    assert.equal(seen.includes(note), translation, "whether it is a translation");
    assert.doesNotMatch(text, /(?!\n)\p{Cc}/u, "a control character");
    assert.ok(!seen.includes(words.text("claim.copy")), "the button's own words");
    await reader.heading.click();
    assert.equal(await status.count(), 0, "what was said of it goes when the reader goes on");
  }
});

inBothDirections("every claim of a page can be copied with its party's name", at, async ({ lang, visit }) => {
  const reader = await visit({ path: `events/${outbreak}/`, prepare: clipboard });
  const columns = await reader.comparison.locator("[role=cell][data-party]:not(.cell-joint) .claim").all();
  assert.ok(columns.length > 10);
  for (const claim of columns) {
    const party = await claim.locator("xpath=ancestor::*[@data-party][1]").getAttribute("data-party");
    await claim.getByRole("button").click();
    const text = await reader.page.evaluate(() => window.copied);
    assert.ok(plain(text).includes(nameOf(parties, party, lang)), text);
  }
});

inBothDirections("where copying is denied the text stands there, selected, to be copied by hand", at, async ({ lang, visit, words }) => {
  const reader = await visit({ path: `events/${outbreak}/`, prepare: denied, width: 360 });
  const { id } = quoted;
  await copyButton(reader, id).click();
  const box = reader.page.getByRole("textbox", { name: words.text("claim.copy-failed") });
  await box.waitFor();
  await reader.page.getByRole("status").filter({ hasText: words.text("claim.copy-failed") }).waitFor();
  const { value, selected, readOnly } = await box.evaluate((area) => ({
    value: area.value,
    selected: area.value.slice(area.selectionStart, area.selectionEnd),
    readOnly: area.readOnly,
  }));
  assert.equal(selected, value);
  assert.ok(readOnly);
  assert.ok(value.endsWith(`${lang}/events/${outbreak}/#claim-${id}`), value);
  await reader.page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await box.count(), 0));
  assert.ok(await copyButton(reader, id).evaluate((button) => button === document.activeElement), "focus is back");
});

inBothDirections("where the browser has no clipboard a claim is copied the old way", at, async ({ visit, words }) => {
  const reader = await visit({ path: `events/${outbreak}/`, prepare: absent });
  await copyButton(reader, quoted.id).click();
  await reader.page.getByRole("status").filter({ hasText: words.text("claim.copied") }).waitFor();
  assert.match(await reader.page.evaluate(() => window.copied), new RegExp(`#claim-${quoted.id}$`));
  assert.equal(await reader.page.locator("textarea").count(), 0);
});

inBothDirections("claims are copied without the app, and not offered where no script can copy them", withoutApp, async ({ lang, visit, words }) => {
  const prepare = async (page) => {
    await clipboard(page);
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  };
  const reader = await visit({ path: "", prepare });
  await reader.page.locator("html[data-app=failed]").waitFor();
  const claim = reader.page.getByRole("main").getByRole("article").first();
  await claim.getByRole("button", { name: words.text("claim.copy") }).click();
  const text = await reader.page.evaluate(() => window.copied);
  const id = await claim.getAttribute("data-claim-id");
  assert.equal(text.split("\n").at(-1), `${site.url}${lang}/#claim-${id}`);
  const still = await visit({ path: `events/${outbreak}/`, javaScriptEnabled: false });
  assert.equal(await still.page.getByRole("button", { name: words.text("claim.copy") }).count(), 0);
  assert.ok(await still.page.getByRole("link", { name: words.text("claim.link") }).first().isVisible());
});

inEachLanguage("a claim's own link leads to it and can be hit with a finger", at, async ({ visit, words }) => {
  const reader = await visit({ path: `events/${outbreak}/`, width: 360 });
  const claim = claimOf(reader, quoted.id);
  await claim.getByRole("link", { name: words.text("claim.link") }).click();
  assert.equal(new URL(reader.page.url()).hash, `#claim-${quoted.id}`);
  assert.ok(await claim.evaluate((element) => element.matches(":target")));
  const targets = await claim.locator(".claim-tools > *").evaluateAll((all) =>
    all.map((element) => {
      const { top, left, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const hits = (dy) => document.elementFromPoint(x, y + dy) === element;
      return { width, isTall: hits(-21) && hits(21) };
    }),
  );
  for (const { width, isTall } of targets) assert.ok(width >= 40 && isTall, JSON.stringify(targets));
});
