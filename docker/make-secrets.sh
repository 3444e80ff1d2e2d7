#!/bin/sh
# Makes the secrets that the Compose files name, once and at random. Nothing has a default, and nothing is overwritten.
# The folder is closed to everybody but its owner. The files in it are readable, for Compose hands them to a container
# with the owner they have here, who is nobody there.
set -eu

folder=${1:-$(cd "$(dirname "$0")/.." && pwd)/secrets}

random() {
  od -An -N32 -tx1 /dev/urandom | tr -d ' \n'
}

write() {
  printf '%s' "$2" >"$folder.new/$1"
  chmod 0444 "$folder.new/$1"
}

if [ -e "$folder" ]; then
  echo "$folder is there already. Secrets are never made twice: the databases know the old ones." >&2
  exit 1
fi

rm -rf "$folder.new"
mkdir -m 0700 "$folder.new"
postgres=$(random)
tracker=$(random)
administrator=$(random)
nodes=event-store-1:2113,event-store-2:2113,event-store-3:2113
trust="tls=true&tlsCAFile=/certificates/ca/ca.crt"

write postgres-password "$postgres"
write database-url "postgres://promise:$postgres@postgres:5432/promise"
write event-store-admin-password "$administrator"
write event-store-ops-password "$(random)"
write event-store-admin-url "esdb://admin:$administrator@event-store:2113?$trust"
write event-store-url "esdb://promise:$tracker@event-store:2113?$trust"
write event-store-cluster-admin-url "esdb+discover://admin:$administrator@$nodes?$trust"
write event-store-cluster-url "esdb+discover://promise:$tracker@$nodes?$trust"
mv "$folder.new" "$folder"
# The users of other images run these, whatever the mask of the checkout.
chmod a+rx "$(dirname "$0")"/event-store/*.sh
echo "Made the secrets in $folder. Keep a copy of them where only you can read it."
