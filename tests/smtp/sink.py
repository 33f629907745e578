"""A real SMTP server for tests: takes mails over STARTTLS and prints each as one line of JSON.

The first line printed is {"port": N}. With --answer, every mail is answered with that reply instead
(for example "451 come back later"), until a line arrives on standard input.
"""

import argparse
import asyncio
import json
import logging
import ssl
import sys

from aiosmtpd.smtp import SMTP


def say(value):
    print(json.dumps(value), flush=True)


class Sink:
    def __init__(self, answer):
        self.answer = answer

    async def handle_DATA(self, server, session, envelope):
        if self.answer:
            say({"refused": self.answer})
            return self.answer
        say(
            {
                "tls": session.ssl is not None,
                "from": envelope.mail_from,
                "to": envelope.rcpt_tos,
                "data": envelope.content.decode("utf-8", "replace"),
            }
        )
        return "250 taken"


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--answer")
    options = parser.parse_args()

    context = None
    if options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate, options.key)

    # A client that does not trust the certificate is what some tests are about.
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)
    sink = Sink(options.answer)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(
            sink,
            hostname="localhost",
            tls_context=context,
            require_starttls=context is not None,
            enable_SMTPUTF8=True,
            loop=loop,
        ),
        "127.0.0.1",
        options.port,
    )
    say({"port": server.sockets[0].getsockname()[1]})

    # Ends with the test that started it: its end of the pipe closes.
    while await loop.run_in_executor(None, sys.stdin.readline):
        sink.answer = None
        say({"answer": None})


asyncio.run(main())
