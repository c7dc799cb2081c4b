"""Members of a group by confluent-kafka; member-program.ts says what goes in and out."""

import json
import sys
import threading
import time

from confluent_kafka import Consumer, KafkaException, TopicPartition

options = dict(word.split("=", 1) for word in sys.argv[1:])
is_over = threading.Event()
# A member's lines are whole: all threads write to one output.
output = threading.Lock()


def settings(name):
    common = {
        "bootstrap.servers": options["bootstrap"],
        "group.id": options["group"],
        "client.id": name,
        "group.protocol": options["protocol"],
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
        "fetch.wait.max.ms": 200,
        "log_level": 0,
    }
    if options["protocol"] == "consumer":
        return common | {"group.remote.assignor": options["assignor"]}
    return common | {
        "session.timeout.ms": int(options["sessionMs"]),
        "heartbeat.interval.ms": int(options["heartbeatMs"]),
        "partition.assignment.strategy": options["assignor"],
    }


def run(name):
    def say(event, **rest):
        line = json.dumps({"at": time.time() * 1000, "member": name, "event": event, **rest})
        with output:
            print(line, flush=True)

    def assigned(_, partitions):
        say("assigned", partitions=[each.partition for each in partitions])

    def revoked(_, partitions):
        say("revoked", partitions=[each.partition for each in partitions])

    consumer = Consumer(settings(name))
    consumer.subscribe([options["topic"]], on_assign=assigned, on_revoke=revoked, on_lost=revoked)
    while not is_over.is_set():
        read = {}
        for message in consumer.consume(500, 0.1):
            if message.error() is None:
                read.setdefault(message.partition(), []).append(message.offset())
        for partition, offsets in read.items():
            say("records", partition=partition, offsets=offsets)
        if read:
            commit(consumer, read, say)
    consumer.close()


def commit(consumer, read, say):
    topic = options["topic"]
    ends = [TopicPartition(topic, partition, read[partition][-1] + 1) for partition in read]
    try:
        for done in consumer.commit(offsets=ends, asynchronous=False):
            if done.error is None:
                say("committed", partition=done.partition, offset=done.offset)
            else:
                say("refused", message=str(done.error))
    except KafkaException as refused:
        say("refused", message=str(refused))


names = [f"{options['name']}-{index}" for index in range(int(options["members"]))]
members = [threading.Thread(target=run, args=(name,)) for name in names]
for member in members:
    member.start()
sys.stdin.read()
is_over.set()
for member in members:
    member.join()
