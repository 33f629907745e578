"""Writes the database of OTPClient 3.1 that is measured beside the app.

OTPClient's own command line only reads. Its form: 16 bytes IV, 32 bytes salt, then JSON and a NUL byte, sealed with
AES-256-GCM, the key from PBKDF2-HMAC-SHA512 with 100,000 rounds.

Standard input: addresses of otpauth:, a line each. Arguments: the file to write, the passphrase.
"""

import hashlib
import json
import os
import sys
from urllib.parse import parse_qs, urlparse

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

ROUNDS = 100_000


def account(link: str) -> dict[str, object]:
    address = urlparse(link)
    fields = parse_qs(address.query)
    return {
        "type": "TOTP",
        "label": address.path.partition(":")[2],
        "issuer": fields["issuer"][0],
        "secret": fields["secret"][0],
        "digits": 6,
        "algo": "SHA1",
        "period": 30,
    }


def main() -> None:
    path, passphrase = sys.argv[1:]
    accounts = [account(line.strip()) for line in sys.stdin]
    iv, salt = os.urandom(16), os.urandom(32)
    key = hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, ROUNDS, 32)
    sealed = AESGCM(key).encrypt(iv, json.dumps(accounts).encode() + b"\0", iv + salt)
    with open(path, "wb") as database:
        database.write(iv + salt + sealed)


main()
