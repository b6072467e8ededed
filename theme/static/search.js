// Asks the index that lies beside the pages (Pagefind) and lists what it finds. It asks nobody else.
const AT_ONCE = 20;
const root = new URL("../", import.meta.url);
const form = document.getElementById("search_");
const said = document.getElementById("said_");
const list = document.getElementById("found_");
const more = document.getElementById("more_");
const FILTERS = ["topic", "country", "kind", "year"].filter((name) => form.elements[name]);
let results = [];
let turn = 0; // of the newest search: an answer that comes after a later question is dropped

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// Words of strangers stay text: an excerpt is cut at its marks and never read as HTML.
function excerpt({ excerpt: marked, plain_excerpt: plain, raw_content: whole }) {
  const made = element("p", "", { dir: "auto" });
  if (!whole.startsWith(plain)) made.append("… ");
  marked.split(/<\/?mark>/).forEach((part, n) => {
    const words = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    made.append(n % 2 ? element("mark", words) : words);
  });
  if (!whole.endsWith(plain)) made.append(" …");
  return made;
}

function entry(data) {
  const { at, told, voices, credits } = JSON.parse(data.filters.beside[0]);
  const made = document.createElement("li");
  made.append(element("a", data.meta.title, { href: new URL(at, root), dir: "auto" }), element("span", told), excerpt(data));
  if (voices.length) made.append(element("span", `Words of ${voices.join("; ")}`));
  for (const [line, url] of credits) {
    const credit = element("p", "", { class: "credit" });
    credit.append(url ? element("a", line, { href: url, rel: "noopener" }) : line);
    made.append(credit);
  }
  return made;
}

async function show() {
  const mine = turn;
  const first = list.children.length;
  const found = await Promise.all(results.slice(first, first + AT_ONCE).map((result) => result.data()));
  if (mine !== turn) return;
  list.append(...found.map(entry));
  more.hidden = list.children.length >= results.length;
  if (first) list.children[first].querySelector("a").focus();
}

function say(words) {
  said.textContent = words;
}

async function search() {
  const mine = ++turn;
  const words = form.elements.q.value.trim().replace(/[“”„«»]/g, '"');
  const filters = {};
  for (const name of FILTERS) if (form.elements[name].value) filters[name] = form.elements[name].value;
  const chosen = Object.keys(filters).length > 0;
  list.replaceChildren();
  more.hidden = true;
  if (!words && !chosen) return say("Give a word, or choose from a list.");
  say("Searching …");
  try {
    const pagefind = await import(new URL("pagefind/pagefind.js", root));
    const sort = form.elements.sort.value || !words ? { day: "desc" } : {};
    const answer = await pagefind.search(words || null, { filters, sort });
    if (mine !== turn) return;
    results = answer.results;
    await show();
    if (mine !== turn) return;
    const all = results.length > AT_ONCE ? `, the first ${AT_ONCE} below` : "";
    say(results.length ? `${results.length} found${all}` : `Nothing found.${chosen ? " Choose “Any” in the lists, or try" : " Try"} other words.`);
  } catch (fault) {
    console.error(fault);
    if (mine === turn) say("The search could not be loaded. The archive lists every day.");
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.replaceState(null, "", asked.size ? `?${asked}` : location.pathname);
  search();
});
more.addEventListener("click", show);

// A search has an address: it can be kept and passed on.
const asked = new URLSearchParams(location.search);
for (const name of ["q", "sort", ...FILTERS]) form.elements[name].value = asked.get(name) ?? "";
if (asked.size) search();
