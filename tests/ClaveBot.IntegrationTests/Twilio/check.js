// Reads a JSON list of {token, url, params, body, signature} from stdin and writes, for each, what Twilio's own library says:
// the signature it would give, and whether it takes ours.
"use strict";
const { readFileSync } = require("node:fs");
const { getExpectedTwilioSignature, validateRequest, validateRequestWithBody } = require("twilio");

const cases = JSON.parse(readFileSync(0, "utf8"));
const verdicts = cases.map(({ token, url, params, body, signature }) => ({
  signature: getExpectedTwilioSignature(token, url, params),
  accepted:
    body === null
      ? validateRequest(token, signature, url, params)
      : validateRequestWithBody(token, signature, url, body),
}));
process.stdout.write(JSON.stringify(verdicts));
