/** Gives the focus to the head of the picture: what had it has gone, and the next Tab should not begin at the page's top. */
export function focusPlace(): void {
  document.querySelector<HTMLElement>('[data-lab-place]')?.focus({ preventScroll: true });
}
