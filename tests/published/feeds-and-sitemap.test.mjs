// Feeds, sitemap and robots.txt: valid, complete, and every address in them leads to a page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { validateXML } from "xmllint-wasm";
import { episodes, events, languages, manifest, plain } from "../browser/records.mjs";
import { files, pages, site, target, text, urlOf, xml } from "./dist.mjs";

const MOST_ENTRIES = 50;
const here = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const ofPackage = createRequire(import.meta.url);
const sitemapSchema = readFileSync(join(dirname(ofPackage.resolve("sitemap/package.json")), "schema/sitemap.xsd"), "utf8");

/** sitemaps.org lets elements of other namespaces in, and wants a schema for each: here, links
 *  between languages, as Google documents them. */
const sitemapWithLinks = `<schema xmlns="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
  <import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd"/>
  <import namespace="http://www.w3.org/1999/xhtml" schemaLocation="link.xsd"/>
</schema>`;
const linkSchema = `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xhtml">
  <element name="link"><complexType>
    <attribute name="rel" use="required"><simpleType><restriction base="string"><enumeration value="alternate"/></restriction></simpleType></attribute>
    <attribute name="hreflang" use="required" type="language"/>
    <attribute name="href" use="required" type="anyURI"/>
  </complexType></element>
</schema>`;

const atom = { extension: "relaxng", schema: [{ fileName: "atom.rng", contents: here("atom.rng") }] };
const sitemaps = {
  extension: "schema",
  schema: [{ fileName: "all.xsd", contents: sitemapWithLinks }],
  preload: [
    { fileName: "sitemap.xsd", contents: sitemapSchema },
    { fileName: "link.xsd", contents: linkSchema },
  ],
};

/** What libxml2 finds amiss. */
async function faults(contents, schema) {
  const { errors } = await validateXML({ xml: [{ fileName: "file.xml", contents }], ...schema });
  return errors.map(({ message }) => message);
}

const entry = "<entry><id>https://example.org/a/</id><title>A</title><updated>2031-08-01T00:00:00Z</updated><link href='https://example.org/a/'/></entry>";
const feed = (entries) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>https://example.org/</id><title>News</title><updated>2031-08-01T00:00:00Z</updated><link rel="self" href="https://example.org/feed.xml"/><author><name>North</name></author>${entries}</feed>`;

test("a fault in a feed would be found", async () => {
  assert.deepEqual(await faults(feed(entry), atom), []);
  for (const broken of [
    feed("<entry>"),
    feed(entry.replace(/<id>.*<\/id>/, "")),
    feed(entry.replace(/<title>.*<\/title>/, "")),
    feed(entry.replace("<title>A</title>", "<title> </title>")),
    feed(entry.replace(/<updated>.*<\/updated>/, "")),
    feed(entry.replace("T00:00:00Z", "")),
    feed(entry.replace("T00:00:00Z", "T00:00:00")),
    feed(entry.replace("08-01T", "02-30T")),
    feed(entry.replace("</entry>", "<pubDate>today</pubDate></entry>")),
    feed(entry.replace("https://example.org/a/", "a/")),
    feed(entry.replace("<link ", "<link rel='altrnate' ")),
    feed(entry).replace("<name>North</name>", ""),
    feed(entry).replace("2005/Atom", "2005/atom"),
  ]) {
    assert.ok((await faults(broken, atom)).length > 0, `should be caught: ${broken}`);
  }
});

test("every feed is valid Atom", async () => {
  for (const lang of languages) assert.deepEqual(await faults(text(`${lang}/feed.xml`), atom), [], lang);
});

test("every page offers the feed of its language, and no other", () => {
  for (const page of pages) {
    const feeds = page.$("link[type='application/atom+xml']").map((_, link) => page.$(link).attr("href")).get();
    assert.deepEqual(feeds.map((href) => target(href, page).file), [`${page.language}/feed.xml`], page.file);
  }
});

