#!/bin/sh
# Apache Kafka's kafka-consumer-groups.sh: the same flags, the same columns.
set -eu
exec "$(dirname -- "$(readlink -f -- "$0")")/naru" kafka-consumer-groups "$@"
