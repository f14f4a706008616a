// The records that the tests expect to find on the page, read as an editor wrote them, and the
// words of the interface. Nothing here goes through the app: it is the other opinion.

import { readdirSync, readFileSync } from "node:fs";

const data = new URL("../../public/data/", import.meta.url);
const read = (url) => JSON.parse(readFileSync(url, "utf8"));
const folder = (name) =>
  readdirSync(new URL(name, data))
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => read(new URL(`${name}${file}`, data)));

export const manifest = read(new URL("manifest.json", data));
export const languages = manifest.languages.map(({ code }) => code);
/** One language for each direction of writing, the first of each. */
export const directions = ["rtl", "ltr"].flatMap((direction) => {
  const first = manifest.languages.find((language) => language.direction === direction);
  return first ? [first.code] : [];
});
export const [events, statements] = [folder("events/"), folder("statements/")];
const list = (name) => read(new URL(`${name}.json`, data));
export const [episodes, outlets, parties, places, sources, speakers, topics] = [
  "episodes",
  "outlets",
  "parties",
  "places",
  "sources",
  "speakers",
  "topics",
].map(list);

/** The record of that id. */
export function byId(records, id) {
  const record = records.find((record) => record.id === id);
  if (!record) throw new Error(`no record ${id}`);
  return record;
}

/** What a record is called in a language. */
export const nameOf = (records, id, lang) => {
  const record = byId(records, id);
  return (record.name ?? record.short ?? record.title)[lang];
};

const ids = (records) => records.map(({ id }) => id).sort();

export const eventsOfEpisode = (...wanted) => ids(events.filter(({ episode }) => wanted.includes(episode)));
export const eventsAt = (place) => ids(events.filter(({ places }) => places.includes(place)));
export const eventsOnTopic = (topic) =>
  ids(
    events.filter(({ id }) =>
      statements.some(({ claims }) => claims.some((claim) => claim.about?.event === id && claim.topic === topic)),
    ),
  );
export const allEvents = ids(events);

/** The places with coordinates of these events, each with how many of them are there. */
export function placesOnMap(eventIds) {
  return places
    .filter(({ point }) => point)
    .map(({ id }) => ({ id, events: eventsAt(id).filter((event) => eventIds.includes(event)).length }))
    .filter(({ events }) => events > 0);
}

/** Every address of the site below a language. */
export const paths = [
  "",
  ...episodes.map(({ id }) => `episodes/${id}/`),
  ...events.map(({ id }) => `events/${id}/`),
];

/** Without the marks that isolate a piece of text from its surroundings' direction. */
export const plain = (text) => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();

/** The interface's words in a language. */
export function wordsOf(lang) {
  const messages = read(new URL(`../../src/i18n/${lang}.json`, import.meta.url));
  const rules = new Intl.PluralRules(lang);
  function text(key, fill = {}) {
    if (!(key in messages)) throw new Error(`no words for ${key} in ${lang}`);
    return plain(messages[key].replace(/\{([^}]+)\}/g, (_, name) => fill[name]));
  }
  /** The words for a number: the form for none, one, two… */
  function count(key, n, fill = {}) {
    const form = `${key}#${rules.select(n)}`;
    return text(form in messages ? form : `${key}#other`, { n, ...fill });
  }
  /** The forms in which a counted message stands in the file. */
  const forms = (key) => Object.keys(messages).flatMap((one) => (one.startsWith(`${key}#`) ? [one.slice(key.length + 1)] : []));
  /** A day as a date in the language: "13 September 2022" of "2022-09-13". */
  const date = (iso) => {
    const [year, month, day] = iso.split("T")[0].split("-").map(Number);
    return text("date.day", { year, month: text(`month.${month}`), day });
  };
  return { text, count, forms, date };
}
