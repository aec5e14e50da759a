// Where drafts lie in the browser: on its disk, or in its tab alone; and who holds one.
// Knows no form and no key. Joined with the other files by Python.

const DAY = 24 * 60 * 60 * 1000;

// A promise for what a request to the browser's database brings.
function brought(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const Disk = {
  open() {
    Disk.opened ??= new Promise((resolve, reject) => {
      const asked = indexedDB.open("mentorkit-drafts", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("drafts");
      asked.onsuccess = () => {
        asked.result.onversionchange = asked.result.onclose = () => { Disk.opened = null; };
        resolve(asked.result);
      };
      asked.onerror = asked.onblocked = () => reject(asked.error);
    });
    Disk.opened.catch(() => { Disk.opened = null; });
    return Disk.opened;
  },

  async all(place) {
    const store = (await Disk.open()).transaction("drafts").objectStore("drafts");
    const range = IDBKeyRange.bound(`${place}:`, `${place}:\uffff`);
    const [names, entries] = await Promise.all([brought(store.getAllKeys(range)), brought(store.getAll(range))]);
    return names.map((name, at) => [name, entries[at]]);
  },

  async get(name) {
    return brought((await Disk.open()).transaction("drafts").objectStore("drafts").get(name));
  },

  // On the disk itself when it is done, so that a computer may be switched off.
  async change(work) {
    const transaction = (await Disk.open()).transaction("drafts", "readwrite", { durability: "strict" });
    work(transaction.objectStore("drafts"));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  },

  put(name, entry) { return Disk.change((store) => store.put(entry, name)); },
  remove(name) { return Disk.change((store) => store.delete(name)); },

  // Drop what nobody came back to, once a page.
  async sweep(days) {
    if (Disk.swept) return;
    Disk.swept = true;
    const today = Math.floor(Date.now() / DAY);
    const store = (await Disk.open()).transaction("drafts").objectStore("drafts");
    const [names, entries] = await Promise.all([brought(store.getAllKeys()), brought(store.getAll())]);
    const old = names.filter((_, at) => today - entries[at].day > days);
    if (old.length) await Disk.change((writable) => old.forEach((name) => writable.delete(name)));
  },
};

const Tab = {
  key: (name) => `mentorkit-draft:${name}`,
  all(place) {
    const found = [];
    for (let at = 0; at < sessionStorage.length; at += 1) {
      const key = sessionStorage.key(at);
      if (key.startsWith(Tab.key(`${place}:`))) found.push([key.slice(Tab.key("").length), JSON.parse(sessionStorage.getItem(key))]);
    }
    return found;
  },
  get(name) { return JSON.parse(sessionStorage.getItem(Tab.key(name))); },
  put(name, entry) { sessionStorage.setItem(Tab.key(name), JSON.stringify(entry)); },
  remove(name) { sessionStorage.removeItem(Tab.key(name)); },
};

// Hold a draft for as long as the page lives; nothing where another form holds it, here
// or in another tab. Return how to let it go.
const HELD = (globalThis[Symbol.for("mentorkit.held-drafts")] ??= new Set());

function hold(name) {
  if (!navigator.locks) { // then drafts are in this tab alone
    if (HELD.has(name)) return null;
    HELD.add(name);
    return () => HELD.delete(name);
  }
  return new Promise((resolve) => {
    navigator.locks.request(`mentorkit-draft:${name}`, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(null);
      return new Promise((release) => { resolve(release); });
    });
  });
}
