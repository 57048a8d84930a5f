// The Home tab over the real Bolt app, with the real bot over a real store.
import { afterEach, describe, expect, it } from 'vitest';
import { type BotOptions, createBot } from '../../../src/bot.ts';
import type { SlackOptions } from '../../../src/platforms/slack/slack.ts';
import type { Home } from '../../../src/playground/slack/homes.ts';
import { show } from '../../../src/playground/slack/message.ts';
import type { Modal } from '../../../src/playground/slack/modals.ts';
import { showModal } from '../../../src/playground/slack/modals.ts';
import type { Person } from '../../../src/playground/slack/people.ts';
import type { SlackSettings } from '../../../src/playground/slack/slack.ts';
import { actionsOn, type Page } from '../../../src/playground/slack/visits.ts';
import type { Bot, Place } from '../../../src/port.ts';
import { prepareSituations } from '../../../src/query/situations.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { engines } from '../../store/engines.ts';
import type { Stage, Transport } from './stage.ts';
import { createStage, SECRET, withinAMoment } from './stage.ts';

let stage: Stage;
let store: Store;
let closing: (() => Promise<unknown>)[] = [];
/** What channels were told by the bot itself. */
const told: Place[] = [];

async function begin(
  transport: Transport,
  settings: SlackSettings = {},
  options: Partial<SlackOptions> = {},
  more: Partial<BotOptions> = {},
): Promise<Person> {
  const sqlite = engines.find(({ engine }) => engine === 'sqlite') ?? expect.unreachable();
  const database = await sqlite.create();
  store = await openStore(database.url);
  closing = [() => store.close(), () => database.drop()];
  told.length = 0;
  stage = await createStage(transport, settings, options);
  const announce: BotOptions['announce'] = async (place) => {
    told.push(place);
    return 'posted';
  };
  await stage.start(createBot({ store, log: stage.log, announce, ...more }));
  return stage.slack.person('ada');
}

afterEach(async () => {
  await stage.stop();
  for (const close of closing) await close();
  expect(JSON.stringify(stage.log.lines)).not.toMatch(SECRET);
});

/** The bot is alive and has dealt with what came before. */
async function askOn(): Promise<void> {
  await stage.slack.person('linus').command('/http', '404');
}

function wordsOn({ view }: Page): string {
  const blocks = view['blocks'];
  const message = { text: '', blocks: Array.isArray(blocks) ? blocks : [], only: null };
  return show({ ...message, ts: '', channel: '', thread: null, by: '', route: 'typed', raw: {} }).text;
}

function labelsOn(page: Page): readonly string[] {
  return actionsOn(page).map(({ label }) => label);
}

async function openHome(person: Person): Promise<Home> {
  const home = stage.slack.nextHome();
  await person.openHome();
  return home;
}

async function press(person: Person, page: Page, button: string): Promise<Modal> {
  const modal = stage.slack.nextModal();
  await person.pressOn(page, button);
  return modal;
}

async function choose(person: Person, page: Page, channel: string): Promise<Home> {
  const home = stage.slack.nextHome();
  await person.chooseOn(page, channel);
  return home;
}

