// Runs before the first paint so that a chosen appearance or language never flashes the other one.
(function () {
  try {
    var root = document.documentElement;
    var appearance = localStorage.getItem('appearance');
    if (appearance === 'light' || appearance === 'dark') root.dataset.appearance = appearance;
    var edition = localStorage.getItem('locale');
    if (edition === 'simple') root.dataset.edition = 'simple';
    else if (/^(en|es|uk|ar)$/.test(edition)) root.lang = edition;
    if (edition === 'ar') root.dir = 'rtl';
  } catch {
    // Storage may be refused: the device's own preference then holds.
  }
})();
