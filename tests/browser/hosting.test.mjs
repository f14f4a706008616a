// The site behind nginx with the settings that are shipped: wherever it lies, what is sent with
// it, and with scripts switched off.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { start } from "../../tools/serve-nginx.mjs";
import { allEvents, byId, events, eventsOfEpisode, episodes, languages, manifest, nameOf, parties, paths, plain } from "./records.mjs";
import { eventually, inBothDirections, named } from "./reader.mjs";
import { closeBrowser, DIST, startSite } from "./support.mjs";

const sites = new Map();
for (const basePath of ["/", "/some/where/", "/a/path/deeper/still/"]) sites.set(basePath, await startSite({ basePath }));
after(async () => {
  await closeBrowser();
  for (const site of sites.values()) await site.stop();
});

const outbreak = "2022-09-13-outbreak";
const title = (id, lang) => byId(events, id).title[lang];
const somewhere = { site: () => sites.get("/some/where/") };

for (const [basePath, site] of sites) {
  inBothDirections(`served from ${basePath} everything loads and every link stays below it`, { site: () => site }, async ({ lang, visit }) => {
    const reader = await visit();
    await reader.enterMap();
    await reader.selectEvent(title(outbreak, lang));
    await reader.sees(title(outbreak, lang));
    assert.equal(reader.page.url(), `${site.url}${lang}/events/${outbreak}/`);
    await reader.page.reload();
    await reader.sees(title(outbreak, lang));
    const hrefs = await reader.page.locator("a[href]").evaluateAll((links) => links.map((link) => link.href));
    assert.deepEqual(hrefs.filter((href) => !href.startsWith(site.url)), []);
  });

  test(`served from ${basePath} an unknown address answers 404`, async () => {
    for (const path of ["nothing/", "en/events/nothing/", "en/nothing.html", "published/en/events/nothing.json", "en/events/%E0%80/"]) {
      assert.equal((await fetch(`${site.url}${path}`)).status, 404, path);
    }
  });

  test(`served from ${basePath} the bare root is the default language's list`, async () => {
    const html = await (await fetch(site.url)).text();
    assert.match(html, new RegExp(`<html lang="${manifest.languages[0].code}"`));
    for (const id of allEvents) assert.ok(html.includes(`data-event-id="${id}"`), id);
  });
}

/** The files of dist/ as a reader asks for them, without their compressed forms. */
const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
  .map((entry) => relative(DIST, join(entry.parentPath ?? entry.path, entry.name)));
const isUnchanging = (path) => /-[0-9a-f]{12,16}(_bg)?\.\w+$/.test(path) || path.startsWith("leaflet-1.9.4/");

/** The answer as it comes over the line, still compressed. */
function ask(url, headers = {}) {
  return new Promise((resolve, reject) => {
    get(url, { headers }, async (answer) => {
      resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(await answer.toArray()) });
    }).once("error", reject);
  });
}

for (const [basePath, site] of sites) {
  test(`served from ${basePath} an address without the slash leads to the one with it, on whatever host it was asked for`, async () => {
    for (const path of ["en", `en/events/${outbreak}`]) {
      const { status, headers } = await ask(`${site.url}${path}?q=bridge`, { host: "news.example" });
      assert.equal(status, 301);
      assert.equal(headers.location, `${basePath}${path}/?q=bridge`);
    }
  });

  test(`served from ${basePath} every answer carries the page's policy, but in folders whose pages bring their own, and lets anyone frame and fetch it`, async () => {
    const page = await (await fetch(`${site.url}en/`)).text();
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(page)[1];
    for (const path of ["", "en", "en/", `en/events/${outbreak}/`, "nothing/", ...files]) {
      const { headers } = await ask(`${site.url}${path}`);
      const bringsOwn = /(^|\/)(embed|pinned|samples)\//.test(path);
      assert.equal(headers["content-security-policy"], bringsOwn ? undefined : policy, path);
      assert.equal(headers["x-content-type-options"], "nosniff", path);
      assert.equal(headers["referrer-policy"], "strict-origin-when-cross-origin", path);
      assert.equal(headers["access-control-allow-origin"], "*", path);
      assert.equal(headers["cross-origin-resource-policy"], "cross-origin", path);
      assert.equal(headers["x-frame-options"], undefined, path);
    }
  });

  test(`served from ${basePath} only what never changes is kept for good, all else is asked for again`, async () => {
    assert.ok(files.filter(isUnchanging).length >= 8, "the app's two, boot, what makes downloads, site, icon, Leaflet's two");
    for (const path of files) {
      const { headers } = await ask(`${site.url}${path}`);
      const expected = isUnchanging(path) ? "public, max-age=31536000, immutable" : "no-cache";
      assert.equal(headers["cache-control"], expected, path);
      const again = await ask(`${site.url}${path}`, { "if-none-match": headers.etag });
      assert.equal(again.status, 304, path);
    }
    for (const path of ["app-0123456789abcdef.js", "leaflet-1.9.4/nothing.js", "nothing/"]) {
      const { status, headers } = await ask(`${site.url}${path}`);
      assert.equal(status, 404);
      assert.equal(headers["cache-control"], undefined, `what is missing from ${path} may come`);
    }
  });
}

