// What was typed and not saved yet: kept sealed on the browser's disk, from key to key.
// Where a page or its kernel cannot seal, kept in the tab, without private text.

const PATIENT = 6; // looks at a draft that a form of this spot is just letting go
const PAUSE = 60; // ms between them

const asBytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const asText = (content) => new TextEncoder().encode(content);
const later = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

class Draft {
  // told: what Python says of drafts, or null; heard: called whenever a state changes.
  constructor(told, heard) {
    Object.assign(this, { told, heard, wanted: null, written: null, failed: false, partial: false });
    this.mode = ""; // then "disk", "tab" or "open": how long text is kept
    this.place = told?.place;
    this.name = this.fresh();
    this.begun = Date.now();
    this.ready = this.start();
  }

  fresh(place = this.place) { return `${place}:${Math.random().toString(36).slice(2, 14)}`; }

  async start() {
    this.mode = "open";
    if (!this.told) return;
    const { key, days } = this.told;
    try {
      if (key && globalThis.crypto?.subtle) {
        this.key = await crypto.subtle.importKey("raw", asBytes(key), "AES-GCM", false, ["encrypt", "decrypt"]);
        await Disk.open();
        [this.shelf, this.mode] = [Disk, "disk"];
        Disk.sweep(days).catch(() => {}); // old drafts may stay for another day
        return;
      }
    } catch { /* then as on a page that cannot seal */ }
    try {
      sessionStorage.getItem("");
      [this.shelf, this.mode] = [Tab, "tab"];
    } catch { /* a browser without storage keeps nothing */ }
  }

  // Whether everything that was typed outlives this page.
  get safe() {
    return ["disk", "tab"].includes(this.mode) && !this.failed && !this.partial && this.wanted === this.written;
  }

  // Keep what was typed, or nothing: all of it where it is sealed, else what is open.
  keep(typed) {
    if (typed === null && this.wanted === null) return;
    this.wanted = typed;
    this.writing ??= this.write();
  }

  drop() { this.keep(null); }

  // One after the other, and of several changes meanwhile only the last.
  async write() {
    await this.ready;
    while (this.shelf && this.wanted !== this.written) {
      const typed = this.wanted;
      const content = typed && (this.mode === "disk" ? typed.all : typed.open);
      this.partial = Boolean(typed) && JSON.stringify(content) !== JSON.stringify(typed.all);
      try {
        if (content) await this.put(this.name, content);
        else await this.shelf.remove(this.name);
        this.failed = false;
      } catch { this.failed = true; }
      this.written = typed;
    }
    this.writing = null;
    this.heard();
  }

  async put(name, content) {
    if (name === this.name) this.free ??= await hold(name);
    const spot = content.spot ?? this.told.spot;
    const whole = { ...content, spot, begun: this.begun, at: Date.now() };
    await this.shelf.put(name, { day: Math.floor(Date.now() / DAY), ...(await this.seal(name, whole)) });
  }

  async seal(name, content) {
    if (!this.key) return { content };
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const how = { name: "AES-GCM", iv, additionalData: asText(name) };
    return { iv, sealed: await crypto.subtle.encrypt(how, this.key, asText(JSON.stringify(content))) };
  }

  async unseal(name, entry) {
    if (!entry) return null;
    if (!this.key) return entry.content ?? null;
    try {
      const how = { name: "AES-GCM", iv: entry.iv, additionalData: asText(name) };
      return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, this.key, entry.sealed)));
    } catch { return null; } // sealed with a key that is gone
  }

  // The drafts of this place: this spot's, the oldest first, and others', the newest.
  async found() {
    await this.ready;
    if (!this.shelf) return { own: [], others: [] };
    const found = [];
    for (const [name, entry] of await this.shelf.all(this.place)) {
      const content = await this.unseal(name, entry);
      if (content) found.push({ name, content });
    }
    const isOwn = ({ content }) => content.spot === this.told.spot;
    return {
      own: found.filter(isOwn).sort((one, two) => one.content.begun - two.content.begun),
      others: found.filter((draft) => !isOwn(draft)).sort((one, two) => two.content.at - one.content.at),
    };
  }

  // Whether a draft is there and no living form holds it.
  async isFree({ name }) {
    const free = await hold(name);
    free?.();
    return free !== null && Boolean(await this.shelf.get(name));
  }

  // Go on with a draft that was found, unless another form has it or this one is
  // written in already; return its content.
  async adopt({ name }, isWritten, looks = 1) {
    let free = await hold(name);
    for (let look = 1; !free && look < looks; look += 1) {
      await later(PAUSE);
      free = await hold(name);
    }
    if (!free) return null;
    const content = await this.unseal(name, await this.shelf.get(name));
    if (!content || isWritten()) {
      free();
      return null;
    }
    this.free?.();
    const kept = { all: content, open: content };
    Object.assign(this, { name, free, begun: content.begun, wanted: kept, written: kept });
    return content;
  }

  async forget(draft) {
    await this.ready;
    if (draft) await this.shelf?.remove(draft.name);
  }

  // Leave something in a row's place for whoever opens it next; return it as found.
  async leave(content, place = this.place) {
    await this.ready;
    if (!this.shelf) return null;
    const name = this.fresh(place);
    await this.put(name, { ...content, spot: "" }).catch(() => {}); // it is shown still
    return { name };
  }

  // Drop what was kept; return where drafts of another row are kept from now on.
  next(place = this.place) {
    this.drop();
    this.close();
    return new Draft(this.told && { ...this.told, place }, this.heard);
  }

  // The form is gone, the text is not: another form may go on with it.
  async close() {
    await this.writing;
    this.free?.();
  }
}
