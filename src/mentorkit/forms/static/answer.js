// A form that asks one question: the answer is kept in the notebook while it is given.
// Knows no question, and writes no words of its own. Joined with the other files by Python.

const PAUSE = 700; // ms without a key until what was typed is kept
const GLIMPSE = 300; // ms until a look whether the notebook was saved, as it is being saved
const LOOK = 1500; // ms until the first of such looks otherwise; each next one waits longer
const LONGEST = 15000;
const APPLE = /Mac|iPhone|iPad/.test(navigator.platform);

// What this page was given, by place: so it outlives a kernel and a cell that is run again.
const GIVEN = (globalThis[Symbol.for("mentorkit.answers")] ??= new Map());

// The forms whose cells this page has run: to these alone the kernel can write.
const OWN = (globalThis[Symbol.for("mentorkit.answer-forms")] ??= new Set());

// The forms of this page that take answers.
const OPEN = (globalThis[Symbol.for("mentorkit.open-answers")] ??= new Set());

// Boxes of which several may be ticked; its value is what they stand for as JSON, or nothing.
class BoxesControl extends Control {
  draw() {
    return make("div", { id: this.id, role: "group", class: "mk-boxes", "aria-labelledby": `${this.id}-label` },
      ...this.spec.options.map(({ value, label }) => make("label", { class: "mk-box" },
        make("input", { type: "checkbox", value }), make("span", { dir: "auto" }, label))));
  }

  read() {
    const ticked = this.radios.filter((box) => box.checked).map((box) => box.value);
    return ticked.length ? JSON.stringify(ticked) : "";
  }

  write(raw) {
    const ticked = raw ? JSON.parse(raw) : [];
    for (const box of this.radios) box.checked = ticked.includes(box.value);
  }
}

class Form {
  // The entrance brings the element, the line to Python, and what it answered.
  constructor({ node, page, status, line, uid }, { spec, held, place, form, again }) {
    Object.assign(this, { node, status, line, spec, place, words: spec.words });
    Object.assign(this, { raw: held.raw, turn: held.turn, saved: held.saved, sent: null, wait: LOOK });
    Object.assign(line, { hear: (answer) => this.hear(answer), say: (text) => text && this.say(text, "bad"),
      free: () => { if (line.given) this.settle(); } });
    const Drawn = spec.control === "boxes" ? BoxesControl : null;
    const id = `${uid}-field-${spec.name}`;
    this.control = Drawn ? new Drawn(spec, id, this.words) : controlFor(spec, id, this.words);
    this.control.label.append(make("span", { class: "mk-unseen" }, `: ${spec.title}`));
    this.note = make("p", { class: "mk-trouble", hidden: !held.note }, held.note);
    this.part = make("fieldset", { role: "presentation" }, this.control.node);
    node.classList.add("mk-answer");
    node.classList.toggle("mk-noted", Boolean(held.note));
    node.setAttribute("aria-labelledby", `${id}-label`);
    page.replaceChildren(this.note, this.part);
    this.control.write(held.raw);
    node.addEventListener("keydown", (event) => this.key(event));
    if (again && !OWN.has(form)) this.close({ stale: true });
    else {
      OWN.add(form);
      this.listen();
    }
    node.dataset.ready = "true";
  }