test("hosts that read _headers keep the same files for good", () => {
  const rules = readFileSync(join(DIST, "_headers"), "utf8").matchAll(/^(\/.*)\n +Cache-Control: .*immutable$/gm);
  const patterns = [...rules].map(([, pattern]) => pattern.slice(1));
  const matches = (path, pattern) => path.startsWith(pattern.slice(0, -1));
  for (const path of files) {
    assert.equal(patterns.some((pattern) => matches(path, pattern)), isUnchanging(path), path);
  }
});

test("every kind of file is sent as what it is", async () => {
  const types = {
    bib: "application/x-bibtex; charset=utf-8",
    csv: "text/csv; charset=utf-8",
    geojson: "application/geo+json",
    jsonld: "application/ld+json",
    ris: "application/x-research-info-systems; charset=utf-8",
    css: "text/css; charset=utf-8",
    html: "text/html; charset=utf-8",
    js: "text/javascript; charset=utf-8",
    json: "application/json",
    svg: "image/svg+xml; charset=utf-8",
    txt: "text/plain; charset=utf-8",
    wasm: "application/wasm",
    webmanifest: "application/manifest+json; charset=utf-8",
    png: "image/png",
    xml: "text/xml; charset=utf-8",
  };
  for (const path of files.filter((path) => path !== "_headers")) {
    const expected = path.endsWith("feed.xml") ? "application/atom+xml; charset=utf-8" : types[path.split(".").at(-1)];
    for (const encoding of ["identity", "br"]) {
      const { headers } = await ask(`${sites.get("/").url}${path}`, { "accept-encoding": encoding });
      assert.equal(headers["content-type"], expected, path);
    }
  }
});

test("a feed is sent as one, with all that other answers carry", async () => {
  const folder = mkdtempSync(join(tmpdir(), "qawlan-feed-"));
  writeFileSync(join(folder, "feed.xml"), "<feed/>");
  writeFileSync(join(folder, "sitemap.xml"), "<urlset/>");
  for (const basePath of ["/", "/some/where/"]) {
    const site = await start({ root: folder, basePath });
    const [feed, sitemap] = [await ask(`${site.url}feed.xml`), await ask(`${site.url}sitemap.xml`)];
    await site.stop();
    assert.equal(feed.headers["content-type"], "application/atom+xml; charset=utf-8");
    assert.equal(sitemap.headers["content-type"], "text/xml; charset=utf-8");
    const others = ({ headers }) =>
      Object.entries(headers).filter(([name]) => /^(content-security|x-|referrer|access|cross|cache)/.test(name));
    assert.ok(others(feed).length >= 6);
    assert.deepEqual(others(feed), others(sitemap));
  }
  rmSync(folder, { recursive: true });
});

