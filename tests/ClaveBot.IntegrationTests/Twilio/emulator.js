// Reads {server, account, token, from, to, template, variables, inbound} from stdin and does with Twilio's own library, against the emulator
// at that server, what ClaveBot does by itself; writes what the library made of the answers.
"use strict";
const { readFileSync } = require("node:fs");
const twilio = require("twilio");

class Elsewhere extends twilio.RequestClient {
  constructor(server) {
    super();
    this.server = server;
  }
  request(options) {
    const url = new URL(options.uri);
    return super.request({ ...options, uri: this.server + url.pathname + url.search });
  }
}

async function main({ server, account, token, from, to, template, variables, inbound }) {
  const client = twilio(account, token, { httpClient: new Elsewhere(server) });
  const created = await client.content.v1.contents.create(template);
  const listed = await client.content.v1.contents.list({ pageSize: 1, limit: 100 });
  const approval = await client.content.v1.contents(created.sid).approvalFetch().fetch();
  const message = await client.messages.create({ from, to, contentSid: created.sid, contentVariables: JSON.stringify(variables) });
  const refused = await client.messages.create({ from, to, contentSid: created.sid, contentVariables: "[]" }).catch((error) => error.code);
  const emptied = await client.messages(inbound).update({ body: "" });
  return {
    names: listed.map((content) => content.friendlyName),
    types: created.types,
    approval: approval.whatsapp,
    body: message.body,
    refused,
    emptied: emptied.body,
  };
}

main(JSON.parse(readFileSync(0, "utf8"))).then((said) => process.stdout.write(JSON.stringify(said)));
