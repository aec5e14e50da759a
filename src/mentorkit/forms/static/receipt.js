// A row that was saved, in words; it can be taken back, and put back, and edited.
// Joined with the other files by Python.

class Receipt {
  constructor(form, answer, texts = []) {
    this.form = form;
    this.left = leftOver(form.words, texts, (text) => form.say(text));
    this.show({ ...answer, heading: form.words.saved, stands: true });
  }

  show(answer) {
    this.answer = answer;
    const { form, form: { words } } = this;
    const { heading, message, summary, stands, change_set: named } = answer;
    const back = named && button(stands ? words.undo : words.redo, () => this.undo());
    const edit = button(words.edit, () => form.edit(this));
    const more = !form.isOpen && form.addsRows ? button(words.again, () => form.another()) : null;
    const shown = panel(stands ? "saved" : "overtaken", heading,
      make("p", { class: "mk-line" }, message), terms(summary), this.left, actions(back || null, edit, more));
    this.node?.replaceWith(shown);
    this.node = shown;
  }

  undo() {
    const { form, form: { words }, answer } = this;
    const [doing, late, dead] = answer.stands
      ? [words.undoing, words.undoing_late, words.undoing_dead]
      : [words.redoing, words.saving_late, words.saving_dead];
    form.ask({ kind: "undo", change_set: answer.change_set }, doing, late, dead, {
      undone: (told) => {
        this.show(told);
        this.keepTyped();
        form.say(`${told.heading}. ${told.message}`, "unseen");
        this.node.focus();
      },
      failed: ({ message }) => {
        const refused = panel("problems", words.not_undone, make("p", { class: "mk-said" }, message));
        this.node.querySelector(".mk-problems")?.remove();
        this.node.append(refused);
        form.say(`${words.not_undone}. ${message}`, "unseen");
        refused.focus();
      },
    });
  }

  // A new row that is taken back is typed text again, which is not lost either.
  keepTyped() {
    this.kept = this.swap(this.kept, !this.answer.stands && this.answer.version === null);
  }

  forget() { this.kept = this.swap(this.kept, false); }

  async swap(kept, keeps) {
    const { form, form: { draft, first }, answer } = this;
    await draft.forget(await kept);
    if (!keeps) return null;
    const values = Object.fromEntries(Object.entries(answer.values).filter(([name, text]) => text !== first.values[name]));
    return draft.leave({ id: answer.id, base: null, values, why: "" }, form.drafts?.place);
  }
}
