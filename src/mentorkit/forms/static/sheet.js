// The form as it is drawn: its parts, its keys, its status, its questions to Python.
// Joined with the other files by Python.

class Sheet {
  // The entrance brings the element, the line to Python, and what it answered.
  constructor({ node, page, status, line, uid }, { spec, values, id, version }) {
    Object.assign(this, { node, page, status, line, uid, spec, words: spec.words });
    this.first = this.row = { id, version, values };
    Object.assign(this, { id, base: version, addsRows: version === null });
    Object.assign(line, {
      hear: (answer) => this.hear(answer),
      say: (text) => this.say(text, "bad"),
      free: () => this.main.removeAttribute("aria-disabled"),
    });
    node.setAttribute("aria-labelledby", `${uid}-heading`);
    node.addEventListener("keydown", (event) => this.key(event));
    this.draw();
    this.fields.fill(values);
    this.react();
    this.say("");
    this.show(this.form);
  }

  // The heading and what was saved last stay; under them is the form, or a receipt.
  show(body) { this.page.replaceChildren(this.header, this.receipts, body); }

  draw() {
    const { words, spec, uid } = this;
    this.title = make("h2", { id: `${uid}-heading`, tabindex: "-1" }, spec.title);
    this.fields = new Fields(spec, uid, words);
    this.node.style.setProperty("--mk-fields", this.fields.all.length); // about how tall it is
    [this.notes, this.summary, this.receipts] = [make("div"), make("div"), make("div", { class: "mk-receipts" })];
    const apple = /Mac|iPhone|iPad/.test(navigator.platform);
    this.main = make("button", { type: "submit", class: "mk-main" }, words.save);
    this.more = button(words.save_more, () => this.save({ more: true }));
    const signed = spec.signed_as ? make("p", { class: "mk-signed" }, `${words.signed} `,
      make("b", { dir: "auto" }, spec.signed_as)) : null;
    this.advice = spec.advises ? new Advice(this.line.model, uid, this.fields) : null;
    this.trouble = make("p", { class: "mk-trouble", hidden: true });
    this.header = make("header", {}, this.title, signed);
    this.form = make("form", { novalidate: true, "aria-labelledby": `${uid}-heading` },
      this.notes, this.summary, ...this.fields.sections,
      this.fields.reason.node, this.advice?.node ?? null,
      actions(this.main, this.more, button(words.discard, () => this.discard(), "quiet"),
        make("span", { class: "mk-keys" }, words.keys.replace("{keys}", apple ? "⌘ Enter" : "Ctrl+Enter"))),
      this.trouble);
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.save(); });
    for (const kind of ["input", "change"]) this.form.addEventListener(kind, () => this.changed());
  }

  key(event) {
    event.stopPropagation(); // no key reaches the notebook
    if (event.isComposing) return;
    const held = (event.ctrlKey || event.metaKey) && !event.altKey;
    const enter = held && event.key === "Enter";
    const saves = enter || (held && !event.shiftKey && event.key.toLowerCase() === "s");
    if (saves) event.preventDefault();
    if (!this.isOpen) return;
    if (saves) this.save({ more: enter && event.shiftKey });
    else if (event.key === "Escape") this.escape();
  }

  get isOpen() { return this.page.contains(this.form); }
  get isNew() { return this.base === null; }
  get dirty() {
    return Object.keys(this.fields.edits(this.row.values)).length > 0
      || this.fields.incomplete.length > 0 || this.fields.why !== "";
  }

  say(text, tone = "") {
    if (this.status.textContent === text) return;
    this.status.className = `mk-status ${tone && `mk-${tone}`}`;
    this.status.textContent = text;
  }

  ask(message, doing, late, dead, answers = {}) {
    if (this.line.busy) return this.say(this.words.still);
    this.answers = answers;
    this.say(doing);
    this.main.setAttribute("aria-disabled", "true");
    this.line.ask(message, late, dead);
  }

  hear(answer) {
    const heard = this.answers[answer.kind];
    if (heard) heard(answer);
    else this[answer.kind](answer);
  }

  changed() {
    this.overtaken?.follow();
    this.react();
    this.keepDraft();
  }

  react() {
    this.fields.follow();
    this.advice?.soon();
    this.fields.ask(this.row.values, this.isNew);
    this.more.hidden = !this.isNew;
  }

  // Show above the form what there is to settle, and take the focus there.
  stop(shown, message, focus = shown) {
    this.summary.replaceChildren(shown);
    this.say(message, "unseen");
    focus.focus();
  }

  // Show the form for a row that is kept, or for a new one.
  about(row, place) {
    this.row = row;
    [this.id, this.base, this.overtaken, this.aside] = [row.id, row.version, null, {}];
    this.draft = this.draft.next(place);
    this.fields.clearFaults();
    this.notes.replaceChildren();
    this.summary.replaceChildren();
    this.fields.reason.write("");
    this.fields.fill(row.values);
    this.title.textContent = this.addsRows && !this.isNew ? this.spec.title_edit : this.spec.title;
    this.react();
    this.told();
  }

  freshId() {
    const drawn = crypto.getRandomValues(new Uint8Array(8));
    return `${this.spec.prefix}-${[...drawn].map((byte) => LETTERS[byte & 31]).join("")}`;
  }
}
