// What the reader chooses, as the link format says it (src/view_state.rs).

/** Parameters that only a frame's link has. */
const OF_FRAMES = ["row", "theme", "controls"];

const controls = (share) => share.querySelectorAll(".share-choices [name]");

/** Has the choices as a link's query says; answers what of the query its frame keeps besides. */
export function choose(share, search) {
  const asked = new URLSearchParams(search);
  const kept = new URLSearchParams();
  for (const name of share.dataset.keeps.split(" ")) if (asked.get(name)) kept.set(name, asked.get(name));
  for (const control of controls(share)) {
    if (control.type === "checkbox") control.checked = asked.get(control.name) === control.value;
    else {
      const values = control.name === "what" ? ["row", "view"].map((name) => `${name}=${asked.get(name)}`) : [asked.get(control.name)];
      const option = [...control.options].find(({ value }) => value && values.includes(value));
      if (option) control.value = option.value;
    }
  }
  return kept;
}

/** The query of the frame as it is chosen. */
export function chosen(share, kept) {
  const query = new URLSearchParams(kept);
  for (const { name, value, type, checked } of controls(share)) {
    if (!value || (type === "checkbox" && !checked)) continue;
    const [own, itself] = name === "what" ? value.split("=") : [name, value];
    query.set(own, itself);
  }
  return query;
}

/** As the app writes it: commas and colons bare. */
const written = (query) => (query.size ? `?${query}`.replaceAll("%2C", ",").replaceAll("%3A", ":") : "");

/** The frame's address and that of the page it shows, whose link has no more than a page obeys. */
export function addressesOf({ dataset }, query) {
  const full = new URLSearchParams(query);
  for (const name of OF_FRAMES) full.delete(name);
  if (full.get("view") !== "map") full.delete("view");
  return { frame: dataset.frame + written(query), page: dataset.page + written(full), query: written(query) };
}

/** Another language is another page, with the same choices. */
export function keepLanguages(share, query) {
  for (const link of share.querySelectorAll(".share-languages a")) link.search = written(query);
}
