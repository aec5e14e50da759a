// Finds reviews among the data of this page. Puts text on the page, never HTML.
(() => {
  "use strict";
  const by = (id) => document.getElementById(id);
  const STEP = 100;
  const {lang, letters, words, rows} = JSON.parse(by("data").textContent);
  const states = by("states").content.children;
  const [box, filter, list, said, more] =
    ["words", "filter", "found", "said", "more"].map(by);
  const number = new Intl.NumberFormat(lang);
  let keys, found = [], shown = 0, telling;

  const folded = new RegExp(`[${Object.keys(letters).join("")}]`, "g");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(folded, (letter) => letters[letter]);

  const fits = (value) => {
    const at = Number(value.slice(1));
    if (value[0] === "s") return (row) => row[3] === at;
    return value ? (row) => row[4] & at : () => true;
  };

  const own = (name, text) => {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  };

  const line = ([names, mentors, handle, state, , page]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = page === 0 ? `${handle}.html` : page;
    link.append(own("bdi", names));
    const who = own("span", "");
    const parts = mentors ? words.with.split(/(\{mentees\}|\{mentors\})/) : ["{mentees}"];
    who.append(...parts.map((part) =>
      part === "{mentees}" ? (page === "" ? own("bdi", names) : link)
        : part === "{mentors}" ? own("bdi", mentors) : part));
    item.append(who, states[state].cloneNode(true));
    return item;
  };

  const grow = () => {
    const next = found.slice(shown, shown + STEP);
    list.append(...next.map((at) => line(rows[at])));
    shown += next.length;
    more.hidden = shown >= found.length;
  };

  const tell = () => {
    const text = !found.length ? words.none
      : shown < found.length ? words.first : words.found;
    const values = {n: found.length, all: rows.length, shown};
    said.textContent = text.replace(/\{(n|all|shown)\}/g,
      (_, name) => number.format(values[name]));
  };

  const search = () => {
    history.replaceState([box.value, filter.value], "");
    keys ??= rows.map((row) => plain(row.slice(0, 3).join("\n")));
    const wanted = plain(box.value).split(/\s+/).filter(Boolean);
    const chosen = fits(filter.value);
    found = [];
    rows.forEach((row, at) => {
      if (chosen(row) && wanted.every((word) => keys[at].includes(word))) found.push(at);
    });
    shown = 0;
    list.replaceChildren();
    grow();
    clearTimeout(telling);
    telling = setTimeout(tell, 200);
  };

  box.addEventListener("input", search);
  filter.addEventListener("change", search);
  more.addEventListener("click", () => {
    const at = list.children.length;
    grow();
    tell();
    list.children[at]?.querySelector("a")?.focus();
  });
  by("without").hidden = true;
  by("tools").hidden = false;
  [box.value, filter.value] = history.state ?? ["", ""];
  search();
  if (matchMedia("(hover: hover)").matches) box.focus();
})();
