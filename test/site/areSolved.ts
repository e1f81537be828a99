/** In the page: whether every number has its model behind it, and so its working. */
export const areSolved = (): boolean =>
  document.querySelectorAll(".cards button").length === document.querySelectorAll(".cards .card").length;
