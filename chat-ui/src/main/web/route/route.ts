/** A place of the page, as its address names it after the `#`. */
export type Route =
  | { readonly page: "home" }
  | { readonly page: "thread"; readonly id: string }
  | { readonly page: "boards" }
  | { readonly page: "board"; readonly id: string }
  | { readonly page: "link"; readonly id: string };

const LETTERS = { t: "thread", b: "board", a: "link" } as const;
const ID = /^[\w-]{1,128}$/;

/** What the address means; what means nothing is the home page. */
export function parseRoute(hash: string): Route {
  const [letter = "", id = ""] = hash.replace(/^#\/?/, "").split("/");
  if (letter === "b" && id === "") {
    return { page: "boards" };
  }
  const page = LETTERS[letter as keyof typeof LETTERS] as (typeof LETTERS)[keyof typeof LETTERS] | undefined;
  return page !== undefined && ID.test(id) ? { page, id } : { page: "home" };
}

export function hashOf(route: Route): string {
  switch (route.page) {
    case "home":
      return "#/";
    case "boards":
      return "#/b";
    case "thread":
      return `#/t/${route.id}`;
    case "board":
      return `#/b/${route.id}`;
    case "link":
      return `#/a/${route.id}`;
  }
}

export function sameRoute(one: Route, other: Route): boolean {
  return hashOf(one) === hashOf(other);
}
