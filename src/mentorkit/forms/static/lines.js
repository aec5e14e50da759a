// A text made of lines, such as an agenda: one row of small controls a line, rows that
// are added and removed, and a sum. Its value is the rows as JSON, or nothing.

class LinesControl extends Control {
  draw() {
    this.rows = make("ol", { class: "mk-entries" });
    this.sum = make("p", { class: "mk-help mk-sum", hidden: true });
    this.more = button(this.words.line_add, () => this.focusRow(this.add()), "quiet");
    const box = make("div", { id: this.id, role: "group", tabindex: "-1",
      "aria-labelledby": `${this.id}-label` }, this.rows,
    make("div", { class: "mk-actions mk-entry-actions" }, this.more, this.sum));
    this.box = box;
    this.add();
    return box;
  }

  get parts() { return [...this.rows.children]; }
  get focusTarget() { return this.parts[0].querySelector("input, select"); }
  get incomplete() {
    return [...this.box.querySelectorAll("input")].some((input) => input.validity.badInput);
  }

  cell(column, value) {
    this.drawn = (this.drawn || 0) + 1;
    const id = `${this.id}-${this.drawn}`;
    const own = { id, "data-name": column.name, autocomplete: "off" };
    const control = column.control === "select"
      ? make("select", own, ...column.options.map(({ value: v, label }) => make("option", { value: v }, label)))
      : make("input", { ...own, type: column.control === "date" ? "date" : "text", max: column.control === "date" ? "9999-12-31" : null,
        inputmode: column.control === "number" ? "numeric" : null, dir: column.control === "text" ? "auto" : null });
    control.value = value;
    const label = make("label", { for: id, class: "mk-cell-label" }, column.label,
      make("span", { class: "mk-unseen mk-number" }));
    return make("div", { class: `mk-cell mk-cell-${column.control}` }, label, control);
  }

  add(values = {}) {
    const cells = this.spec.columns.map((column) => this.cell(column, values[column.name] || ""));
    const drop = make("button", { type: "button", class: "mk-plain mk-drop", title: this.words.line_drop }, "×");
    const row = make("li", { class: "mk-entry" }, ...cells, drop);
    drop.addEventListener("click", () => this.remove(row));
    row.addEventListener("keydown", (event) => this.key(event, row));
    this.rows.append(row);
    this.number();
    return row;
  }

  // Lines are told apart by their place, for who does not see them one below the other.
  number() {
    this.parts.forEach((row, at) => {
      for (const span of row.querySelectorAll(".mk-number")) span.textContent = ` ${at + 1}`;
      row.querySelector(".mk-drop").setAttribute("aria-label", `${this.words.line_drop} ${at + 1}`);
    });
  }

  // Enter goes on to the next line and makes one where there is none.
  key(event, row) {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    this.focusRow(row.nextElementSibling || this.add());
  }

  focusRow(row) { row.querySelector("input, select").focus(); }

  remove(row) {
    const next = row.nextElementSibling || row.previousElementSibling;
    row.remove();
    this.focusRow(next || this.add());
    this.number();
    this.box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  read() {
    const rows = this.parts.map((row) => Object.fromEntries([...row.querySelectorAll("[data-name]")]
      .map((control) => [control.dataset.name, control.value.trim()])));
    const full = rows.filter((row) => Object.values(row).some((text) => text));
    return full.length ? JSON.stringify(full) : "";
  }

  write(value) {
    this.rows.replaceChildren();
    for (const row of value ? JSON.parse(value) : []) this.add(row);
    if (!this.parts.length) this.add();
  }

  // What the lines add up to, held against another field of the form.
  follow() {
    const { total } = this.spec;
    if (!total) return;
    const sum = this.parts.map((row) => Number(row.querySelector(`[data-name="${total.column}"]`).value) || 0)
      .reduce((a, b) => a + b, 0);
    const whole = Number(this.whole?.read()) || 0;
    const text = !whole || sum <= whole ? (whole ? total.within : total.alone) : total.over;
    this.sum.textContent = text.replace("{sum}", sum).replace("{whole}", whole).replace("{over}", sum - whole);
    this.sum.classList.toggle("mk-warn", Boolean(whole) && sum > whole);
    this.sum.hidden = !sum;
  }
}

function controlFor(spec, id, words) {
  return new (spec.control === "lines" ? LinesControl : Control)(spec, id, words);
}
