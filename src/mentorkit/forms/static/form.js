// One form for every record, drawn from the description that Python sends.
// Knows no record, and writes no words of its own. Joined with the other files by Python.

const REASON = "reason_for_change";

class Form {
  constructor(model, root) {
    this.model = model;
    this.uid = `mk-${Math.random().toString(36).slice(2, 10)}`; // each form loads its own copy of this
    this.status = make("p", { class: "mk-status", role: "status" });
    this.page = make("div", { class: "mk-page" });
    const { language, direction } = model.get("waiting");
    this.node = make("section", { class: "mk-form", lang: language, dir: direction,
      "aria-labelledby": `${this.uid}-heading` }, this.page, this.status);
    this.title = make("h2", { id: `${this.uid}-heading`, tabindex: "-1" });
    this.node.addEventListener("keydown", (event) => this.key(event));
    this.line = new Line(model, this.uid, {
      hear: (answer) => this[answer.kind](answer),
      say: (text) => this.say(text, "bad"),
      free: () => this.submit?.removeAttribute("aria-disabled"),
    });
    this.leave = () => this.keepDraft();
    window.addEventListener("pagehide", this.leave);
    root.append(this.node);
    this.open(false);
  }

  close() {
    this.keepDraft();
    this.line.close();
    window.removeEventListener("pagehide", this.leave);
  }

  key(event) {
    event.stopPropagation(); // no key reaches the notebook
    const saves = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      && (event.key === "Enter" || event.key.toLowerCase() === "s");
    if (saves) event.preventDefault();
    if (saves && this.isOpen) this.save();
  }

  get isOpen() { return Boolean(this.form) && this.page.contains(this.form); }

  say(text, tone = "") {
    if (this.status.textContent === text) return;
    this.status.className = `mk-status ${tone && `mk-${tone}`}`;
    this.status.textContent = text;
  }

  // --- opening ----------------------------------------------------------------------

  open(focus, done = "") {
    const words = this.model.get("waiting");
    Object.assign(this, { focusAfter: focus, done });
    this.say(words.opening);
    this.line.ask({ kind: "open" }, words.opening_late, words.opening_dead);
  }

  opened({ spec, values, id, version }) {
    Object.assign(this, { spec, words: spec.words, id, base: version, originals: { ...values } });
    this.title.textContent = spec.title;
    this.draft = new Draft(spec, version === null ? "new" : id);
    this.draw();
    this.fill(values);
    this.say(this.done);
    this.page.replaceChildren(this.form);
    this.restore();
    this.react();
    if (this.focusAfter) this.focusFirst();
  }

