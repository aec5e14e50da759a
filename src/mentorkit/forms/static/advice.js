// Help while typing: what could be clearer, asked of Python when the typing pauses and
// shown quietly. It blocks nothing; a busy kernel only makes it come later. A form that
// nobody has come to yet asks for none.

const THINKING = 700; // ms without a key until it is asked

class Advice {
  constructor(model, name, fields) {
    Object.assign(this, { model, name, fields, asked: 0 });
    this.node = make("aside", { class: "mk-advice", hidden: true });
    this.hear = (answer) => this.receive(answer);
    this.sight = new IntersectionObserver((seen) => { if (seen.at(-1).isIntersecting) this.ask(); });
    model.on("msg:custom", this.hear);
  }

  close() {
    clearTimeout(this.timer);
    this.sight.disconnect();
    this.model.off("msg:custom", this.hear);
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.whenSeen(), THINKING);
  }

  // Ask as soon as the form is in sight, which it mostly is.
  whenSeen() {
    const form = this.node.closest(".mk-form");
    this.sight.disconnect();
    if (form) this.sight.observe(form);
  }

  ask() {
    this.sight.disconnect();
    this.asked += 1;
    try {
      this.model.send({ kind: "advise", seq: `${this.name}-advice-${this.asked}`, values: this.fields.typed() });
    } catch { /* no kernel, no advice */ }
  }

  receive({ kind, seq, heading, points, fields }) {
    if (kind !== "advice" || seq !== `${this.name}-advice-${this.asked}`) return;
    const items = points.map(({ term, ok, text }) => make("li", { class: ok ? "mk-ok" : "mk-not-yet" },
      make("span", {}, make("b", {}, term), `: ${text}`)));
    this.node.replaceChildren(make("h3", {}, heading), make("ul", {}, ...items));
    this.node.hidden = !points.length;
    for (const control of this.fields.all) control.hint(fields[control.spec.name] ?? "");
  }
}
