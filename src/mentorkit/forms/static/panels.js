// What a form says beside its fields: panels, notes, and questions.
// Joined with the other files by Python.

let panels = 0;

// A panel with a heading, which takes the focus when there is something to say.
function panel(kind, heading, ...parts) {
  const title = make("h3", { id: `mk-panel-${panels += 1}` }, heading);
  return make("div", { class: `mk-panel mk-${kind}`, role: "group", tabindex: "-1",
    "aria-labelledby": title.id }, title, ...parts);
}

function actions(...buttons) {
  return make("div", { class: "mk-actions" }, ...buttons);
}

function note(text, ...buttons) {
  return make("div", { class: "mk-note" }, make("p", {}, text), actions(...buttons));
}

// Ask whether to discard what was typed; going on is what a hasty key does.
function question(words, yes, no) {
  const asked = panel("overtaken", words.ask, make("p", {}, words.ask_help),
    actions(button(words.ask_no, no), button(words.ask_yes, yes, "danger")));
  asked.setAttribute("role", "alertdialog");
  return asked;
}

// An unsaved text of another form: what it says, to be fetched or dropped.
function offer(words, fields, { content }, fetch, drop) {
  const time = new Date(content.at).toLocaleString(fields.language, { dateStyle: "medium", timeStyle: "short" });
  const told = (content.chosen ? words.set_aside : words.found).replace("{time}", time);
  const texts = Object.entries(content.values).filter(([name, value]) => fields.get(name) && value !== "" && value !== false)
    .map(([name]) => [fields.get(name).spec.label, fields.get(name).inWords(content.values[name])]);
  return make("div", { class: "mk-note mk-offer" }, make("p", {}, told), terms(texts, "mk-found"),
    actions(button(words.fetch, fetch), button(words.drop, drop)));
}

// Texts that somebody decided against, to be read and copied.
function leftOver(words, texts, say) {
  if (!texts.length) return null;
  const parts = texts.map(([label, text]) => make("div", {}, make("dt", {}, label),
    make("dd", { dir: "auto" }, text), navigator.clipboard ? make("dd", {}, button(words.copy,
      () => navigator.clipboard.writeText(text).then(() => say(words.copied)))) : null));
  return make("details", { class: "mk-unkept", open: true }, make("summary", {}, words.not_kept), make("dl", {}, ...parts));
}
