/** Texts of a page whose contrast with what is behind them is below 4.5, by WCAG's formula. Runs in the page. */
export function faintTexts() {
  const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [red, green, blue] = parts(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const isClear = (colour) => parts(colour)[3] === 0;
  const behind = (element) => {
    while (element.parentElement && isClear(getComputedStyle(element).backgroundColor)) element = element.parentElement;
    return getComputedStyle(element).backgroundColor;
  };
  const faint = [];
  for (const element of document.querySelectorAll("body *")) {
    if (!element.offsetParent || ![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const [one, other] = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => b - a);
    if ((one + 0.05) / (other + 0.05) < 4.5) faint.push(`${element.className || element.tagName}: ${element.textContent.slice(0, 30)}`);
  }
  return [...new Set(faint)];
}
