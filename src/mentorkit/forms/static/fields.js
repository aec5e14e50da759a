// A form's fields in their groups: drawn, read, filled in, marked as wrong.
// Joined with the other files by Python.

const REASON = "reason_for_change";

class Fields {
  constructor(spec, uid, words) {
    Object.assign(this, { uid, words, language: spec.language.replaceAll("_", "-"), controls: new Map() });
    this.sections = spec.groups.map((group, place) => this.section(group, `${uid}-group-${place}`));
    const reason = { name: REASON, control: "textarea", lines: 2, place: "wide", required: true, options: [],
      label: words.reason, help: words.reason_help };
    this.reason = new Control(reason, `${uid}-reason`, words);
    this.reason.node.classList.add("mk-reason");
    for (const control of this.all)
      if (control.spec.total) control.whole = this.controls.get(control.spec.total.field);
  }

  section({ legend, folded, layout, fields }, id) {
    const drawn = fields.map((spec) => {
      const control = controlFor(spec, `${this.uid}-field-${spec.name}`, this.words);
      this.controls.set(spec.name, control);
      return control.node;
    });
    const grid = make("div", { class: layout ? `mk-${layout}-rows` : "mk-grid" }, ...drawn);
    if (!legend) return make("div", { class: "mk-group mk-plain-group" }, grid);
    if (!folded) return make("fieldset", { class: "mk-group" }, make("legend", {}, legend), grid);
    return make("details", { class: "mk-group" },
      make("summary", {}, make("span", { id }, legend), make("small", {}, this.words.optional)),
      make("fieldset", { "aria-labelledby": id }, grid));
  }

  get all() { return [...this.controls.values()]; }

  get(name) { return this.controls.get(name); }

  fill(values) {
    for (const [name, control] of this.controls) if (name in values) control.write(values[name]);
    for (const control of this.all) {
      const fold = control.node.closest("details");
      if (fold && control.spec.kind === "text" && control.read()) fold.open = true;
    }
  }

  typed() {
    return Object.fromEntries([...this.controls].map(([name, control]) => [name, control.read()]));
  }

  // Let every control follow what the others hold.
  follow() {
    for (const control of this.all) control.follow?.();
  }

  // What differs from some values, of the controls that fit.
  edits(values, fits = () => true) {
    return Object.fromEntries([...this.controls]
      .filter(([name, control]) => fits(control) && control.read() !== values[name])
      .map(([name, control]) => [name, control.read()]));
  }

  get incomplete() {
    return [...this.controls].filter(([, control]) => control.incomplete).map(([name]) => name);
  }

  // Show the reason's field where something changes that asks for one.
  ask(values, isNew) {
    const asks = Object.keys(this.edits(values, (control) => control.spec.why))
      .some((name) => values[name] !== "");
    this.reason.node.hidden = isNew || !asks;
  }

  get why() { return this.reason.node.hidden ? "" : this.reason.read(); }

  clearFaults() {
    for (const control of [...this.all, this.reason]) control.fault("");
  }

  // Mark a field as wrong; return a line that says so and leads there.
  fault({ field, message }) {
    const control = field === REASON ? this.reason : this.controls.get(field);
    if (!control) return make("li", {}, message);
    if (control === this.reason) control.node.hidden = false;
    control.fault(message);
    const link = make("a", { href: `#${control.id}` }, message);
    link.addEventListener("click", (event) => { event.preventDefault(); control.focus(); });
    return make("li", {}, make("span", { class: "mk-where" }, control.spec.label), " ", link);
  }

  focusFirst() { this.all[0]?.focus(); }
}
