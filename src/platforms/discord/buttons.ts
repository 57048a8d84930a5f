// The buttons of an answer, in rows.
import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import type { Answer, Choice, Link } from '../../answer/answer.ts';
import { shorten } from '../../answer/fit.ts';
import { oneLine } from './cut.ts';
import { carriedBy } from './forms.ts';
import { LIMITS } from './limits.ts';
import { webAddress } from './markdown.ts';

type Row = APIActionRowComponent<APIButtonComponent>;

/** Rows of choices, at most `choiceRows`, and one row of links. What does not fit is left out. */
export function drawButtons({ choices, links }: Answer, choiceRows: number): Row[] {
  const buttons = choiceButtons(choices).slice(0, choiceRows * LIMITS.row);
  const sources = linkButtons(links).slice(0, LIMITS.row);
  return [...inRows(buttons), ...inRows(sources)];
}

function inRows(buttons: readonly APIButtonComponent[]): Row[] {
  const first = buttons.slice(0, LIMITS.row);
  if (first.length === 0) return [];
  return [{ type: ComponentType.ActionRow, components: first }, ...inRows(buttons.slice(LIMITS.row))];
}

/** A line that does not fit a button is left out: cut, it would ask something else. Discord refuses equal custom_ids. */
function choiceButtons(choices: readonly Choice[]): APIButtonComponent[] {
  const fitting = choices.filter(({ line }) => line.trim() !== '' && line.length <= LIMITS.customId);
  const carried = fitting.map(carriedBy);
  const distinct = fitting.filter((choice, at) => carried.indexOf(carriedBy(choice)) === at);
  const primary = distinct.findIndex(({ style }) => style === 'primary');
  return distinct.map((choice, at) => ({
    type: ComponentType.Button,
    style: at === primary ? ButtonStyle.Primary : ButtonStyle.Secondary,
    label: shorten(oneLine(choice.label) || oneLine(choice.line), LIMITS.label),
    custom_id: carriedBy(choice),
  }));
}

function linkButtons(links: readonly Link[]): APIButtonComponent[] {
  return links.flatMap(({ label, href }) => {
    const url = webAddress(href);
    if (url === null) return [];
    const name = shorten(oneLine(label) || 'Link', LIMITS.label);
    return [{ type: ComponentType.Button, style: ButtonStyle.Link, label: name, url }];
  });
}