describe.each(['socket', 'http'] as const)('the Home tab over %s', (transport) => {
  it('welcomes, shows how one stands, offers channels, and every topic with its examples as buttons', async () => {
    const ada = await begin(transport);
    const home = await openHome(ada);
    expect(home.by).toBe(ada.id);
    const words = wordsOn(home);
    for (const said of ['Ask me about HTTP status codes', 'About you', 'Settings of a channel', 'What a code means'])
      expect(words).toContain(said);
    expect(words).not.toContain('shortened');
    const labels = labelsOn(home);
    for (const label of ['Choose a channel', '404', 'retry 504 POST', 'test 401 msw', 'rules', 'passive', 'Practise'])
      expect(labels).toContain(label);
    expect(stage.problems()).toEqual([]);
  });

  it('opens the answer to an example over the page, only for who pressed it', async () => {
    const ada = await begin(transport);
    const modal = await press(ada, await openHome(ada), '401 vs 403');
    expect(modal.by).toBe(ada.id);
    expect(wordsOn(modal)).toContain('401 Unauthorized vs 403 Forbidden');
    expect(modal.view).toMatchObject({ type: 'modal', close: { text: 'Close' } });
    expect(stage.slack.history().filter(({ by }) => by === stage.slack.bot.id)).toEqual([]);
  });

  it('has an answer to each of its examples', async () => {
    // In a test nobody gathers what sentences are held against beforehand, and Slack would not wait for it.
    await prepareSituations();
    const ada = await begin(transport);
    const home = await openHome(ada);
    const examples = (createBot().guide?.topics ?? []).flatMap(({ choices }) => choices);
    expect(examples.length).toBeGreaterThan(35);
    for (const { label } of examples) {
      const words = wordsOn(await press(ada, home, label));
      expect(words, label).not.toMatch(/did not see a status code|Sorry, I could not|too (?:fast|many)/);
    }
    expect(stage.problems()).toEqual([]);
  });

  it('turns what is open into the next answer, without opening another', async () => {
    const ada = await begin(transport);
    const first = await press(ada, await openHome(ada), '404');
    const next = await press(ada, first, 'For testers');
    expect(next.id).toBe(first.id);
    expect(wordsOn(next)).toContain('404');
    expect(next.below).toBeNull();
    expect(stage.calls('views.update')).toHaveLength(1);
  });

  it('shows what a chosen channel has set, and changes it with a form', async () => {
    const ada = await begin(transport);
    stage.slack.channel('random');
    const chosen = await choose(ada, await openHome(ada), 'random');
    expect(wordsOn(chosen)).toContain('Settings of this channel');
    expect(wordsOn(chosen)).toContain('not set');
    const form = await press(ada, chosen, 'Set up the quiz');
    expect(showModal(form).title).toBe('The daily quiz');
    const again = stage.slack.nextHome();
    const left = await ada.submit(form, { 'Time of day': '16:30', 'City or time zone': 'Berlin' });
    if (left === null) return expect.unreachable('the answer takes the place of the form');
    expect(wordsOn(left)).toContain('The quiz is set');
    expect(wordsOn(await again)).toContain('16:30 Europe/Berlin');
    const place = { platform: 'slack', team: stage.slack.team.id, channel: stage.slack.channel('random').id } as const;
    expect(await store.schedules.get(place)).toMatchObject({ time: '16:30', zone: 'Europe/Berlin', enabled: true });
    expect(told).toEqual([place]);
    // In the answer, the channel is still the one that was chosen.
    expect(wordsOn(await press(ada, left, 'Change it'))).not.toContain('needs a channel');
  });
});

