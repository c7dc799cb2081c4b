#!/bin/sh
# Apache Kafka's kafka-transactions.sh: the same subcommands and flags, the same columns.
set -eu
exec "$(dirname -- "$(readlink -f -- "$0")")/naru" kafka-transactions "$@"
