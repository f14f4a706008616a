// Writes the whole dataset's downloads, each language in every form, into `downloads/` of the
// staging folder: with the modules that make the reader's own files, from the row files that the
// publish step wrote. One row file is held at a time, so that a large dataset takes no more
// memory than a small one.
//
//   node tools/whole-dataset.mjs FOLDER

import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { aboutView } from "../public/take-along/about.js";
import { FORMS } from "../public/take-along/file.js";

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

/** The row files of a language: events and episodes by id, then what is of neither. */
function rowFiles(claims) {
  const of = (name) => {
    const folder = join(claims, name);
    return existsSync(folder) ? readdirSync(folder).sort().map((file) => join(folder, file)) : [];
  };
  return [...of("events"), ...of("episodes"), join(claims, "general.json")];
}

/** Writes a language's files; answers how many claims each holds. */
function writeLanguage(folder, language) {
  const claims = join(folder, "published", language, "claims");
  const published = readJson(join(claims, "about.json"));
  const about = aboutView(published, published.dataset.link);
  const files = Object.entries(FORMS).map(([ending, form]) => ({
    form,
    to: openSync(join(folder, "downloads", `qawlan-${language}.${ending}`), "w"),
  }));
  for (const { form, to } of files) writeSync(to, form.begin(about));
  let count = 0;
  const described = [];
  for (const path of rowFiles(claims)) {
    const { claims: rows, nodes, described: of } = readJson(path);
    described.push(...of);
    rows.forEach((row, at) => {
      for (const { form, to } of files) writeSync(to, form.claim({ row, node: nodes[at] }, about, count));
      count += 1;
    });
  }
  for (const { form, to } of files) {
    writeSync(to, form.end(about, described));
    closeSync(to);
  }
  return count;
}

/** Writes every language's files; answers how many claims each language has. */
export function writeWholeDataset(folder) {
  mkdirSync(join(folder, "downloads"), { recursive: true });
  const published = join(folder, "published");
  const languages = readdirSync(published).filter((name) => existsSync(join(published, name, "claims")));
  return Object.fromEntries(languages.map((language) => [language, writeLanguage(folder, language)]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const began = performance.now();
  const counts = Object.entries(writeWholeDataset(process.argv[2]));
  const claims = counts.map(([language, count]) => `${language} ${count}`).join(", ");
  console.log(`downloads: claims ${claims}, in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
