#!/bin/sh
# KurrentDB takes the first passwords of its administrators from its environment alone. Read from files and only here,
# they stand in no Compose file and are not shown by `docker inspect`.
set -eu

password() {
  if [ ! -s "$1" ]; then
    echo "There is no password in $1: docker/make-secrets.sh makes it." >&2
    exit 1
  fi
  cat "$1"
}

KURRENTDB_DEFAULT_ADMIN_PASSWORD=$(password "$ADMIN_PASSWORD_FILE")
KURRENTDB_DEFAULT_OPS_PASSWORD=$(password "$OPS_PASSWORD_FILE")
export KURRENTDB_DEFAULT_ADMIN_PASSWORD KURRENTDB_DEFAULT_OPS_PASSWORD
exec "$@"
