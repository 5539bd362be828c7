// Runs before the first paint, so that a page chosen dark never flashes light. The rest of the theme is in the app.
(function () {
  var chosen = 'system';
  try {
    chosen = JSON.parse(localStorage.getItem('rowhouse:preferences') || '{}').value.theme;
  } catch {
    // Nothing stored, or storage is blocked: the system decides.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
