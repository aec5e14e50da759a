// One form for every record, drawn from the description that Python sends: saving it.
// Knows no record, and writes no words of its own. Joined with the other files by Python.

const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"; // of ids
const RECEIPTS = 5; // of rows that were saved one after the other

class Form extends Drafting {
  save({ more = false } = {}) {
    const { words, fields, isNew } = this;
    if (this.line.busy) return this.say(words.still);
    const submitted = fields.typed();
    const values = isNew ? submitted : fields.edits(this.row.values);
    const { incomplete, why } = fields;
    if (!isNew && !Object.keys(values).length && !incomplete.length) return this.say(words.unchanged);
    Object.assign(this, { submitted, savesMore: more && isNew });
    this.keepDraft();
    this.ask({ kind: "save", id: this.id, base: this.base, values, incomplete, why },
      words.saving, words.saving_late, words.saving_dead);
  }

  invalid({ message, problems }) {
    this.fields.clearFaults();
    const items = problems.map((problem) => this.fields.fault(problem));
    this.stop(panel("problems", message, make("ul", {}, ...items)), message);
  }

  failed({ message }) {
    this.fields.clearFaults();
    this.stop(panel("problems", this.words.failed, make("p", { class: "mk-said" }, message)), message);
  }

  conflict(answer) {
    this.fields.clearFaults();
    this.overtaken = new Overtaken(this, answer);
    this.changed();
    this.stop(this.overtaken.node, answer.message);
  }

  // Everything of theirs was taken, so there is nothing to save; yours is set aside.
  settled() {
    const { overtaken, words } = this;
    this.setApart();
    this.about(this.row);
    const left = leftOver(words, overtaken.texts, (text) => this.say(text));
    this.notes.replaceChildren(left);
    this.say(words.all_settled);
    this.title.focus();
  }

  // Leave values that were not chosen where the row is opened next time.
  setApart(place) {
    const values = this.setAside;
    if (!Object.keys(values).length) return;
    this.draft.leave({ id: this.row.id, base: this.row.version, values, why: "", chosen: true }, place);
  }

  // An earlier save came through; what was typed since is not saved yet.
  kept({ message, id, version, values, place }) {
    const typed = this.fields.typed();
    this.about({ id, version, values }, place);
    this.fields.fill(typed);
    this.changed();
    this.say(message, "bad");
  }

  saved(answer) {
    const { submitted, savesMore } = this;
    const later = Object.entries(this.fields.typed()).some(([name, text]) => text !== submitted[name]);
    if (later) return this.kept({ ...answer, message: answer.since });
    const { message, id, version, values, place } = answer;
    const texts = [...this.leftTexts(), ...(this.overtaken?.texts ?? [])];
    const title = this.title.textContent;
    this.row = { id, version, values };
    this.setApart(place);
    this.about(this.row, place);
    this.title.textContent = title;
    if (savesMore) this.begin();
    else this.show("");
    const receipt = new Receipt(this, answer, texts);
    if (savesMore) {
      this.receipts.prepend(receipt.node);
      while (this.receipts.childElementCount > RECEIPTS) this.receipts.lastChild.remove();
    } else this.show(receipt.node);
    this.say(`${this.words.saved}. ${message}`, "unseen");
    if (savesMore) this.fields.focusFirst();
    else receipt.node.focus();
  }

  leftTexts() {
    return Object.entries(this.aside).map(([name, text]) => [this.fields.get(name)?.spec.label ?? name, text]);
  }

  begin() {
    this.about({ ...this.first, id: this.freshId() }, this.drafts?.place);
  }

  another() {
    this.begin();
    this.show(this.form);
    this.say("");
    this.fields.focusFirst();
  }

  // Open a row of a receipt, or what is left of one that was taken back.
  edit(receipt) {
    if (this.isOpen && this.dirty) return this.say(this.words.first_this, "bad");
    const { id, version, values, place } = receipt.answer;
    if (version === null) {
      this.begin();
      this.id = id;
      this.fields.fill(values);
    } else this.about({ id, version, values }, place);
    receipt.forget();
    receipt.node.remove();
    this.show(this.form);
    this.changed();
    this.say("");
    this.fields.focusFirst();
  }
}

export { Form };
