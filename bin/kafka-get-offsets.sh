#!/bin/sh
# Apache Kafka's kafka-get-offsets.sh: the same flags, the same columns.
set -eu
exec "$(dirname -- "$(readlink -f -- "$0")")/naru" kafka-get-offsets "$@"
