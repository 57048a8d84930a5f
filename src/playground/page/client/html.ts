// How everything on the page is drawn: tagged templates that make virtual nodes. Whatever stands in `${}` is text, never markup.
import htm from 'htm';
import { h, type VNode } from 'preact';

type Draw = (strings: TemplateStringsArray, ...values: readonly unknown[]) => VNode;

/** One element with all that is in it. */
export const html: Draw = htm.bind(h) as Draw;
