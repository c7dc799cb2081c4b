"""Copies a topic to another in transactions, with confluent-kafka (librdkafka).

    copier.py SERVERS FROM TO GROUP TRANSACTIONAL_ID RECORDS TIMEOUT_MS SEED

Each record goes to the partition that it had. A transaction holds up to RECORDS of them and their
offsets; one in ten is aborted on purpose and its records are read again. Ends with 0 when all is
copied that FROM held at the start; with 1 when only a new start can go on.
"""

import random
import signal
import sys

from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition

servers, source, target, group, transactional_id, size, timeout, seed = sys.argv[1:]
dice = random.Random(int(seed))
CALL_SECONDS = 30
# librdkafka 2.16 may wait in send_offsets_to_transaction for ever, whatever its time limit, when
# the broker goes away meanwhile: the alarm ends the program, and it is started again.
LIFE_SECONDS = int(timeout) // 1000 + 10

common = {"bootstrap.servers": servers, "log_level": 0, "reconnect.backoff.max.ms": 500}
producer = Producer(
    common
    | {
        "transactional.id": transactional_id,
        "transaction.timeout.ms": int(timeout),
        "linger.ms": 5,
    }
)
consumer = Consumer(
    common
    | {
        "group.id": group,
        "enable.auto.commit": False,
        "isolation.level": "read_committed",
        "auto.offset.reset": "earliest",
    }
)


def again(call, *arguments):
    """A call that may be made again until it gets through."""
    for attempt in range(100):
        try:
            return call(*arguments)
        except KafkaException as error:
            if not error.args[0].retriable():
                raise
    raise RuntimeError(f"{call} did not get through")


def committed():
    """Where to go on: known only when no older transaction of this id is open any more."""
    found = again(lambda: consumer.committed(partitions, timeout=CALL_SECONDS))
    return [TopicPartition(source, each.partition, max(each.offset, 0)) for each in found]


def copy(messages):
    signal.alarm(LIFE_SECONDS)
    producer.begin_transaction()
    for message in messages:
        producer.produce(target, partition=message.partition(), value=message.value())
        producer.poll(0)
    if dice.random() < 0.1:
        again(producer.flush, CALL_SECONDS)
        again(producer.abort_transaction, CALL_SECONDS)
        return False
    reached = {message.partition(): message.offset() + 1 for message in messages}
    offsets = [TopicPartition(source, *each) for each in reached.items()]
    metadata = consumer.consumer_group_metadata()
    again(producer.send_offsets_to_transaction, offsets, metadata, CALL_SECONDS)
    again(producer.commit_transaction, CALL_SECONDS)
    for partition, offset in reached.items():
        positions[partition] = offset
    return True


def go_back():
    for start in committed():
        positions[start.partition] = start.offset
        consumer.seek(start)


signal.alarm(LIFE_SECONDS)
again(producer.init_transactions, CALL_SECONDS)
topic = again(lambda: consumer.list_topics(source, timeout=CALL_SECONDS)).topics[source]
partitions = [TopicPartition(source, number) for number in topic.partitions]
ends = {
    each.partition: again(lambda: consumer.get_watermark_offsets(each, timeout=CALL_SECONDS))[1]
    for each in partitions
}
starts = committed()
positions = {each.partition: each.offset for each in starts}
consumer.assign(starts)
while any(positions[partition] < end for partition, end in ends.items()):
    messages = [m for m in consumer.consume(int(size), timeout=0.2) if m.error() is None]
    if not messages:
        continue
    try:
        if not copy(messages):
            go_back()
    except KafkaException as error:
        if not error.args[0].txn_requires_abort():
            print(error, file=sys.stderr)
            sys.exit(1)
        again(producer.abort_transaction, CALL_SECONDS)
        go_back()
consumer.close()
