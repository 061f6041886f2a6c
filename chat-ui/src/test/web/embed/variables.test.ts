import { describe, expect, it } from "vitest";
import { applied, isThemeMessage, scoped } from "../../../main/web/embed/variables";

describe("somebody else's page", () => {
  it("decides about colours, and about nothing else", () => {
    const root = document.createElement("div");
    applied(root, { brand: "#4a2a8a", ink: "rgb(1 2 3 / 90%)", paper: "url(https://elsewhere/x)", "z-index": "9", card: "red; top: 0", line: 3 });
    expect(root.style.getPropertyValue("--brand")).toBe("#4a2a8a");
    expect(root.style.getPropertyValue("--ink")).toBe("rgb(1 2 3 / 90%)");
    for (const name of ["paper", "z-index", "card", "line"]) {
      expect(root.style.getPropertyValue(`--${name}`), name).toBe("");
    }
  });

  it("says so in a message of one form", () => {
    expect(isThemeMessage({ type: "mingshu:theme", variables: {} })).toBe(true);
    expect(isThemeMessage({ type: "mingshu:theme" })).toBe(false);
    expect(isThemeMessage("mingshu:theme")).toBe(false);
  });
});

describe("our style sheet in a shadow root", () => {
  it("stands on the host, and what is set outside goes first", () => {
    expect(scoped(':root { --brand: #123456; --moon: #fff; }')).toBe(":host { --brand:var(--mingshu-brand,#123456); --moon: #fff; }");
    expect(scoped(':root[data-theme="dark"]{--ink:#fff}')).toBe(':host([data-theme="dark"]){--ink:var(--mingshu-ink,#fff)}');
    expect(scoped("body { margin: 0 }\nhtml{top:0}.body{x:y}")).toBe(":host { margin: 0 }\n:host{top:0}.body{x:y}");
  });

  it("goes by the room of the element", () => {
    expect(scoped("@media (max-width: 640px) {}")).toBe("@container (max-width: 640px) {}");
    expect(scoped("@media(width<=640px){}")).toBe("@container (width<=640px){}");
    expect(scoped("@media (prefers-reduced-motion: reduce) {}")).toBe("@media (prefers-reduced-motion: reduce) {}");
  });
});
