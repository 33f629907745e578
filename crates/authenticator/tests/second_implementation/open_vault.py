"""Opens a vault, as docs/vault-format.md describes it, and prints what it holds as JSON.

    open_vault.py FILE passphrase|keychain      the passphrase, or the key in hexadecimal, on standard input

Written from that document alone and on another library, so that a mistake of the app's own code is no
part of it. Prints "refused" where no slot opens or something was changed.
"""

import json
import struct
import sys
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

MAGIC = b"khvault\n"
KEYCHAIN, PASSPHRASE = 1, 2


def hchacha20(key, sixteen):
    """HChaCha20 out of a block of ChaCha20: its first and last row, before the input is added to them."""
    block = Cipher(algorithms.ChaCha20(key, sixteen), mode=None).encryptor().update(bytes(64))
    words = struct.unpack("<16I", block)
    added = struct.unpack("<4I", b"expand 32-byte k") + struct.unpack("<4I", sixteen)
    rows = words[:4] + words[12:]
    return struct.pack("<8I", *((word - more) % 2**32 for word, more in zip(rows, added)))


def open_sealed(key, nonce, bound_to, sealed):
    """XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03, section 2)."""
    cipher = ChaCha20Poly1305(hchacha20(key, nonce[:16]))
    return cipher.decrypt(bytes(4) + nonce[16:], sealed, bound_to)


def slot_key(kind, memory, passes, lanes, salt, given):
    if kind == KEYCHAIN:
        return bytes.fromhex(given)
    text = unicodedata.normalize("NFKC", given).encode()
    argon2 = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory)
    return argon2.derive(text)


def open_vault(file, wanted, given):
    magic, version, slots, vault, counter = struct.unpack_from("<8sHH16sQ", file)
    assert magic == MAGIC and version == 1 and 1 <= slots <= 8
    contents_at = 36 + slots * 104 + 28
    nonce, length = struct.unpack_from("<24sI", file, contents_at - 28)
    assert len(file) == contents_at + length
    for number in range(slots):
        begins = 36 + number * 104
        *numbers, salt, slot_nonce, sealed = struct.unpack_from("<4I16s24s48s", file, begins)
        if numbers[0] != wanted:
            continue
        key = slot_key(*numbers, salt, given)
        try:
            master = open_sealed(key, slot_nonce, vault + file[begins : begins + 32], sealed)
            text = open_sealed(master, nonce, file[:contents_at], file[contents_at:])
        except InvalidTag:
            continue
        return {"counter": counter, "contents": json.loads(text)}
    return None


def main():
    path, way = sys.argv[1:]
    with open(path, "rb") as opened:
        file = opened.read()
    wanted = {"passphrase": PASSPHRASE, "keychain": KEYCHAIN}[way]
    found = open_vault(file, wanted, sys.stdin.buffer.read().decode())
    print("refused" if found is None else json.dumps(found))


main()