  listen() {
    OPEN.add(this);
    this.part.addEventListener("input", () => this.changed());
    this.part.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.part.contains(relatedTarget)) this.keep({ left: true });
    });
    this.unload = (event) => { if (this.pending) event.preventDefault(); };
    window.addEventListener("beforeunload", this.unload);
    this.say(this.raw ? this.told() : this.words.before);
    this.watch();
    const given = GIVEN.get(this.place);
    if (!given || given.turn <= this.turn || given.raw === this.raw) return;
    this.control.write(given.raw);
    this.keep();
  }

  close({ stale = false } = {}) {
    OPEN.delete(this);
    clearTimeout(this.pause);
    clearTimeout(this.looks);
    window.removeEventListener("beforeunload", this.unload);
    if (!stale) return;
    this.part.disabled = true;
    this.say(this.words.stale, "warn");
  }

  say(text, tone = "") {
    const told = text.replace("{keys}", APPLE ? "\u2066⌘S\u2069" : "Ctrl+S");
    if (this.status.textContent === told) return;
    this.status.className = `mk-status ${tone && `mk-${tone}`}`;
    this.status.textContent = told;
  }

  told() {
    const { words, saved, raw } = this;
    if (!raw) return saved ? words.before : words.emptied;
    return saved === null ? words.kept : saved ? words.saved : words.unsaved;
  }

  get onItsWay() { return this.line.busy && this.sent !== null; }
  get pending() { return this.control.incomplete || this.control.read() !== this.raw; }

  // --- keeping -------------------------------------------------------------------------

  changed() {
    clearTimeout(this.pause);
    this.control.fault("");
    if (this.place) GIVEN.set(this.place, { raw: this.control.read(), turn: this.turn + 1 });
    this.pause = setTimeout(() => this.keep(), PAUSE);
  }

  // Hand over what the control holds; what is half typed only when the form is left.
  keep({ left = false } = {}) {
    clearTimeout(this.pause);
    const { control, line } = this;
    if (this.onItsWay) {
      this.once = true; // more when the answer is there
      return;
    }
    if (!this.pending || (control.incomplete && !left)) return this.settle();
    clearTimeout(this.looks);
    this.sent = control.read();
    line.ask({ kind: "keep", raw: this.sent, turn: this.turn + 1, incomplete: control.incomplete },
      this.words.late, this.words.dead);
  }

  hear(answer) {
    const { sent } = this;
    this.sent = null;
    this[answer.kind](answer, sent);
    if (!this.once) return;
    this.once = false;
    this.keep();
  }

  kept({ turn, saved }, sent) {
    Object.assign(this, { raw: sent, turn, saved });
    if (this.place) GIVEN.set(this.place, { raw: this.control.read(), turn: turn + (this.pending ? 1 : 0) });
    this.control.fault("");
    this.note.hidden = true;
    this.node.classList.remove("mk-noted");
    this.say(this.told());
    this.wait = LOOK;
    this.settle();
  }

  refused({ message }) {
    this.control.fault(message);
    this.say(message, "unseen");
    this.settle();
  }

  // --- saving the notebook ---------------------------------------------------------------

  key(event) {
    event.stopPropagation(); // no key reaches the notebook
    const held = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!held || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    const { key, code, ctrlKey, metaKey, keyCode } = event;
    const saves = new KeyboardEvent("keydown", { key, code, ctrlKey, metaKey, bubbles: true, cancelable: true });
    Object.defineProperty(saves, "keyCode", { value: keyCode });
    for (const form of this.beside) form.keep({ left: true });
    this.saves = saves;
    this.settle();
  }

  // Let the notebook be saved where that was asked for, as soon as no answer is on its way.
  settle() {
    const forms = this.beside;
    const { saves } = forms.find((form) => form.saves) ?? {};
    if (!saves || forms.some((form) => form.onItsWay || form.once)) return this.watch();
    for (const form of forms) {
      form.saves = null;
      form.wait = GLIMPSE;
      form.watch();
    }
    this.node.parentElement.dispatchEvent(saves);
  }

  // The forms of the same notebook.
  get beside() {
    const kernel = (form) => form.line.model.widget_manager?.kernel;
    return [...OPEN].filter((form) => kernel(form) === kernel(this));
  }

  // Look now and then whether the answer is in the file, until it is.
  watch() {
    clearTimeout(this.looks);
    if (this.saved !== false) return;
    this.looks = setTimeout(() => {
      if (document.hidden || this.line.busy) return this.watch();
      this.sent = null;
      this.line.ask({ kind: "look" }, "", "");
    }, this.wait);
    this.wait = this.wait < LOOK ? LOOK : Math.min(this.wait * 2, LONGEST);
  }

  looked({ saved }) {
    this.saved = saved;
    if (!this.pending) this.say(this.told());
    this.watch();
  }
}

export { Form };
