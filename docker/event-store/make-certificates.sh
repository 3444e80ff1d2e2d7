#!/bin/sh
# Makes a certificate for each node of the event store that is named, and the authority that clients trust:
#   make-certificates.sh FOLDER NODE...
# writes FOLDER/ca/ca.crt, and FOLDER/NODE/node.crt and node.key. What is there and good for 30 days more is kept. The
# key of the authority is thrown away, so that nobody can ever sign with it: new certificates have a new authority.
set -eu

folder=$1
shift
days=730
renew_before=2592000
# The user that the event store runs as; nobody else reads its key.
owner=${OWNER:-1001}

is_good() {
  openssl x509 -in "$folder/ca/ca.crt" -noout -checkend $renew_before &&
    openssl x509 -in "$folder/$1/node.crt" -noout -checkend $renew_before &&
    openssl verify -CAfile "$folder/ca/ca.crt" -verify_hostname "$1" "$folder/$1/node.crt"
}

all_are_good() {
  for node in "$@"; do
    [ -f "$folder/$node/node.key" ] && is_good "$node" >/dev/null 2>&1 || return 1
  done
}

settings_for() {
  cat <<SETTINGS
[req]
distinguished_name = subject
[subject]
[authority]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[node]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = serverAuth, clientAuth
subjectAltName = DNS:$1, DNS:localhost, IP:127.0.0.1
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
SETTINGS
}

make_authority() {
  settings_for authority >"$draft/settings"
  openssl req -x509 -newkey rsa:2048 -noenc -sha256 -days $days -config "$draft/settings" -extensions authority \
    -subj '/O=Promise tracker/CN=Promise tracker event store' -keyout "$draft/ca.key" -out "$draft/ca.crt"
}

# All nodes have one common name, by which they know each other.
make_node() {
  settings_for "$1" >"$draft/settings"
  openssl req -new -newkey rsa:2048 -noenc -sha256 -config "$draft/settings" \
    -subj '/O=Promise tracker/CN=eventstoredb-node' -keyout "$draft/$1.key" -out "$draft/$1.csr"
  openssl x509 -req -in "$draft/$1.csr" -CA "$draft/ca.crt" -CAkey "$draft/ca.key" -CAcreateserial -sha256 -days $days \
    -extfile "$draft/settings" -extensions node -out "$draft/$1.crt"
}

# Whole or not at all: a file is renamed once it is written. The authority comes last, for it says that all is done.
put() {
  mkdir -p "$(dirname "$2")"
  rm -f "$2.new"
  cp "$1" "$2.new"
  chmod "$3" "$2.new"
  chown "$owner" "$2.new"
  mv -f "$2.new" "$2"
}

if all_are_good "$@"; then
  echo 'The certificates are good for 30 days and more.'
  exit 0
fi

draft=$(mktemp -d)
# What openssl tells on its way matters only when it fails.
trap '[ $? -eq 0 ] || cat "$draft/told" >&2; rm -rf "$draft"' EXIT
umask 077
make_authority 2>"$draft/told"
for node in "$@"; do
  make_node "$node" 2>"$draft/told"
done
umask 022
for node in "$@"; do
  put "$draft/$node.key" "$folder/$node/node.key" 0400
  put "$draft/$node.crt" "$folder/$node/node.crt" 0444
done
put "$draft/ca.crt" "$folder/ca/ca.crt" 0444
echo "Made certificates for $*, good for $days days. Restart what was running with the old ones."
