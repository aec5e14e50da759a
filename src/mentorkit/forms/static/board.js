// A board: a column for each status, and cards that move by button or by mouse.
// Knows no record, and writes no words of its own. Joined with the other files by Python.

class Board {
  constructor(model, root) {
    this.model = model;
    this.uid = `mk-${Math.random().toString(36).slice(2, 10)}`;
    this.status = make("p", { class: "mk-status", role: "status" });
    this.after = make("div", { class: "mk-after" });
    this.header = make("header");
    this.columns = make("div", { class: "mk-columns" });
    this.page = make("div", { class: "mk-page" }, this.header,
      make("div", { class: "mk-told" }, this.status, this.after), this.columns);
    this.node = make("section", { class: "mk-form mk-board", "aria-labelledby": `${this.uid}-heading` }, this.page);
    this.node.addEventListener("keydown", (event) => this.key(event));
    this.line = new Line(model, this.uid, {
      hear: (answer) => this[answer.kind](answer),
      say: (text) => this.say(text, "bad"),
      free: () => this.node.removeAttribute("aria-busy"),
    });
    root.append(this.node);
    const waiting = model.get("waiting");
    Object.assign(this.node, { lang: waiting.language, dir: waiting.direction });
    this.say(waiting.opening);
    this.line.ask({ kind: "open" }, waiting.opening_late, waiting.opening_dead);
  }

  close() { this.line.close(); }

  key(event) {
    event.stopPropagation(); // no key reaches the notebook
    if (event.key === "Escape" && this.panel) {
      event.preventDefault();
      this.leave();
    }
  }

  say(text, tone = "") {
    this.status.className = `mk-status ${tone && `mk-${tone}`}`;
    this.status.textContent = text;
  }

  // --- drawing ----------------------------------------------------------------------

  opened({ spec, cards }) {
    Object.assign(this, { spec, words: spec.words });
    const signed = spec.signed_as ? make("p", { class: "mk-signed" }, `${spec.words.signed} `,
      make("b", { dir: "auto" }, spec.signed_as)) : null;
    this.header.replaceChildren(make("h2", { id: `${this.uid}-heading` }, spec.title),
      ...(signed ? [signed] : []));
    this.say("");
    this.draw(cards);
  }

  draw(cards) {
    this.cards = new Map(cards.map((card) => [card.id, card]));
    this.panel = null;
    if (!cards.length) return this.columns.replaceChildren(make("p", { class: "mk-none" }, this.words.empty));
    this.columns.replaceChildren(...this.spec.columns.map((column) => this.column(column, cards)));
  }

  column({ status, label }, cards) {
    const mine = cards.filter((card) => card.status === status);
    const id = `${this.uid}-column-${status}`;
    const heading = make("h3", { id }, label, " ", make("small", {}, String(mine.length)));
    const inner = mine.length ? make("ul", {}, ...mine.map((card) => this.card(card)))
      : make("p", { class: "mk-none" }, this.words.none);
    const node = make("div", { class: `mk-column ${mine.length ? "" : "mk-empty"}`, role: "group",
      "aria-labelledby": id, "data-status": status }, heading, inner);
    const over = (on) => node.classList.toggle("mk-over", on);
    node.addEventListener("dragover", (event) => {
      if (!this.dragged) return;
      event.preventDefault();
      over(this.dragged.status !== status);
    });
    node.addEventListener("dragleave", (event) => node.contains(event.relatedTarget) || over(false));
    node.addEventListener("drop", (event) => {
      event.preventDefault();
      over(false);
      if (this.dragged && this.dragged.status !== status) this.drop(this.dragged, status);
    });
    return node;
  }

  card(card) {
    const name = make("b", { dir: "auto" }, card.title);
    const note = [card.late, card.when].filter(Boolean);
    const node = make("li", { class: `mk-card ${card.late && "mk-late"}`, draggable: "true", "data-card": card.id },
      name,
      card.about ? make("p", { class: "mk-help", dir: "auto" }, card.about) : null,
      note.length ? make("p", { class: "mk-when" }, card.late ? make("strong", {}, card.late) : null,
        card.late ? " · " : null, card.when) : null,
      make("button", { type: "button", class: "mk-move", "aria-expanded": "false",
        "aria-label": `${this.words.move}: ${card.title}`,
        onclick: () => this.toggle(card) }, this.words.move));
    node.addEventListener("dragstart", (event) => {
      this.dragged = card;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", ""); // nothing to drop elsewhere
    });
    node.addEventListener("dragend", () => { this.dragged = null; });
    return node;
  }

