"""Fills a broker with a little of everything, the same each time, with confluent-kafka.

    filler.py SERVERS TRANSACTION_TIMEOUT_MS [open]

orders   2 partitions, 100 records: 20 of each codec, idempotent, with keys and headers
prices   compacted, 60 records, tombstones among them
paid     transactions of the transactional id till: commit 5, abort 3, commit 2, abort 1, and
         commit 1 with the offsets of group billing (orders-0: 7, orders-1: 3); with the word open,
         4 more are left in a transaction that nobody ends
"""

import os
import sys

from confluent_kafka import Consumer, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

servers, transaction_timeout = sys.argv[1:3]
leaves_open = sys.argv[3:] == ["open"]
CALL_SECONDS = 30
# A fixed time, a second apart: what is written is the same in every run.
START_MS = 1_750_000_000_000
kept = {"retention.ms": "-1"}
common = {"bootstrap.servers": servers, "partitioner": "murmur2"}


def make_topics():
    compacted = {"cleanup.policy": "compact"}
    topics = [
        NewTopic("orders", num_partitions=2, replication_factor=1, config=kept),
        NewTopic("prices", num_partitions=1, replication_factor=1, config=compacted),
        NewTopic("paid", num_partitions=1, replication_factor=1, config=kept),
    ]
    admin = AdminClient({"bootstrap.servers": servers})
    for made in admin.create_topics(topics).values():
        made.result(CALL_SECONDS)


def write_orders(codec):
    producer = Producer(common | {"enable.idempotence": True, "compression.type": codec})
    for number in range(20):
        producer.produce(
            "orders",
            key=f"customer {number % 6}",
            value=None if number == 11 else f"{codec}: order {number} of some length",
            headers=[("with", codec), ("with", b"\x00\xff"), ("without", None)],
            timestamp=START_MS + number * 1_000,
        )
    for number in range(12):
        producer.produce(
            "prices",
            key=f"item {number % 5}",
            value=None if number % 7 == 3 else f"{codec}: {number}",
            timestamp=START_MS + number * 1_000,
        )
    producer.flush()


def read_orders():
    """Joins the group, so that it has had a member, and reads everything."""
    consumer = Consumer(
        {
            "bootstrap.servers": servers,
            "group.id": "billing",
            "auto.offset.reset": "earliest",
            "enable.auto.commit": False,
        }
    )
    consumer.subscribe(["orders"])
    seen = 0
    for _ in range(600):
        message = consumer.poll(0.1)
        if message is not None and message.error() is None:
            seen += 1
        if seen == 100:
            return consumer
    raise SystemExit(f"filler: {seen} orders came, expected 100")


def write_paid(till, end, count, offsets=None):
    till.begin_transaction()
    for number in range(count):
        value = f"{end} {number} of {count}"
        till.produce("paid", key=end, value=value, timestamp=START_MS + number * 1_000)
    # In the log before the end, also when they are aborted.
    till.flush()
    if offsets is not None:
        till.send_offsets_to_transaction(*offsets, CALL_SECONDS)
    if end == "commit":
        till.commit_transaction(CALL_SECONDS)
    if end == "abort":
        till.abort_transaction(CALL_SECONDS)


make_topics()
for codec in ["none", "gzip", "snappy", "lz4", "zstd"]:
    write_orders(codec)
settings = {"transactional.id": "till", "transaction.timeout.ms": int(transaction_timeout)}
till = Producer(common | settings)
till.init_transactions(CALL_SECONDS)
for end, count in [("commit", 5), ("abort", 3), ("commit", 2), ("abort", 1)]:
    write_paid(till, end, count)
consumer = read_orders()
offsets = [TopicPartition("orders", 0, 7), TopicPartition("orders", 1, 3)]
write_paid(till, "commit", 1, (offsets, consumer.consumer_group_metadata()))
consumer.close()
if leaves_open:
    write_paid(till, "open", 4)
print("filled", flush=True)
# A good end would abort what is open.
os._exit(0)