for (const lang of languages) {
  test(`a feed tells of events and episodes once, newest first, and of all up to fifty (${lang})`, () => {
    const $ = xml(`${lang}/feed.xml`);
    const value = (parent, name) => $(parent).children(name).text();
    const entries = $("entry").get();
    const all = [...events.map((it) => ["events", it]), ...episodes.map((it) => ["episodes", it])];
    const facts = (folder, { id, title, summary, published, changes }) => ({
      id: `${site}${lang}/${folder}/${id}/`,
      title: plain(title[lang]),
      summary: plain(summary[lang]),
      published,
      updated: [published, ...changes.map(({ date }) => date)].sort().at(-1),
    });
    const told = entries.map((one) => ({
      id: value(one, "id"),
      title: plain(value(one, "title")),
      summary: plain(value(one, "summary")),
      published: value(one, "published").slice(0, 10),
      updated: value(one, "updated").slice(0, 10),
    }));
    const expected = new Map(all.map(([folder, record]) => [facts(folder, record).id, facts(folder, record)]));
    assert.equal(new Set(told.map(({ id }) => id)).size, Math.min(all.length, MOST_ENTRIES));
    for (const one of told) assert.deepEqual(one, expected.get(one.id));
    const dates = told.map(({ updated }) => updated);
    assert.deepEqual(dates, [...dates].sort().reverse());
    assert.equal(value($("feed"), "updated").slice(0, 10), [manifest.updated, ...dates].sort().at(-1));
  });

  test(`a feed names itself and its publisher, and its links lead to pages (${lang})`, () => {
    const $ = xml(`${lang}/feed.xml`);
    const own = `${site}${lang}/feed.xml`;
    assert.equal($("feed").attr("xml:lang"), lang);
    assert.deepEqual([$("feed > id").text(), $("feed > link[rel=self]").attr("href")], [own, own]);
    assert.equal($("feed > link[rel=alternate]").attr("href"), `${site}${lang}/`);
    assert.equal($("feed > author > name").text(), manifest.publisher[lang]);
    for (const link of $("link").get()) {
      const { file } = target($(link).attr("href"), pages[0]);
      assert.ok(files.has(file), `${$(link).attr("href")} leads nowhere`);
    }
    for (const one of $("entry").get()) {
      // RFC 4287, 4.1.2: no two alternates of one type and language.
      assert.equal($(one).children("link[rel=alternate]").length, 1);
      assert.equal($(one).children("link").attr("href"), $(one).children("id").text());
    }
  });
}

/** The sitemap's file, or where it is an index its parts. */
function sitemapFiles() {
  const $ = xml("sitemap.xml");
  const parts = $("sitemapindex > sitemap > loc").get().map((loc) => target($(loc).text(), pages[0]).file);
  return parts.length > 0 ? parts : ["sitemap.xml"];
}

/** Every entry of the sitemap: its address, its day, and the address of each language. */
const mapped = sitemapFiles().flatMap((file) => {
  const $ = xml(file);
  return $("urlset > url").get().map((url) => ({
    address: $(url).children("loc").text(),
    modified: $(url).children("lastmod").text(),
    languages: Object.fromEntries($(url).children("xhtml\\:link").get().map((link) => [$(link).attr("hreflang"), $(link).attr("href")])),
  }));
});

test("a fault in a sitemap would be found", async () => {
  const map = (inner) => `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"><url>${inner}</url></urlset>`;
  const right = '<loc>https://example.org/a/</loc><lastmod>2031-08-01</lastmod><xhtml:link rel="alternate" hreflang="en" href="https://example.org/a/"/>';
  assert.deepEqual(await faults(map(right), sitemaps), []);
  for (const broken of [
    right.replace(/<loc>.*<\/loc>/, ""),
    right.replace("2031-08-01", "1 August"),
    right.replace("2031-08-01", "2031-02-30"),
    right.replace(' hreflang="en"', ""),
    right.replace("xhtml:link", "xhtml:lynk"),
    right.replace("lastmod", "modified").replace("/lastmod", "/modified"),
  ]) {
    assert.ok((await faults(map(broken), sitemaps)).length > 0, `should be caught: ${broken}`);
  }
});

test("the sitemap is valid by the schema of sitemaps.org", async () => {
  for (const file of sitemapFiles()) assert.deepEqual(await faults(text(file), sitemaps), [], file);
});

const isIndexed = ({ $ }) => $("meta[name=robots]").attr("content") !== "noindex";

test("the sitemap names every page but the bare root, each once, and none that isn't to be found", () => {
  const hidden = pages.filter((page) => !isIndexed(page)).map(({ path }) => path);
  assert.ok(hidden.length > 0 && hidden.every((path) => /^[^/]+\/share\//.test(path)), String(hidden));
  const expected = pages.filter((page) => page.path !== "" && isIndexed(page)).map(urlOf);
  assert.deepEqual(mapped.map(({ address }) => address).sort(), expected.sort());
});

test("each page of the sitemap comes with itself in every language, and those with it", () => {
  const byAddress = new Map(mapped.map((one) => [one.address, one]));
  for (const one of mapped) {
    assert.deepEqual(Object.keys(one.languages).sort(), [...languages].sort(), one.address);
    const own = pages.find((page) => urlOf(page) === one.address).language;
    assert.equal(one.languages[own], one.address);
    for (const other of Object.values(one.languages)) assert.deepEqual(byAddress.get(other)?.languages, one.languages, other);
  }
});

test("the sitemap gives the day of the last correction", () => {
  const days = new Map([
    ...events.map((it) => [`events/${it.id}/`, it]),
    ...episodes.map((it) => [`episodes/${it.id}/`, it]),
  ]);
  for (const { address, modified } of mapped) {
    const record = days.get(address.slice(site.length).replace(/^[^/]+\//, ""));
    const expected = record ? [record.published, ...record.changes.map(({ date }) => date)].sort().at(-1) : manifest.updated;
    assert.equal(modified, expected, address);
  }
});

test("robots.txt lets every robot in and names the sitemap", () => {
  const lines = text("robots.txt").split("\n");
  assert.ok(lines.includes(`Sitemap: ${site}sitemap.xml`));
  assert.deepEqual(lines.filter((line) => /^disallow:\s*\S/i.test(line)), []);
  assert.ok(lines.some((line) => /^user-agent:\s*\*$/i.test(line)));
});
