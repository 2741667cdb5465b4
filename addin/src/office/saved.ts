import type { SavedPlace } from "./ports";

/** Namespace of the pane's own custom XML part. Apart from the identity, which other readers know and which stays small. */
export const savedNamespace = "urn:cadredocs:saved:1";

/** Reads the part's text; null where it is not the expected shape. */
export function parseSaved(xml: string): SavedPlace[] | null {
  const root = new DOMParser().parseFromString(xml, "application/xml").documentElement;
  if (root.namespaceURI !== savedNamespace || root.localName !== "saved") return null;
  return [...root.children].map((place) => {
    const text = (name: string) => [...place.children].find((child) => child.localName === name)?.textContent;
    const here = text("here") ?? "";
    return { tag: place.getAttribute("tag") ?? "", occurrence: Number(place.getAttribute("row")) || 0, here, there: text("there") ?? here };
  });
}

/** The part's text, without an XML declaration: hosts refuse one. Texts stand in elements, since attributes lose line ends. */
export function formatSaved(places: readonly SavedPlace[]): string {
  const document = new DOMParser().parseFromString(`<saved xmlns="${savedNamespace}"/>`, "application/xml");
  const element = (name: string, text: string) => {
    const made = document.createElementNS(savedNamespace, name);
    made.textContent = text;
    return made;
  };
  for (const { tag, occurrence, here, there } of places) {
    const place = document.createElementNS(savedNamespace, "place");
    place.setAttribute("tag", tag);
    place.setAttribute("row", String(occurrence));
    place.append(element("here", here));
    if (there !== here) place.append(element("there", there));
    document.documentElement.append(place);
  }
  return new XMLSerializer().serializeToString(document.documentElement);
}
