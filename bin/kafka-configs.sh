#!/bin/sh
# Apache Kafka's kafka-configs.sh: the same flags, the same lines.
set -eu
exec "$(dirname -- "$(readlink -f -- "$0")")/naru" kafka-configs "$@"
