"""Gives schemathesis a session: signs in, and adds an access token and a fresh DPoP proof to every
call (RFC 9449).

    SCHEMATHESIS_HOOKS=tests/schemathesis/hooks.py   this file
    KEYHOLDER_URL        the service's origin, as it prints it when it is ready
    KEYHOLDER_NAME       the sign-in name of somebody who may do something
    KEYHOLDER_PASSWORD   their password
"""

import base64
import hashlib
import json
import os
import secrets
import threading
import time
from urllib.parse import urlsplit, urlunsplit

import requests
import schemathesis
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

# Renewed well before the five minutes that an access token works.
RENEW_AFTER_SECONDS = 200


def encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def part(value: dict) -> str:
    return encode(json.dumps(value, separators=(",", ":")).encode())


class Device:
    """A device key and the session that it signed in to."""

    def __init__(self) -> None:
        self.origin = os.environ["KEYHOLDER_URL"].rstrip("/")
        self.nonce: str | None = None
        self.token: str | None = None
        self.signed_in_at = 0.0
        self.lock = threading.RLock()
        self.renew_key()

    def renew_key(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        point = self.key.public_key().public_numbers()
        self.jwk = {
            "kty": "EC",
            "crv": "P-256",
            "x": encode(point.x.to_bytes(32, "big")),
            "y": encode(point.y.to_bytes(32, "big")),
        }

    def proof(self, method: str, url: str, token: str | None) -> str:
        address = urlsplit(url)
        claims = {
            "jti": secrets.token_urlsafe(16),
            "htm": method,
            "htu": urlunsplit((address.scheme, address.netloc, address.path, "", "")),
            "iat": int(time.time()),
            "nonce": self.nonce,
        }
        if token is not None:
            claims["ath"] = encode(hashlib.sha256(token.encode()).digest())
        header = {"typ": "dpop+jwt", "alg": "ES256", "jwk": self.jwk}
        message = f"{part(header)}.{part(claims)}"
        r, s = decode_dss_signature(self.key.sign(message.encode(), ec.ECDSA(hashes.SHA256())))
        return f"{message}.{encode(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"

    def remember(self, response: requests.Response, *_args, **_kwargs) -> None:
        self.nonce = response.headers.get("DPoP-Nonce", self.nonce)
        # The run signs itself out, as any other operation.
        if response.status_code == 401 and "invalid_token" in response.headers.get(
            "WWW-Authenticate", ""
        ):
            self.token = None

    def access_token(self) -> str:
        with self.lock:
            if self.token is None or time.monotonic() - self.signed_in_at > RENEW_AFTER_SECONDS:
                self.sign_in()
            return self.token

    def authorize(self, method: str, url: str) -> tuple[str, str]:
        """A token, and the proof that goes with it."""
        with self.lock:
            token = self.access_token()
            return token, self.proof(method, url, token)

    def sign_in(self) -> None:
        # The run guesses passwords, which locks its device: it comes back with another one.
        self.renew_key()
        url = f"{self.origin}/v1/sign-ins"
        body = {
            "sign_in_name": os.environ["KEYHOLDER_NAME"],
            "password": os.environ["KEYHOLDER_PASSWORD"],
            "device_name": "schemathesis",
        }
        # The first answer hands out the nonce.
        for _ in range(2):
            headers = {"DPoP": self.proof("POST", url, None)}
            response = requests.post(url, json=body, headers=headers, timeout=30)
            self.remember(response)
            if response.status_code != 401:
                break
        response.raise_for_status()
        self.token = response.json()["next"]["tokens"]["access_token"]
        self.signed_in_at = time.monotonic()


class Session(requests.auth.AuthBase):
    """Adds token and proof to the request as it leaves, when its address is final."""

    def __init__(self) -> None:
        self.device = Device()

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        token, proof = self.device.authorize(request.method, request.url)
        request.headers["Authorization"] = f"DPoP {token}"
        request.headers["DPoP"] = proof
        request.register_hook("response", self.device.remember)
        return request


schemathesis.auth.set_from_requests(Session())


@schemathesis.hook
def filter_headers(context, headers) -> bool:
    """Control characters in a header are refused by the HTTP library, with an empty 400, before the
    service sees a request (RFC 9110, section 5.5); the raw bytes of goal 7 are about those."""
    values = (headers or {}).values()
    return not any(ord(c) < 32 or ord(c) == 127 for value in values for c in str(value))
