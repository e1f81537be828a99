// Runs in the head of every page. A link to another scenario never shows the numbers of the built page, not even for a moment;
// but a page whose program does not come is shown, with a sentence.
{
  const { classList } = document.documentElement;
  if (location.hash.includes("=")) classList.add("asked");
  const late = () => {
    if (document.querySelector(".unheard") && !classList.contains("heard")) classList.add("late");
  };
  addEventListener("error", ({ target }) => /^(SCRIPT|LINK)$/.test(target?.tagName) && late(), true);
  setTimeout(late, 8000);
}