  draw() {
    this.controls = new Map();
    const sections = this.spec.groups.map((group, place) => this.section(group, `${this.uid}-group-${place}`));
    const reason = { name: REASON, control: "textarea", lines: 2, place: "wide", required: true, options: [],
      draft: true, label: this.words.reason, help: this.words.reason_help };
    this.reason = new Control(reason, `${this.uid}-reason`, this.words);
    this.reason.node.classList.add("mk-reason");
    [this.note, this.summary] = [make("div"), make("div")];
    const apple = /Mac|iPhone|iPad/.test(navigator.platform);
    this.submit = make("button", { type: "submit", class: "mk-main" }, this.words.save);
    const signed = this.spec.signed_as ? make("p", { class: "mk-signed" }, `${this.words.signed} `,
      make("b", { dir: "auto" }, this.spec.signed_as)) : null;
    this.form = make("form", { novalidate: true, "aria-labelledby": `${this.uid}-heading` },
      make("header", {}, this.title, signed), this.note, this.summary, ...sections, this.reason.node,
      make("div", { class: "mk-actions" }, this.submit,
        make("span", { class: "mk-keys" }, this.words.keys.replace("{keys}", apple ? "⌘ Enter" : "Ctrl+Enter"))));
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.save(); });
    for (const kind of ["input", "change"]) this.form.addEventListener(kind, () => this.changed());
  }

  section({ legend, folded, fields }, id) {
    const drawn = fields.map((spec) => {
      const control = new Control(spec, `${this.uid}-field-${spec.name}`, this.words);
      this.controls.set(spec.name, control);
      return control.node;
    });
    const grid = make("div", { class: "mk-grid" }, ...drawn);
    if (!legend) return make("div", { class: "mk-group mk-plain-group" }, grid);
    if (!folded) return make("fieldset", { class: "mk-group" }, make("legend", {}, legend), grid);
    return make("details", { class: "mk-group" },
      make("summary", {}, make("span", { id }, legend), make("small", {}, this.words.optional)),
      make("fieldset", { "aria-labelledby": id }, grid));
  }

  focusFirst() { [...this.controls.values()][0].focus(); }

  fill(values) {
    for (const [name, control] of this.controls) if (name in values) control.write(values[name]);
    for (const fold of this.form.querySelectorAll("details"))
      fold.open ||= [...this.controls.values()].some((control) => fold.contains(control.node)
        && control.spec.kind === "text" && control.read());
  }

  // --- what changed, the reason for it, and the draft ------------------------------

  typed() {
    return Object.fromEntries([...this.controls].map(([name, control]) => [name, control.read()]));
  }

  edits(keep = () => true) {
    const found = {};
    for (const [name, control] of this.controls)
      if (keep(control.spec) && control.read() !== this.originals[name]) found[name] = control.read();
    return found;
  }

  changed() {
    this.react();
    clearTimeout(this.drafting);
    this.drafting = setTimeout(() => this.keepDraft(), 250);
  }

  react() {
    const asks = Object.keys(this.edits((spec) => spec.why)).some((name) => this.originals[name] !== "");
    this.reason.node.hidden = this.base === null || !asks;
  }

  keepDraft() {
    clearTimeout(this.drafting);
    if (!this.isOpen) return;
    const values = this.edits((spec) => spec.draft);
    this.draft.keep({ id: this.id, base: this.base, values, why: this.reason.read() });
  }

  restore() {
    const draft = this.draft.read();
    if (!draft) return;
    this.id = draft.id; // a new row saved before the page was reloaded is not added twice
    this.base = draft.base;
    this.fill(draft.values);
    this.reason.write(draft.why);
    const withheld = [...this.controls.values()].some((control) => !control.spec.draft);
    this.note.replaceChildren(make("div", { class: "mk-note" },
      make("p", {}, withheld ? this.words.restored_private : this.words.restored),
      button(this.words.discard, () => this.discard())));
    this.say(this.words.restored, "unseen");
  }

  discard() {
    this.form.remove(); // so that closing keeps no draft of it
    this.draft.drop();
    this.open(true, this.words.discarded);
  }

  // --- saving -----------------------------------------------------------------------

  save() {
    if (this.line.busy) return this.say(this.words.still);
    const isNew = this.base === null;
    this.submitted = this.typed();
    const values = isNew ? this.submitted : this.edits();
    const incomplete = [...this.controls].filter(([, c]) => c.incomplete).map(([name]) => name);
    if (!isNew && !Object.keys(values).length && !incomplete.length) return this.say(this.words.unchanged);
    this.keepDraft();
    this.say(this.words.saving);
    const why = this.reason.node.hidden ? "" : this.reason.read();
    this.submit.setAttribute("aria-disabled", "true");
    this.line.ask({ kind: "save", id: this.id, base: this.base, values, incomplete, why },
      this.words.saving_late, this.words.saving_dead);
  }

  clearFaults() {
    for (const control of [...this.controls.values(), this.reason]) control.fault("");
    this.summary.replaceChildren();
  }

  panel(kind, heading, ...parts) {
    const title = make("h3", { id: `${this.uid}-panel` }, heading);
    return make("div", { class: `mk-panel mk-${kind}`, role: "group", tabindex: "-1",
      "aria-labelledby": title.id }, title, ...parts);
  }

  // Show above the form why it was not saved, and take the focus there.
  stop(panel, message) {
    this.summary.replaceChildren(panel);
    this.say(message, "unseen");
    panel.focus();
  }

  invalid({ message, problems }) {
    this.clearFaults();
    const items = problems.map(({ field, message: text }) => {
      const control = field === REASON ? this.reason : this.controls.get(field);
      if (!control) return make("li", {}, text);
      if (control === this.reason) control.node.hidden = false;
      control.fault(text);
      const link = make("a", { href: `#${control.id}` }, text);
      link.addEventListener("click", (event) => { event.preventDefault(); control.focus(); });
      return make("li", {}, make("span", { class: "mk-where" }, control.spec.label), " ", link);
    });
    this.stop(this.panel("problems", message, make("ul", {}, ...items)), message);
  }

  failed({ message }) {
    if (!this.spec) return this.say(message, "bad");
    this.clearFaults();
    const said = make("p", { class: "mk-said" }, message);
    this.stop(this.panel("problems", this.words.failed, said), message);
  }

  conflict({ message, version, changes, values }) {
    this.clearFaults();
    const list = changes.map((change) => make("li", {}, make("b", {}, change.label), " · ", make("bdi", {}, change.who),
      change.why ? make("p", { class: "mk-help", dir: "auto" }, change.why) : null,
      terms([[this.words.before, change.before], [this.words.theirs, change.theirs],
        [this.words.mine, change.mine]], "mk-three")));
    const mine = this.edits();
    const adopt = (names) => {
      Object.assign(this.originals, values);
      for (const name of names) this.controls.get(name).write(values[name]);
      this.base = version ?? this.base;
      this.summary.replaceChildren();
      this.react();
    };
    const take = button(this.words.take, () => {
      adopt(Object.keys(values));
      this.keepDraft();
      this.say(this.words.taken);
      this.title.focus();
    });
    const over = button(this.words.over, () => {
      adopt(Object.keys(values).filter((name) => !(name in mine)));
      this.save();
    });
    this.stop(this.panel("overtaken", message, make("ul", {}, ...list),
      make("div", { class: "mk-actions" }, take, over)), message);
  }

  kept({ message, id, version, values }) {
    this.settle(id, version, values);
    this.clearFaults();
    this.note.replaceChildren();
    this.react();
    this.keepDraft();
    this.say(message, "bad");
  }

  // From now on the form is about a row that is kept.
  settle(id, version, values) {
    clearTimeout(this.drafting);
    this.draft.drop();
    this.draft = new Draft(this.spec, id);
    Object.assign(this, { id, base: version, originals: { ...values } });
  }

  saved(answer) {
    const { message, since, summary, id, version, values } = answer;
    const later = Object.entries(this.typed()).some(([name, text]) => text !== this.submitted[name]);
    if (later) return this.kept({ ...answer, message: since });
    const added = this.base === null;
    this.settle(id, version, values);
    const again = added ? button(this.words.again, () => this.open(true)) : null;
    const panel = this.panel("saved", this.words.saved, make("p", {}, message),
      terms(summary), make("div", { class: "mk-actions" }, button(this.words.edit, () => this.edit()), again));
    this.page.replaceChildren(panel);
    this.say(`${this.words.saved}. ${message}`, "unseen");
    panel.focus();
  }

  edit() {
    this.clearFaults();
    this.note.replaceChildren();
    this.reason.write("");
    this.fill(this.originals);
    this.title.textContent = this.spec.title_edit;
    this.page.replaceChildren(this.form);
    this.react();
    this.say("");
    this.focusFirst();
  }
}

export default {
  render({ model, el }) {
    const form = new Form(model, el);
    return () => form.close();
  },
};
