// Runs before the first paint so that a chosen appearance or language never flashes the other one.
(function () {
  try {
    var appearance = localStorage.getItem('appearance');
    if (appearance === 'light' || appearance === 'dark') document.documentElement.dataset.appearance = appearance;
    if (localStorage.getItem('locale') === 'en') document.documentElement.lang = 'en';
  } catch {
    // Storage may be refused: the device's own preference then holds.
  }
})();