describe('the Home tab', () => {
  it('is drawn once, however often Slack tells of a visit', async () => {
    const ada = await begin('socket');
    stage.slack.faults.copies = 2;
    const event = {
      type: 'app_home_opened',
      user: ada.id,
      channel: 'D1',
      tab: 'home',
      event_ts: '1.0',
    };
    const drawn = stage.slack.nextHome();
    await stage.slack.emit(event);
    await drawn;
    expect(await withinAMoment(stage.slack.nextHome())).toBeNull();
    expect(stage.calls('views.publish')).toHaveLength(1);
  });

  it('is not drawn for who looks at the messages', async () => {
    const ada = await begin('socket');
    await ada.openHome('messages');
    await askOn();
    expect(stage.calls('views.publish')).toEqual([]);
  });

  it('opens a form over an answer, and the answer is there again afterwards', async () => {
    const ada = await begin('socket');
    const chosen = await choose(ada, await openHome(ada), 'general');
    const quiz = await press(ada, chosen, 'quiz');
    // An example of the help: no channel, though one is chosen.
    expect(wordsOn(quiz)).toContain('It needs a channel');
    const card = await press(ada, chosen, 'House rules');
    const form = await press(ada, card, 'Add a rule');
    expect(form.below?.id).toBe(card.id);
    ada.dismiss();
    expect(ada.modal()?.id).toBe(card.id);
  });

  it('keeps a form open that has something wrong in it', async () => {
    const ada = await begin('socket');
    const form = await press(ada, await choose(ada, await openHome(ada), 'general'), 'Set up the quiz');
    const left = await ada.submit(form, { 'Time of day': '25:99', 'City or time zone': 'Berlin' });
    expect(left && showModal(left).fields.some(({ error }) => error !== null)).toBe(true);
    expect(told).toEqual([]);
  });

  it('lets nobody change a channel who may not, and lets them look', async () => {
    const grace = await begin('socket', { usersRead: true }, { quizAdmins: 'admins' }).then(() =>
      stage.slack.person('grace'),
    );
    const chosen = await choose(grace, await openHome(grace), 'general');
    expect(wordsOn(chosen)).toContain('Others may change them');
    expect(labelsOn(chosen)).not.toContain('Set up the quiz');
    const general = stage.slack.channel('general').id;
    const block = { type: 'button', block_id: 'settings', action_id: 'ask:0' };
    const refused = stage.slack.nextModal();
    await grace.forgeOn(chosen, { ...block, value: 'quiz schedule 09:30 Europe/Berlin' });
    expect(wordsOn(await refused)).toContain('That is for others to decide');
    const place = { platform: 'slack', team: stage.slack.team.id, channel: general } as const;
    expect(await store.schedules.get(place)).toBeNull();
  });

  it.each([
    ['they are not in', { members: ['grace'] }],
    ['Teapot is not in', { bot: false }],
    ['is archived', { archived: true }],
  ] as const)('shows nothing of a channel that %s', async (_what, settings) => {
    const ada = await begin('socket');
    const secret = stage.slack.channel('secret', settings);
    await store.channels.set(
      { platform: 'slack', team: stage.slack.team.id, channel: secret.id },
      { stack: ['caddy'] },
      'U1',
      0,
    );
    const chosen = await choose(ada, await openHome(ada), 'secret');
    expect(wordsOn(chosen)).toContain('I cannot show that channel here');
    expect(wordsOn(chosen)).not.toContain('Caddy');
    expect(JSON.stringify(chosen.view)).not.toContain(secret.id);
    expect(stage.problems()).toEqual([]);
  });

  it.each(['D000000001', 'C999999999', 'nonsense', 'general', ''])(
    'shows nothing of %j, which no menu offers',
    async (forged) => {
      const ada = await begin('socket');
      const home = await openHome(ada);
      const drawn = stage.slack.nextHome();
      const action = { type: 'conversations_select', action_id: 'home:channel', block_id: 'b1' };
      await ada.forgeOn(home, { ...action, selected_conversation: forged });
      expect(wordsOn(await drawn)).toContain('I cannot show that channel here');
    },
  );

  it('acts in no channel that is not theirs, wherever its id is forged', async () => {
    const ada = await begin('socket');
    const home = await openHome(ada);
    const secret = stage.slack.channel('secret', { members: ['grace'] });
    const metadata = JSON.stringify({ channel: secret.id, shown: secret.id });
    const forged = { ...home, view: { ...home.view, private_metadata: metadata } };
    const button = { type: 'button', block_id: 'settings', action_id: 'ask:0', value: 'stack nginx rails' };
    const refused = stage.slack.nextModal();
    await ada.forgeOn(forged, button);
    expect(wordsOn(await refused)).toContain('I cannot show that channel here');
    const inModal = await press(ada, home, '404');
    const forgedModal = { ...inModal, view: { ...inModal.view, private_metadata: metadata } };
    const refusedThere = stage.slack.nextModal();
    await ada.forgeOn(forgedModal, button);
    expect(wordsOn(await refusedThere)).toContain('I cannot show that channel here');
    const place = { platform: 'slack', team: stage.slack.team.id, channel: secret.id } as const;
    expect(await store.channels.get(place)).toBeNull();
  });

  it('refuses a form for a channel that is not theirs, and keeps it open', async () => {
    const ada = await begin('socket');
    const form = await press(ada, await choose(ada, await openHome(ada), 'general'), 'Set up the quiz');
    const secret = stage.slack.channel('secret', { members: ['grace'] });
    const general = stage.slack.channel('general').id;
    const metadata = String(form.view['private_metadata']).replaceAll(general, secret.id);
    expect(metadata).toContain(secret.id);
    const forged = { ...form, view: { ...form.view, private_metadata: metadata } };
    const left = await ada.submit(forged, { 'Time of day': '16:30', 'City or time zone': 'Berlin' });
    expect(left && showModal(left).fields[0]?.error).toContain('I cannot show that channel here');
    const place = { platform: 'slack', team: stage.slack.team.id, channel: secret.id } as const;
    expect(await store.schedules.get(place)).toBeNull();
  });

  it('tells who opens the settings of a channel so in there, privately and once', async () => {
    const ada = await begin('socket');
    const chosen = await choose(ada, await openHome(ada), 'general');
    await press(ada, chosen, 'House rules');
    await choose(ada, chosen, 'general');
    const words = stage.slack.history().filter(({ text }) => text.includes('Home tab'));
    expect(words).toMatchObject([{ only: ada.id, channel: stage.slack.channel('general').id }]);
  });

  it('does not forget the chosen channel over another answer', async () => {
    const ada = await begin('socket');
    const chosen = await choose(ada, await openHome(ada), 'general');
    const again = stage.slack.nextHome();
    await press(ada, chosen, 'quiz practice');
    expect(wordsOn(await again)).toContain('Settings of this channel');
  });

  it('does not draw an older page over a newer one', async () => {
    const ada = await begin('socket');
    const home = await openHome(ada);
    const chosen = await choose(ada, home, 'general');
    const event = { type: 'app_home_opened', user: ada.id, channel: 'D1', tab: 'home', event_ts: '2.0' };
    await stage.slack.emit({ ...event, view: { ...home.view, id: home.id, hash: home.hash } });
    await expect.poll(() => stage.calls('views.publish').map(({ error }) => error)).toContain('hash_conflict');
    expect(ada.home()?.hash).toBe(chosen.hash);
    expect(stage.problems()).toEqual([]);
  });
});

