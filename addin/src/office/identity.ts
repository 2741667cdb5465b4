import type { DocumentIdentity } from "./ports";

/** Namespace of the custom XML part; the service writes the same. */
export const identityNamespace = "urn:cadredocs:document:1";

/** Reads the part's text; null where it is not the expected shape. */
export function parseIdentity(xml: string): DocumentIdentity | null {
  const root = new DOMParser().parseFromString(xml, "application/xml").documentElement;
  if (root.namespaceURI !== identityNamespace || root.localName !== "document") return null;
  const text = (name: string) => root.getAttribute(name) ?? "";
  return { form: text("form"), scheme: text("scheme"), record: text("record"), version: Number(text("version")) || 0, code: text("code") };
}

/** The part's text, without an XML declaration: hosts refuse one in setXml. */
export function formatIdentity(identity: DocumentIdentity): string {
  const document = new DOMParser().parseFromString(`<document xmlns="${identityNamespace}"/>`, "application/xml");
  const root = document.documentElement;
  root.setAttribute("form", identity.form);
  root.setAttribute("scheme", identity.scheme);
  root.setAttribute("record", identity.record);
  root.setAttribute("version", String(identity.version));
  root.setAttribute("code", identity.code);
  return new XMLSerializer().serializeToString(root);
}