  at(id) { return this.columns.querySelector(`[data-card="${CSS.escape(id)}"]`); }

  focusOn(id) { this.at(id)?.querySelector(".mk-move").focus(); }

  // --- choosing where to --------------------------------------------------------------

  toggle(card) {
    if (this.panel?.card.id === card.id) return this.leave();
    this.choose(card);
    this.panel.node.querySelector("button").focus();
  }

  choose(card) {
    this.shut();
    const reason = this.reason();
    const id = `${this.uid}-to`;
    const targets = this.spec.columns.filter(({ status }) => status !== card.status)
      .map(({ status, label }) => button(label, () => this.move(card, status)));
    const node = make("div", { class: "mk-choice", role: "group", "aria-labelledby": id },
      make("p", { id, class: "mk-label" }, this.words.move_to.replace("{title}", () => card.title)),
      make("div", { class: "mk-targets" }, ...targets), reason.node,
      button(this.words.cancel, () => this.leave()));
    const at = this.at(card.id);
    at.draggable = false; // so that the reason's text can be marked
    at.querySelector(".mk-move").setAttribute("aria-expanded", "true");
    at.append(node);
    this.panel = { card, node, reason };
  }

  // The reason's field, with its help and the place where an error is told.
  reason() {
    const { words, spec: { asks } } = this;
    const [id, help, error] = ["why", "why-help", "why-error"].map((part) => `${this.uid}-${part}`);
    const box = make("input", { id, type: "text", dir: "auto", autocomplete: "off",
      "aria-required": asks ? "true" : null, "aria-describedby": help });
    const told = make("p", { id: error, class: "mk-error", hidden: true });
    const label = make("label", { class: "mk-label", for: id }, asks ? words.reason_required : words.reason);
    const node = make("div", { class: "mk-why" }, label,
      make("p", { id: help, class: "mk-help" }, words.reason_help), told, box);
    const fault = (message) => {
      told.replaceChildren(make("span", { class: "mk-unseen" }, `${words.error} `), message);
      told.hidden = false;
      box.setAttribute("aria-invalid", "true");
      box.setAttribute("aria-describedby", `${help} ${error}`);
      box.focus();
    };
    return { node, box, fault };
  }

  shut() {
    if (!this.panel) return;
    const { node, card } = this.panel;
    this.panel = null;
    node.remove();
    const at = this.at(card.id);
    if (!at) return;
    at.draggable = true;
    at.querySelector(".mk-move").setAttribute("aria-expanded", "false");
  }

  leave() {
    const { id } = this.panel.card;
    this.shut();
    this.focusOn(id);
  }

  drop(card, to) {
    if (!this.spec.asks) return this.move(card, to);
    this.choose(card);
    this.ask(this.words.ask_why);
  }

  ask(message) {
    this.panel.reason.fault(message);
    this.say(message, "unseen");
  }

  // --- moving ---------------------------------------------------------------------------

  move(card, to) {
    if (this.line.busy) return;
    const why = this.panel?.card.id === card.id ? this.panel.reason.box.value : "";
    if (this.spec.asks && !why.trim()) {
      if (!this.panel) this.choose(card);
      return this.ask(this.words.ask_why);
    }
    this.wait(this.words.moving);
    this.line.ask({ kind: "move", id: card.id, version: card.version, to, why }, this.words.late, this.words.dead);
  }

  takeBack(id, undo) {
    if (this.line.busy) return;
    this.wait(this.words.undoing);
    this.line.ask({ kind: "undo", id, undo }, this.words.undo_late, this.words.undo_dead);
  }

  wait(text) {
    this.node.setAttribute("aria-busy", "true");
    this.say(text);
  }

  moved({ cards, id, message, undo }) {
    this.settle(cards, id);
    this.after.replaceChildren(button(this.words.undo, () => this.takeBack(id, undo)));
    this.say(message);
  }

  undone({ cards, id, message }) {
    this.settle(cards, id);
    this.after.replaceChildren();
    this.say(message);
  }

  // What was typed as a reason stays when the move was refused.
  refused({ cards, id, message, asks }) {
    const why = this.panel?.reason.box.value;
    if (cards) this.draw(cards);
    if (id && why && this.at(id)) {
      this.choose(this.cards.get(id));
      this.panel.reason.box.value = why;
    }
    if (asks && this.panel) return this.ask(message);
    if (id) this.focusOn(id);
    this.say(message, "bad");
  }

  settle(cards, id) {
    this.draw(cards);
    this.focusOn(id);
  }
}

export default {
  render({ model, el }) {
    const board = new Board(model, el);
    return () => board.close();
  },
};