describe('where Slack refuses', () => {
  it.each([
    ['a page, for want of a scope', { kind: 'error', error: 'missing_scope' }, 'missing_scope'],
    ['a page, where the tab is off', { kind: 'error', error: 'not_enabled' }, 'not_enabled'],
    ['a page, with a 500', { kind: 'status', status: 500 }, 'HTTP 500'],
  ] as const)('%s, the log has one line, and the next visit has a page', async (_what, fault, reason) => {
    const ada = await begin('socket');
    stage.slack.faults.next('views.publish', fault);
    await ada.openHome();
    await stage.problem();
    await askOn();
    expect(stage.problems()).toMatchObject([{ level: 'warn', fields: { reason: expect.stringContaining(reason) } }]);
    expect((await openHome(ada)).by).toBe(ada.id);
  });

  it.each([
    ['an answer', '404', 'views.open'],
    ['a form', 'Set up the quiz', 'views.open'],
  ])('%s, whose trigger is too old, the log has one line', async (_what, button, method) => {
    const ada = await begin('socket', { triggersMs: 0 });
    const chosen = await choose(ada, await openHome(ada), 'general');
    await ada.pressOn(chosen, button);
    await stage.problem();
    await askOn();
    expect(stage.calls(method)).toMatchObject([{ error: 'expired_trigger_id' }]);
    expect(stage.problems()).toMatchObject([{ fields: { reason: expect.stringContaining('expired_trigger_id') } }]);
  });

  it('a form over an answer, the answer says how to type it', async () => {
    const ada = await begin('socket');
    const card = await press(ada, await choose(ada, await openHome(ada), 'general'), 'House rules');
    stage.slack.faults.next('views.push', { kind: 'status', status: 500 });
    const typed = await press(ada, card, 'Add a rule');
    expect(typed.id).toBe(card.id);
    expect(typed.below).toBeNull();
    expect(stage.problems()).toMatchObject([{ fields: { reason: 'HTTP 500' } }]);
  });

  it('to say whether somebody is in a channel, it is not shown, and the log has one line', async () => {
    const ada = await begin('socket');
    stage.slack.faults.next('chat.postEphemeral', { kind: 'status', status: 500 });
    const chosen = await choose(ada, await openHome(ada), 'general');
    expect(wordsOn(chosen)).toContain('I cannot show that channel here');
    expect(stage.problems()).toMatchObject([{ level: 'warn', fields: { reason: 'HTTP 500' } }]);
    expect(wordsOn(await choose(ada, chosen, 'general'))).toContain('Settings of this channel');
  });

  it('nothing, an unknown action on a page does nothing', async () => {
    const ada = await begin('socket');
    const home = await openHome(ada);
    const drawn = stage.slack.nextModal();
    await ada.forgeOn(home, { type: 'overflow', action_id: 'x', block_id: 'b', selected_option: { value: '404' } });
    await ada.forgeOn(home, {
      type: 'conversations_select',
      action_id: 'x',
      block_id: 'b',
      selected_conversation: 'C1',
    });
    await ada.forgeOn(home, { type: 'button', action_id: 'x', block_id: 'b' });
    expect(await withinAMoment(drawn)).toBeNull();
    expect(stage.problems()).toEqual([]);
  });
});

it('needs no guide from the bot', async () => {
  await begin('socket');
  await stage.stop();
  stage = await createStage('socket');
  const { guide: _guide, ...bot }: Bot = createBot({ store });
  await stage.start(bot);
  const ada = stage.slack.person('ada');
  expect(wordsOn(await openHome(ada))).toContain('About you');
});
