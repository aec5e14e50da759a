// What was typed and not saved yet, kept in the browser tab alone: it survives a reload
// and a dead kernel, and goes with the tab. Joined with the other files by Python.

class Draft {
  constructor({ draft, scope, record }, row) {
    this.on = draft;
    this.key = ["mentorkit-draft", scope, record, row].join(":");
    this.mine = false; // another form's draft of the same kind is not this one's to drop
  }

  read() {
    if (!this.on) return null;
    try {
      const found = JSON.parse(sessionStorage.getItem(this.key));
      this.mine = found !== null;
      return found;
    } catch { return null; }
  }

  keep(content) {
    if (!this.on) return;
    const empty = !content.why && !Object.keys(content.values).length;
    if (empty) return void (this.mine && this.drop());
    try {
      sessionStorage.setItem(this.key, JSON.stringify(content));
      this.mine = true;
    } catch { /* a browser without room or storage keeps no drafts */ }
  }

  drop() {
    this.mine = false;
    try { sessionStorage.removeItem(this.key); } catch { /* nothing was kept */ }
  }
}

