// What every form brings along: it asks Python for the form, and for the front end where
// this page does not have it yet, which is shared by all forms of the page.

const FRONT_ENDS = Symbol.for("mentorkit.front-ends");

class Entrance {
  constructor(model, el) {
    this.model = model;
    this.uid = `mk-${Math.random().toString(36).slice(2, 10)}`;
    [this.node, this.page, this.status] = ["section", "div", "p"].map((tag) => document.createElement(tag));
    [this.node.className, this.page.className, this.status.className] = ["mk-form", "mk-page", "mk-status"];
    this.status.setAttribute("role", "status");
    const { language, direction } = model.get("waiting");
    Object.assign(this.node, { lang: language, dir: direction });
    this.node.append(this.page, this.status);
    el.append(this.node);
    wake().catch(() => {}); // where there is none, drafts are kept elsewhere
    this.line = new Line(model, this.uid, {
      hear: (answer) => this.hear(answer),
      say: (text) => { this.status.textContent = text; },
      free: () => { if (this.line.given) this.leave(); },
    });
    this.ask();
  }

  ask() {
    const words = this.model.get("waiting");
    const there = (globalThis[FRONT_ENDS] ??= new Map());
    const name = this.model.get("front_end");
    this.brings = null;
    if (!there.has(name)) {
      const coming = new Promise((resolve, reject) => { this.brings = { resolve, reject }; });
      coming.catch(() => there.delete(name));
      there.set(name, coming);
    }
    this.coming = there.get(name);
    this.status.textContent = words.opening;
    this.line.ask({ kind: "open", front_end: this.brings !== null }, words.opening_late, words.opening_dead);
  }

  // Let another form of the page bring the front end, when this one does not get it.
  leave() {
    this.brings?.reject(new Error("the kernel did not bring the front end"));
  }

  async hear(answer) {
    if (answer.kind !== "opened") {
      this.status.textContent = answer.message;
      return this.leave();
    }
    try {
      if (answer.front_end) this.bring(answer.front_end);
      const { Form } = await this.coming;
      if (!this.closed) this.form = new Form(this, answer);
    } catch (error) {
      if (answer.front_end) throw error;
      this.ask(); // whoever was to bring it did not get it
    }
  }

  bring(frontEnd) {
    this.coming = load(frontEnd);
    globalThis[FRONT_ENDS].set(frontEnd.name, this.coming);
    this.brings.resolve(this.coming);
  }

  close() {
    this.closed = true;
    this.leave();
    this.form?.close();
    this.line.close();
  }
}

// Let the browser get its database ready while Python answers: drafts are looked for next.
async function wake() { await indexedDB.databases(); }

async function load({ name, script, style }) {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  try {
    const module = await import(url);
    const sheet = document.createElement("style");
    sheet.dataset.mentorkit = name;
    sheet.textContent = style;
    document.head.append(sheet);
    return module;
  } finally { URL.revokeObjectURL(url); }
}

export default {
  render({ model, el }) {
    const entrance = new Entrance(model, el);
    return () => entrance.close();
  },
};
