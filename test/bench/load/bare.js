// The bare libraries, each answering everything with a constant: what Teapot is measured against. Plain JavaScript, since what
// reads TypeScript is none of theirs.
import { App } from '@slack/bolt';
import { ApplicationCommandOptionType, Client, Events, GatewayIntentBits } from 'discord.js';

const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL, DISCORD_BOT_TOKEN, DISCORD_API_URL, PORT } = process.env;
const { SLACK_ANSWER = '""', DISCORD_ANSWER = '""' } = process.env;

if (SLACK_BOT_TOKEN) {
  const app = new App({
    token: SLACK_BOT_TOKEN,
    ...(SLACK_SIGNING_SECRET && { signingSecret: SLACK_SIGNING_SECRET }),
    ...(SLACK_API_URL && { clientOptions: { slackApiUrl: SLACK_API_URL } }),
  });
  const answer = JSON.parse(SLACK_ANSWER);
  app.command('/http', async ({ ack }) => ack(answer));
  await app.start(Number(PORT));
}
if (DISCORD_BOT_TOKEN) {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Else it waits fifteen seconds for servers with an outage, of which the simulated Discord has one.
    waitGuildTimeout: 0,
    ...(DISCORD_API_URL && { rest: { api: DISCORD_API_URL } }),
  });
  const answer = JSON.parse(DISCORD_ANSWER);
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply(answer);
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(DISCORD_BOT_TOKEN);
  await ready;
  const query = { type: ApplicationCommandOptionType.String, name: 'query', description: 'A code' };
  await client.application?.commands.set([{ name: 'status', description: 'Explain a code', options: [query] }]);
}
process.stdout.write('ready\n');
