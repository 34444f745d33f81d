/** Keeps the newest message in sight while pictures, fonts and keyboards change the height, unless somebody has scrolled up. */
export function keepAtEnd(scroller, list) {
  let atEnd = true;
  const toEnd = () => {
    atEnd = true;
    scroller.scrollTop = scroller.scrollHeight;
  };
  scroller.addEventListener('wheel', () => (atEnd = false), { passive: true });
  scroller.addEventListener('touchmove', () => (atEnd = false), { passive: true });
  scroller.addEventListener('scroll', () => {
    if (scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - 8) atEnd = true;
  });
  const observer = new ResizeObserver(() => atEnd && toEnd());
  observer.observe(scroller);
  observer.observe(list);
  return toEnd;
}