test("every file comes compressed as the reader's browser can take it, and whole", async () => {
  const forms = [
    ["gzip, deflate, br, zstd", "br", brotliDecompressSync],
    ["gzip, deflate", "gzip", gunzipSync],
    ["identity", undefined, (body) => body],
  ];
  for (const path of files) {
    const content = readFileSync(join(DIST, path));
    const isCompressed = content.length >= 200 && !/\.png$|^_headers$/.test(path);
    for (const [accepted, encoding, open] of forms) {
      const { headers, body } = await ask(`${sites.get("/").url}${path}`, { "accept-encoding": accepted });
      assert.equal(headers["content-encoding"], isCompressed ? encoding : undefined, path);
      assert.ok((isCompressed ? open(body) : body).equals(content), path);
      if (isCompressed) assert.equal(headers.vary, "Accept-Encoding", path);
    }
  }
});

const blocked = { ...somewhere, expects: /Content Security Policy/ };
inBothDirections("the policy that is sent stops what is inline, and no kind of page has any", blocked, async ({ visit }) => {
  const prepare = async (page) => {
    // Only what is sent is to count: the same policy in the page is taken out.
    await page.route(/\/(\?.*)?$/, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
      await route.fulfill({ response, body });
    });
    await page.addInitScript(() => {
      window.stopped = [];
      addEventListener("securitypolicyviolation", (event) => window.stopped.push(event.violatedDirective));
    });
  };
  const kinds = ["", ...["episodes/", "events/"].map((kind) => paths.find((path) => path.startsWith(kind)))];
  for (const path of kinds) {
    const { page } = await visit({ path, prepare });
    await page.locator("html[data-app=running]").waitFor();
    assert.equal(await page.locator("meta[http-equiv]").count(), 0);
    assert.deepEqual(await page.evaluate(() => window.stopped), [], path);
    await page.evaluate(() => document.body.append(Object.assign(document.createElement("style"), { textContent: "p {}" })));
    await eventually(async () => assert.deepEqual(await page.evaluate(() => window.stopped), ["style-src-elem"]));
  }
});

inBothDirections("from the bare root the list can be filtered and an event opened", somewhere, async ({ lang, visit }) => {
  if (lang !== manifest.languages[0].code) return;
  const reader = await visit({ path: "../" });
  await reader.seesEvents(allEvents);
  await reader.choose("episode", nameOf(episodes, "2021-november", lang));
  await reader.seesEvents(eventsOfEpisode("2021-november"));
  await reader.selectEvent(title("2021-11-16-ceasefire", lang));
  await reader.seesAddress({ path: "events/2021-11-16-ceasefire/", episode: "2021-november" });
});

inBothDirections("without scripts the list, both sides of an event and its sources can be read", somewhere, async ({ lang, visit, words }) => {
  const reader = await visit({ javaScriptEnabled: false });
  await reader.seesEvents(allEvents);
  assert.ok(await reader.page.locator("noscript").getByRole("paragraph").isVisible());
  assert.equal(plain(await reader.page.locator("noscript").innerText()), words.text("filters.need-script"));
  await reader.selectEvent(title(outbreak, lang));
  await reader.sees(title(outbreak, lang));
  await reader.seesColumns("armenia", "azerbaijan");
  for (const party of ["armenia", "azerbaijan"]) {
    const cell = reader.row("who-attacked-first").locator(`[data-party=${party}]`);
    assert.ok(await cell.getByRole("article").first().isVisible(), nameOf(parties, party, lang));
  }
  const source = reader.page.locator("#source-report-3");
  assert.ok(plain(await source.innerText()).includes(words.text("source.no-address")));
  assert.ok(await reader.page.locator(".boot-failed").isHidden(), "nothing failed");
});

inBothDirections("without scripts links are plain links", somewhere, async ({ lang, visit }) => {
  const reader = await visit({ path: `events/${outbreak}/`, javaScriptEnabled: false });
  await reader.page.getByRole("main").getByRole("link", { name: named(nameOf(episodes, "2022-september", lang)) }).first().click();
  await reader.sees(nameOf(episodes, "2022-september", lang));
  const other = languages.find((code) => code !== lang);
  await reader.switchLanguage(manifest.languages.find(({ code }) => code === other).name);
  await reader.sees(nameOf(episodes, "2022-september", other));
  await reader.page.goBack();
  await reader.sees(nameOf(episodes, "2022-september", lang));
});
