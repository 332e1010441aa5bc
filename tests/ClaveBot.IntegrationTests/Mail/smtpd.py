"""A real SMTP server for tests: prints its port, keeps what it accepts in a Maildir, refuses some names.

refused@… gets 550, later@… 451 at RCPT; the subject "spam" gets 554 after DATA; a sender at refused.test gets 550.
"""
import asyncio
import mailbox
import sys
from email import message_from_bytes

from aiosmtpd.smtp import SMTP


class Keeper:
    def __init__(self, folder):
        self.box = mailbox.Maildir(folder, create=True)

    async def handle_MAIL(self, server, session, envelope, address, options):
        if address.endswith("@refused.test"):
            return "550 5.7.1 not from " + address
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused@"):
            return "550 5.1.1 no such user " + address
        if address.startswith("later@"):
            return "451 4.3.0 come again, " + address
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = message_from_bytes(envelope.content)
        if message["Subject"] == "spam":
            return "554 5.7.1 refused"
        message["X-Envelope-To"] = ",".join(envelope.rcpt_tos)
        self.box.add(message)
        return "250 OK"


async def main():
    keeper = Keeper(sys.argv[1])
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(keeper, enable_SMTPUTF8=True), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
