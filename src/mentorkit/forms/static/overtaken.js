// Somebody saved first: both versions side by side, a choice for each field, and what
// is not chosen kept aside. Joined with the other files by Python.

const LONG = 400; // characters from which a version scrolls

class Overtaken {
  constructor(form, { message, version, changes, values }) {
    const { fields, words } = form;
    Object.assign(this, { form, theirs: values, base: form.base, mine: fields.edits(form.row.values) });
    const contested = ({ field }) => field in this.mine && this.mine[field] !== values[field];
    this.choices = changes.filter(contested).map((change) => this.choice(change));
    const also = changes.filter((change) => !contested(change));
    form.base = version ?? form.base;
    form.row = { ...form.row, version: form.base, values: { ...form.row.values, ...values } };
    for (const { field } of also) fields.get(field).write(values[field]);
    const open = this.choices.length > 0;
    this.node = panel("overtaken", message,
      make("p", {}, open ? words.settle_help : words.settle_none),
      ...this.choices.map(({ node }) => node),
      also.length ? make("div", { class: "mk-also" }, make("p", {}, words.also),
        ...also.map((change) => this.news(change))) : null,
      actions(button(open ? words.settle : words.settle_both, () => form.save(), "main"),
        open ? button(words.all_theirs, () => this.all("theirs")) : null,
        open ? button(words.all_mine, () => this.all("mine")) : null));
  }

  // What they did to a field that nobody else changed.
  news({ label, who, why, before, theirs }) {
    const { words } = this.form;
    return make("div", {}, make("p", { class: "mk-who" }, make("b", {}, label), " · ", who),
      why ? make("p", { class: "mk-help", dir: "auto" }, why) : null,
      terms([[words.before, before], [words.theirs, theirs]], "mk-three"));
  }

  choice({ field, label, who, why, before, theirs, mine }) {
    const { words, uid } = this.form;
    const name = `${uid}-choice-${field}-${panels}`;
    const side = (which, heading, text, ...about) => {
      const id = `${name}-${which}`;
      const long = text.length > LONG;
      const radio = make("input", { type: "radio", name, id, value: which, "aria-describedby": `${id}-text`,
        onchange: () => this.take(field, which) });
      return [radio, make("div", { class: "mk-side" },
        make("label", { for: id }, radio, make("b", {}, heading)), ...about,
        make("div", { class: "mk-version", id: `${id}-text`, dir: "auto", role: long ? "region" : null,
          "aria-label": long ? `${label}: ${heading}` : null, tabindex: long ? "0" : null }, text))];
    };
    const [one, left] = side("theirs", words.keep_theirs, theirs, make("p", { class: "mk-who" }, who),
      why ? make("p", { class: "mk-help", dir: "auto" }, why) : null);
    const [two, right] = side("mine", words.keep_mine, mine);
    two.checked = true; // yours is in the form
    const node = make("fieldset", { class: "mk-choice" }, make("legend", {}, label),
      make("p", { class: "mk-help" }, `${words.before}: ${before}`),
      make("div", { class: "mk-sides" }, left, right));
    return { field, label, node, radios: { theirs: one, mine: two }, text: mine };
  }

  value(field, which) { return which === "theirs" ? this.theirs[field] : this.mine[field]; }

  take(field, which) {
    this.form.fields.get(field).write(this.value(field, which));
    this.form.changed();
  }

  all(which) {
    const { form, form: { words } } = this;
    for (const { field } of this.choices) this.take(field, which);
    if (which === "theirs" && !form.dirty) return form.settled();
    form.say(which === "theirs" ? words.taken : words.kept_mine);
    form.title.focus();
  }

  // The radio buttons follow what the form's fields hold.
  follow() {
    for (const { field, radios } of this.choices) {
      const held = this.form.fields.get(field).read();
      for (const which of ["theirs", "mine"]) radios[which].checked = held === this.value(field, which);
    }
  }

  get lost() {
    return this.choices.filter(({ field }) => this.form.fields.get(field).read() !== this.mine[field]);
  }

  // Your values that are not in the form any more, and the same as texts.
  get aside() { return Object.fromEntries(this.lost.map(({ field }) => [field, this.mine[field]])); }
  get texts() { return this.lost.map(({ label, text }) => [label, text]); }
}
