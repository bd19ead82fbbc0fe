// Adds a button to each example that copies it. Without this script, a click selects the whole example.
for (const code of document.querySelectorAll("main pre code, .endpoint code")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy quiet";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
    } catch (refused) {
      getSelection().selectAllChildren(code);
      button.textContent = document.execCommand("copy") ? "Copied" : "Selected";
    }
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  const title = code.closest("figure")?.querySelector("figcaption");
  if (title) {
    button.setAttribute("aria-describedby", title.id);
    title.after(button);
  } else {
    code.parentElement.append(button);
  }
}
