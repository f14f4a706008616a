// The language a reader chose is the one they find again at the site's bare root.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { languages, manifest } from "./records.mjs";
import { eventually, inBothDirections, inEachLanguage } from "./reader.mjs";
import { closeBrowser, startSite } from "./support.mjs";

let site;
before(async () => { site = await startSite(); });
after(async () => { await closeBrowser(); await site.stop(); });
const at = { site: () => site };

const nameOfLanguage = (lang) => manifest.languages.find(({ code }) => code === lang).name;
const other = (lang) => languages.find((code) => code !== lang);

/** Waits until the app runs in this language. */
const readsIn = (reader, lang) => reader.page.locator(`html[lang="${lang}"][data-app=running]`).waitFor();

inEachLanguage("the root leads to the language chosen last, with the query and the place in the page", at, async ({ lang, visit }) => {
  const reader = await visit({ lang: other(lang), path: "events/2022-09-13-outbreak/" });
  await reader.switchLanguage(nameOfLanguage(lang));
  await readsIn(reader, lang);
  await reader.page.goto(`${site.url}?episode=2021-november#episodes`);
  await readsIn(reader, lang);
  const { pathname, search, hash } = new URL(reader.page.url());
  const isOwn = lang === manifest.default_language;
  assert.equal(site.url + (isOwn ? "" : `${lang}/`), new URL(pathname, site.url).href);
  assert.equal(search, "?episode=2021-november");
  assert.equal(hash, "#episodes");
  await reader.page.goto(`${site.url}index.html`);
  await readsIn(reader, lang);
});

inBothDirections("an address that names its language keeps it whatever was chosen", at, async ({ lang, visit }) => {
  const reader = await visit({ lang: other(lang) });
  await reader.switchLanguage(nameOfLanguage(lang));
  await readsIn(reader, lang);
  for (const path of ["", "events/2022-09-13-outbreak/", "episodes/2022-september/"]) {
    const address = `${site.url}${other(lang)}/${path}`;
    await reader.page.goto(address);
    await readsIn(reader, other(lang));
    assert.equal(reader.page.url(), address);
  }
});

inBothDirections("Back from the language that the root led to leaves the site, and doesn't return to the root", at, async ({ lang, visit }) => {
  const reader = await visit({ lang: other(lang) });
  await reader.switchLanguage(nameOfLanguage(lang));
  await readsIn(reader, lang);
  const before = `${site.url}${lang}/events/2022-09-13-outbreak/`;
  await reader.page.goto(before);
  await reader.page.goto(site.url);
  await readsIn(reader, lang);
  await reader.page.goBack();
  await eventually(() => assert.equal(reader.page.url(), before));
});

inBothDirections("a language that isn't offered, or a root that leads back to itself, is left alone", at, async ({ lang, visit }) => {
  const stored = (value) => (page) => page.addInitScript((value) => localStorage.setItem("qawlan.language", value), value);
  for (const value of ["tlh", "", "\"]", "../"]) {
    const reader = await visit({ lang, path: "../", prepare: stored(value) });
    await readsIn(reader, manifest.default_language);
    assert.equal(reader.page.url(), site.url);
  }
  // A host that answers every address with the root's.
  const elsewhere = other(manifest.default_language);
  const prepare = async (page) => {
    await stored(elsewhere)(page);
    await page.route(`${site.url}${elsewhere}/**`, async (route) => {
      const url = route.request().url().replace(`${elsewhere}/`, "");
      await route.fulfill({ response: await route.fetch({ url }) });
    });
  };
  const reader = await visit({ path: "../", prepare, waitForApp: false });
  await reader.page.waitForURL(`${site.url}${elsewhere}/`);
  await reader.page.locator("html[data-app=running]").waitFor();
  assert.equal(reader.page.url(), `${site.url}${elsewhere}/`);
});

inBothDirections("where nothing can be stored the languages can be switched and the root read", at, async ({ lang, visit }) => {
  const prepare = (page) =>
    page.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });
      }
    });
  const reader = await visit({ lang: other(lang), prepare });
  await reader.switchLanguage(nameOfLanguage(lang));
  await readsIn(reader, lang);
  await reader.page.goto(site.url);
  await readsIn(reader, manifest.default_language);
});
