// Goes to another state of the page by following a link, so that it stays in the address and the app
// does what it does with every link.

/** Follows this page's own address with each of `parameters` set, or taken out where it is empty. */
export function follow(parameters) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(parameters)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const link = document.createElement("a");
  link.href = `${location.pathname}?${query}`.replaceAll("%3A", ":").replaceAll("%2C", ",").replace(/\?$/, "");
  document.body.append(link);
  link.click();
  link.remove();
}
