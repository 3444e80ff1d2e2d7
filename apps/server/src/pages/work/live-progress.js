'use strict';

/** Shows how far the work of this page is without loading the page again, and loads it again when the work is over. */
(function () {
  const work = document.querySelector('[data-live]');
  if (!work) return;
  const words = work.querySelector('[data-words]');
  const bar = work.querySelector('progress');
  const aloud = work.querySelector('[role=status]');
  let said = 0;

  function show(event) {
    const { text, done, total } = JSON.parse(event.data);
    words.textContent = text;
    if (total) {
      bar.max = total;
      bar.value = Math.min(done, total);
    }
    // A screen reader says it at each quarter: every record would drown everything else.
    const quarter = total ? Math.floor((4 * done) / total) : 0;
    if (quarter > said) {
      said = quarter;
      aloud.textContent = text;
    }
  }

  const source = new EventSource(work.dataset.live);
  source.addEventListener('message', show);
  source.addEventListener('over', () => {
    source.close();
    location.reload();
  });
})();
