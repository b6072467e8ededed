// Asks the index that lies beside the pages (Pagefind) and lists what it finds. It asks nobody else.
const AT_ONCE = 20;
const root = new URL("../", import.meta.url);
const form = document.getElementById("search_");
const said = document.getElementById("said_");
const list = document.getElementById("found_");
const more = document.getElementById("more_");
const FILTERS = ["topic", "country", "kind", "year"].filter((name) => form.elements[name]);
const YEARS = form.dataset.years.split(" "); // the newest first; each has an index of its own
const WORDS = JSON.parse(form.dataset.words ?? "{}"); // of the site's language, where that is not English
const indexes = new Map();
let question; // words and options, as Pagefind takes them
let results = [];
let ahead = []; // years that were not searched yet
let turn = 0; // of the newest search: an answer that comes after a later question is dropped

function inWords(message, values = {}) {
  return (WORDS[message] ?? message).replace(/%\((\w+)\)s/g, (_, name) => values[name]);
}

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
  if (voices.length) made.append(element("span", inWords("Words of %(voices)s", { voices: voices.join("; ") })));
  for (const [line, url] of credits) {
    const credit = element("p", "", { class: "credit" });
    credit.append(url ? element("a", line, { href: url, rel: "noopener" }) : line);
    made.append(credit);
  }
  return made;
}

// The index of a year. The first that is asked for brings the program, which the others share.
let program;

async function indexOf(year) {
  program ??= import(new URL(`pagefind/${year}/pagefind.js`, root));
  const { createInstance } = await program;
  if (!indexes.has(year)) indexes.set(year, createInstance({ basePath: new URL(`pagefind/${year}/`, root).href }));
  return indexes.get(year);
}

// Shows so many more, and goes back a year while there are fewer.
async function show() {
  const mine = turn;
  const first = list.children.length;
  more.hidden = true;
  while (ahead.length && results.length < first + AT_ONCE) {
    const answer = await (await indexOf(ahead[0])).search(...question);
    if (mine !== turn) return;
    results.push(...answer.results);
    ahead.shift();
  }
  const found = await Promise.all(results.slice(first, first + AT_ONCE).map((result) => result.data()));
  if (mine !== turn) return;
  list.append(...found.map(entry));
  more.hidden = list.children.length >= results.length && !ahead.length;
  if (first) list.children[first]?.querySelector("a").focus();
  say(told());
}

function told() {
  if (!results.length) {
    const narrowed = Object.keys(question[1].filters).length;
    if (narrowed) return inWords("Nothing found. Choose “Any” in the lists, or try other words.");
    return inWords("Nothing found. Try other words.");
  }
  const number = results.length;
  const below = number > list.children.length ? inWords(", %(number)s below", { number: list.children.length }) : "";
  if (!ahead.length) return inWords("%(number)s found", { number }) + below;
  return inWords("%(number)s found back to %(year)s", { number, year: YEARS[YEARS.indexOf(ahead[0]) - 1] }) + below;
}

function say(words) {
  said.textContent = words;
}

async function search() {
  turn += 1;
  const words = form.elements.q.value.trim().replace(/[“”„«»]/g, '"');
  const filters = {};
  for (const name of FILTERS) if (form.elements[name].value) filters[name] = form.elements[name].value;
  list.replaceChildren();
  more.hidden = true;
  if (!words && !Object.keys(filters).length) return say(inWords("Give a word, or choose from a list."));
  say(inWords("Searching …"));
  question = [words || null, { filters, sort: form.elements.sort.value || !words ? { day: "desc" } : {} }];
  results = [];
  ahead = YEARS.filter((year) => !filters.year || year === filters.year);
  await tried();
}

async function tried() {
  const mine = turn;
  try {
    await show();
  } catch (fault) {
    console.error(fault);
    if (mine === turn) say(inWords("The search could not be loaded. The archive lists every day."));
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.replaceState(null, "", asked.size ? `?${asked}` : location.pathname);
  search();
});
more.addEventListener("click", tried);

// A search has an address: it can be kept and passed on.
const asked = new URLSearchParams(location.search);
for (const name of ["q", "sort", ...FILTERS]) form.elements[name].value = asked.get(name) ?? "";
if (asked.size) search();
