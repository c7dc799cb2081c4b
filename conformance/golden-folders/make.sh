#!/usr/bin/env bash
# Makes the partition folders in packages/broker/src/log/testdata/golden: written by a real Apache Kafka,
# small, without Kafka's preallocated zeros (it is stopped cleanly).
#
#   KAFKA="command" conformance/golden-folders/make.sh
#
# `command start DIR --set key=value ...` must run one KRaft node on a data folder in the foreground and
# stop it cleanly on SIGTERM; `command tool NAME ...` one of Kafka's command-line tools.
set -euo pipefail

: "${KAFKA:?a command that runs Apache Kafka 4.3.1}"
target=$(cd "$(dirname "$0")/../.." && pwd)/packages/broker/src/log/testdata/golden
work=$(mktemp -d)
port=29392
server="--bootstrap-server 127.0.0.1:$port"
tool() { timeout 120 $KAFKA tool "$@"; }

$KAFKA start "$work/data" --set "listeners=PLAINTEXT://127.0.0.1:$port,CONTROLLER://127.0.0.1:29393" \
  --set "advertised.listeners=PLAINTEXT://127.0.0.1:$port" \
  --set "controller.quorum.bootstrap.servers=127.0.0.1:29393" \
  --set "transaction.state.log.num.partitions=1" --set "offsets.topic.num.partitions=1" \
  --set "log.cleaner.enable=false" >"$work/server.log" 2>&1 &
broker=$!
trap 'kill "$broker" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 60); do
  tool kafka-topics $server --list >/dev/null 2>&1 && break
  sleep 1
done

# A record a second later than segment.ms closes the segment.
create() { tool kafka-topics $server --create --partitions 1 --topic "$@" >/dev/null; }
create clicks --config segment.ms=1000 --config index.interval.bytes=256
create prices --config segment.ms=1000 --config cleanup.policy=compact
create paid --config segment.ms=1000

# One producer, five rounds: codec by codec, several batches a round.
for round in 1 2 3 4 5; do
  codec=$(echo none gzip snappy lz4 zstd | cut -d' ' -f"$round")
  for topic in clicks prices; do
    seq -f "k%g:round $round of $topic" 1 30 | tool kafka-console-producer $server --topic "$topic" \
      --reader-property parse.key=true --reader-property key.separator=: \
      --compression-codec "$codec" --batch-size 300
  done
done
tool kafka-producer-perf-test --topic paid --num-records 60 --record-size 20 --throughput 20 \
  --transactional-id till --transaction-duration-ms 800 --bootstrap-server "127.0.0.1:$port" >/dev/null

pkill -TERM -P "$broker" 2>/dev/null || kill -TERM "$broker"
wait "$broker" || true
rm -rf "$target"
mkdir -p "$target"
cp -r "$work"/data/{clicks,prices,paid}-0 "$target"
# Transaction index files are made when needed; empty ones are not part of the format.
find "$target" -name '*.txnindex' -empty -delete
du -sh "$target"
