// JSON-LD in the words of schema.org: the dataset, what is shown of it, each claim, and what the
// claims are about. The claims' nodes are made natively, where the pages' own are.

import { notes } from "./about.js";

export const type = "application/ld+json";

/** The dataset, and a part of it where the link leads to one. */
function datasets(about) {
  const { node, link, whole, title, as_of_note, data_date, publisher, language } = about;
  const described = { ...node, description: notes(about).join(" ") };
  if (link === whole) return [described];
  const part = {
    "@type": "Dataset",
    "@id": link,
    url: link,
    name: title,
    description: as_of_note ?? node.description,
    inLanguage: language,
    creator: { "@type": "Organization", name: publisher },
    dateModified: data_date,
    ...(node.license && { license: node.license }),
    isPartOf: { "@id": node["@id"] },
  };
  return [described, part];
}

export function begin(about) {
  const graph = datasets(about).map((node) => JSON.stringify(node));
  return `{"@context":"https://schema.org","@graph":[\n${graph.join(",\n")}`;
}

export function claim({ row, node }, { words }) {
  const marked = row.known_by === "maybe" ? { ...node, disambiguatingDescription: words.maybe } : node;
  return `,\n${JSON.stringify(marked)}`;
}

export const end = (about, described) => `${described.map((node) => `,\n${JSON.stringify(node)}`).join("")}\n]}\n`;
