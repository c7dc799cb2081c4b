#!/bin/sh
# Apache Kafka's kafka-console-producer.sh: the same flags, the same way to read lines.
set -eu
exec "$(dirname -- "$(readlink -f -- "$0")")/naru" kafka-console-producer "$@"
