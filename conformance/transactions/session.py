"""One transactional id and its transactions, one after another, with confluent-kafka.

    session.py SERVERS TOPIC GROUP TRANSACTIONAL_ID TIMEOUT_MS WORD...

A word is commit:2, abort:2, offsets:2 (commits, with two offsets of the group) or open:2 (the last
one: the process ends and leaves it): a transaction of that many records, in one batch.
"""

import os
import sys

from confluent_kafka import Consumer, Producer, TopicPartition

servers, topic, group, transactional_id, timeout, *words = sys.argv[1:]
CALL_SECONDS = 30

producer = Producer(
    {
        "bootstrap.servers": servers,
        "transactional.id": transactional_id,
        "transaction.timeout.ms": int(timeout),
    }
)
consumer = Consumer({"bootstrap.servers": servers, "group.id": group})
producer.init_transactions(CALL_SECONDS)
for word in words:
    end, count = word.split(":")
    producer.begin_transaction()
    for number in range(int(count)):
        producer.produce(topic, partition=0, key=transactional_id, value=f"{end} {number}")
    producer.flush(CALL_SECONDS)
    if end == "open":
        # A good end of the process would abort it.
        os._exit(0)
    if end == "offsets":
        offsets = [TopicPartition(topic, 0, 10 + number) for number in range(int(count))]
        metadata = consumer.consumer_group_metadata()
        for offset in offsets:
            producer.send_offsets_to_transaction([offset], metadata, CALL_SECONDS)
    if end == "abort":
        producer.abort_transaction(CALL_SECONDS)
    else:
        producer.commit_transaction(CALL_SECONDS)
os._exit(0)
