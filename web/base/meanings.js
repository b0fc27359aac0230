/* What the marks beside statements mean, for whoever points at one. The texts are data, which the bundler fills in: no page repeats them. */

export function meanings() {
  addEventListener("pointerover", ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.classList.contains("provenance")) return;
    const key = Object.keys(MEANINGS).find((each) => target.classList.contains(`provenance--${each}`));
    if (key) target.title = MEANINGS[key];
  });
}
