"""Opens a PKCS #12 file with Python's cryptography, which pyHanko stands on.

Arguments: the file, its password. Prints JSON: name, whether the key is the certificate's, subjects of all certificates.
"""

import json
import sys

from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12

with open(sys.argv[1], "rb") as stream:
    found = load_pkcs12(stream.read(), sys.argv[2].encode())
own = found.cert.certificate
print(
    json.dumps(
        {
            "name": found.cert.friendly_name.decode(),
            "same_key": found.key.public_key() == own.public_key(),
            "subjects": [
                certificate.subject.rfc4514_string()
                for certificate in [own, *(more.certificate for more in found.additional_certs)]
            ],
        }
    )
)
