// The DOM that @mozilla/readability brings for itself comes without types. These are the parts of it that we use.

declare module '@mozilla/readability/JSDOMParser.js' {
  export interface LightNode {
    readonly localName: string | null;
    textContent: string;
    appendChild(child: LightNode): void;
  }
  export interface LightElement extends LightNode {
    readonly localName: string;
    readonly attributes: readonly { readonly name: string; readonly value: string }[];
    getAttribute(name: string): string | undefined;
    setAttribute(name: string, value: string): void;
    getElementsByTagName(tag: string): LightElement[];
  }
  export interface LightDocument {
    title: string;
    head?: LightElement;
    body?: LightElement;
    documentElement?: LightElement;
    appendChild(child: LightNode): void;
    createElement(tag: string): LightElement;
    createTextNode(text: string): LightNode;
  }
  export default class JSDOMParser {
    parse(source: string): LightDocument;
  }
}
