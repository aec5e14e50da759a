// How a form's parts are made: elements, and a field with its label, help and error.
// Text is only ever set as text or as a control's value. Joined with form.js by Python.

const QUIET = "data-lm-suppress-shortcuts"; // JupyterLab leaves such an element's keys alone
const SHOWN = 200; // characters of a text that is told elsewhere
const FOCUSABLE = ["A", "BUTTON", "INPUT", "SELECT", "SUMMARY", "TEXTAREA"];

function make(tag, settings = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(settings)) {
    if (value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null));
  if (FOCUSABLE.includes(node.tagName) || node.tabIndex >= 0 || "tabindex" in settings)
    node.setAttribute(QUIET, "true");
  return node;
}

function button(text, onclick, kind = "plain") {
  return make("button", { type: "button", class: `mk-${kind}`, onclick }, text);
}

// A list of terms and texts; a term without a text is left out.
function terms(pairs, kind = "") {
  const rows = pairs.filter(([, text]) => text).map(([term, text]) =>
    make("div", {}, make("dt", {}, term), make("dd", { dir: "auto" }, text)));
  return make("dl", { class: kind }, ...rows);
}

// A field: label, help, error, control; read() and write() speak text, or true and false.
class Control {
  constructor(spec, id, words) {
    Object.assign(this, { spec, id, words });
    this.error = make("p", { class: "mk-error", id: `${id}-error`, hidden: true });
    this.help = spec.help ? make("p", { class: "mk-help", id: `${id}-help` }, spec.help) : null;
    const many = ["boxes", "lines", "radios"].includes(spec.control);
    this.label = make(many ? "span" : "label", { class: "mk-label", id: `${id}-label`,
      for: many ? null : id }, spec.label);
    if (spec.required)
      this.label.append(make("span", { class: "mk-required", "aria-hidden": "true" }, words.required));
    this.box = this.draw();
    this.advice = make("p", { class: "mk-hint", id: `${id}-hint`, hidden: true });
    this.describe();
    const parts = spec.control === "checkbox"
      ? [make("div", { class: "mk-tick" }, this.box, this.label), this.help, this.error]
      : [this.label, this.help, this.error, this.box, this.advice];
    this.node = make("div", { class: `mk-field mk-${spec.place} mk-${spec.control}` }, ...parts);
  }

  draw() {
    const { control, options, lines, required } = this.spec;
    const own = { id: this.id, name: this.spec.name, "aria-required": required ? "true" : null };
    if (control === "radios") {
      return make("div", { ...own, name: null, role: "radiogroup", class: "mk-steps",
        "aria-labelledby": `${this.id}-label` },
      ...options.map(({ value, label, word }) => make("label", { class: "mk-step" },
        make("input", { type: "radio", name: this.id, value }),
        make("span", { class: "mk-step-face" }, make("b", {}, label), word ? " " : null, word ? make("i", {}, word) : null))));
    }
    if (control === "select")
      return make("select", own, ...options.map(({ value, label }) => make("option", { value, dir: "auto" }, label)));
    if (control === "textarea") {
      const area = make("textarea", { ...own, rows: lines, dir: "auto" });
      area.style.setProperty("--mk-lines", lines);
      return area;
    }
    if (control === "checkbox") return make("input", { ...own, type: "checkbox" });
    if (control === "number")
      return make("input", { ...own, type: "text", dir: "auto", autocomplete: "off",
        inputmode: this.spec.negative ? "text" : "decimal" });
    if (control === "text")
      return make("input", { ...own, type: "text", dir: "auto", autocomplete: "off" });
    const max = control === "date" ? "9999-12-31" : "9999-12-31T23:59"; // four digits a year
    return make("input", { ...own, type: control, max });
  }

  get radios() { return [...this.box.querySelectorAll("input")]; }
  get focusTarget() {
    return this.spec.control === "radios"
      ? this.radios.find((radio) => radio.checked) || this.radios[0] : this.box;
  }
  get incomplete() { return Boolean(this.box.validity && this.box.validity.badInput); }

  read() {
    if (this.spec.control === "checkbox") return this.box.checked;
    if (this.spec.control === "radios")
      return (this.radios.find((radio) => radio.checked) || { value: "" }).value;
    return this.box.value.replaceAll("\r\n", "\n");
  }

  write(value) {
    if (this.spec.control === "checkbox") this.box.checked = value === true;
    else if (this.spec.control === "radios")
      for (const radio of this.radios) radio.checked = radio.value === value;
    else this.box.value = value;
  }

  // A value of this field as people read it, a long text cut.
  inWords(value) {
    const chosen = this.spec.options.find((option) => option.value === value);
    const text = chosen ? [chosen.label, chosen.word].filter(Boolean).join(" ") : value === true ? "✓" : String(value);
    return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  }

  describe() {
    const ids = [this.help, this.error, this.advice].filter((part) => part && !part.hidden).map((part) => part.id);
    if (ids.length) this.box.setAttribute("aria-describedby", ids.join(" "));
    else this.box.removeAttribute("aria-describedby");
  }

  fault(message) {
    this.error.replaceChildren(...(message
      ? [make("span", { class: "mk-unseen" }, `${this.words.error} `), message] : []));
    this.error.hidden = !message;
    this.node.classList.toggle("mk-faulty", Boolean(message));
    if (message) this.box.setAttribute("aria-invalid", "true");
    else this.box.removeAttribute("aria-invalid");
    this.describe();
    const fold = message && this.node.closest("details");
    if (fold) fold.open = true;
  }

  // A gentle word beneath, which blocks nothing.
  hint(text) {
    if (this.advice.textContent === text) return;
    this.advice.textContent = text;
    this.advice.hidden = !text;
    this.describe();
  }

  focus() { this.focusTarget.focus(); }
}

