// What a form does with drafts: keeping them, taking them up again, discarding them.
// Where and how they lie is told in drafts.js. Joined with the other files by Python.

const SETTLED = 1000; // ms after which forms that are opened together have their drafts

class Drafting extends Sheet {
  constructor(entrance, opened) {
    super(entrance, opened);
    this.drafts = opened.drafts;
    this.aside = {}; // of a conflict before a reload: your values that were not chosen
    this.draft = new Draft(this.drafts, () => this.told());
    this.unload = (event) => { if (this.dirty && !this.draft.safe) event.preventDefault(); };
    window.addEventListener("beforeunload", this.unload);
    this.restore();
  }

  close() {
    this.closed = true;
    window.removeEventListener("beforeunload", this.unload);
    this.draft.close();
    this.advice?.close();
  }

  isPrivate({ spec: { private: when } }) {
    return when === "always" || (when === "row" && Object.entries(this.drafts?.private_when ?? {})
      .some(([name, word]) => (this.fields.get(name)?.read() ?? word) === word));
  }

  get setAside() { return { ...this.aside, ...this.overtaken?.aside }; }

  keepDraft() {
    const aside = this.setAside;
    if (!this.dirty && !Object.keys(aside).length) this.draft.drop();
    else this.draft.keep({ all: this.content(() => true), open: this.content((control) => !this.isPrivate(control)) });
    this.told();
  }

  content(fits) {
    const aside = Object.entries(this.setAside).filter(([name]) => fits(this.fields.get(name)));
    return {
      id: this.id,
      base: this.overtaken ? this.overtaken.base : this.base, // so that it is settled first
      values: this.fields.edits(this.row.values, fits),
      why: this.fields.why,
      aside: Object.fromEntries(aside),
    };
  }

  // Say so where a draft is kept for less long than people may think.
  told() {
    const { words, draft } = this;
    const why = draft.failed ? words.no_room : { open: words.only_open, tab: words.only_tab }[draft.mode] ?? "";
    this.trouble.hidden = !why || !this.dirty;
    if (this.trouble.textContent !== why) this.trouble.textContent = why;
    if (draft.failed && this.dirty) this.say(why, "bad");
    this.node.dataset.draft = draft.safe ? "kept" : draft.writing ? "writing" : "open";
  }

  // --- what was typed before ---------------------------------------------------------

  async restore() {
    const { own, others } = await this.draft.found();
    for (const draft of own) {
      const content = await this.draft.adopt(draft, () => this.dirty, PATIENT);
      if (content) this.resume(content);
      if (this.dirty) break;
    }
    this.told();
    this.node.dataset.ready = "true";
    if (own.length) await later(SETTLED); // forms of this spot that are opened with this one
    this.offers = new Map();
    for (const draft of [...own, ...others])
      if (await this.draft.isFree(draft)) this.offers.set(draft, this.offer(draft));
    while (this.offers.size && !this.closed) {
      await later(SETTLED);
      for (const [draft, shown] of this.offers)
        if (!(await this.draft.isFree(draft))) this.withdraw(draft, shown);
    }
  }

  withdraw(draft, shown) {
    this.offers.delete(draft);
    shown.remove();
  }

  resume({ id, base, values, why, aside = {} }) {
    Object.assign(this, { id, base, aside }); // a new row that was saved is not added twice
    this.fields.fill(values);
    this.fields.reason.write(why);
    this.react();
    this.keepDraft();
    const partly = this.draft.mode !== "disk" && this.fields.all.some((control) => this.isPrivate(control));
    const texts = Object.entries(aside).map(([name, text]) => [this.fields.get(name)?.spec.label ?? name, text]);
    this.notes.replaceChildren(note(partly ? this.words.restored_tab : this.words.restored,
      button(this.words.discard, () => this.discard())));
    if (texts.length) this.notes.append(leftOver(this.words, texts, (text) => this.say(text)));
    this.say(this.words.restored, "unseen");
  }

  // Show what another form left, unless that form is still being written in.
  offer(draft) {
    const { words } = this;
    const shown = offer(words, this.fields, draft, async () => {
      if (this.dirty) return this.say(words.first_this, "bad");
      const content = await this.draft.adopt(draft, () => this.dirty, PATIENT);
      if (this.dirty) return this.say(words.first_this, "bad");
      this.withdraw(draft, shown);
      if (!content) return this.say(words.elsewhere, "bad");
      this.resume(content);
      this.fields.focusFirst();
    }, async () => {
      await this.draft.forget(draft);
      this.withdraw(draft, shown);
      this.say(words.dropped);
      this.title.focus();
    });
    this.notes.append(shown);
    return shown;
  }

  // --- discarding --------------------------------------------------------------------

  escape() {
    if (this.summary.contains(this.asked)) return this.goOn();
    if (!this.dirty) return;
    this.before = [document.activeElement, [...this.summary.childNodes]];
    this.asked = question(this.words, () => this.discard(), () => this.goOn());
    this.stop(this.asked, this.words.ask, this.asked.querySelector("button"));
  }

  goOn() {
    const [focus, shown] = this.before;
    this.summary.replaceChildren(...shown);
    this.say("");
    focus.focus();
  }

  discard() {
    const { words, row } = this;
    if (!this.dirty && !Object.keys(this.setAside).length) return this.say(words.nothing_typed);
    const typed = this.content(() => true);
    this.about(row.version === null ? { ...row, id: this.freshId() } : row);
    const back = note(words.discarded, button(words.bring_back, () => {
      if (this.dirty) return this.say(words.first_this, "bad");
      this.resume(typed);
      this.notes.replaceChildren();
      this.say(words.brought_back);
      this.fields.focusFirst();
    }));
    this.notes.replaceChildren(back);
    this.say(words.discarded, "unseen");
    this.fields.focusFirst();
  }
}
