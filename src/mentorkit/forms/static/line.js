// The line to Python: numbered requests, their answers, and saying so when none comes.
// Joined with the other files by Python.

const GLANCE = 1500; // ms until the kernel's state is looked at, and between looks
const PATIENCE = 4000; // ms until a wait is put into words
// A kernel that starts while a form is open is another one, which does not know the form.
const GONE = ["autorestarting", "dead", "restarting", "starting", "terminating"];

class Line {
  constructor(model, name, { hear, say, free }) {
    Object.assign(this, { model, name, hear, say, free, sent: 0, seq: null, given: false });
    this.listen = (answer) => this.receive(answer);
    model.on("msg:custom", this.listen);
  }

  close() {
    clearInterval(this.timer);
    this.model.off("msg:custom", this.listen);
  }

  // Whether an answer is still awaited; a line that was given up may be used again.
  get busy() { return this.seq !== null && !this.given; }

  ask(message, late, dead) {
    clearInterval(this.timer);
    this.given = false;
    this.sent += 1;
    this.seq = `${this.name}-${this.sent}`;
    const since = Date.now();
    try {
      this.model.send({ ...message, seq: this.seq });
    } catch {
      this.giveUp(dead); // JupyterLab refuses to send to a kernel that is gone
      return;
    }
    this.timer = setInterval(() => {
      const state = this.kernelState();
      const long = Date.now() - since > PATIENCE;
      if (state === "gone" || (long && ["idle", "unknown"].includes(state))) this.giveUp(dead);
      else if (long) this.say(late);
    }, GLANCE);
  }

  // Say that nobody answers; an answer that comes after all is still taken.
  giveUp(dead) {
    clearInterval(this.timer);
    this.given = true;
    this.free();
    this.say(dead);
  }

  receive(answer) {
    if (this.seq === null || answer.seq !== this.seq) return;
    clearInterval(this.timer);
    this.seq = null;
    this.free();
    this.hear(answer);
  }

  kernelState() {
    try {
      const { kernel } = this.model.widget_manager;
      if (kernel === undefined) return "unknown";
      if (!kernel || kernel.isDisposed || kernel.connectionStatus === "disconnected") return "gone";
      return GONE.includes(kernel.status) ? "gone" : kernel.status;
    } catch { return "unknown"; }
  }
}

