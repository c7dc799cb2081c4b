import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Members of a group by Kafka's own consumer; member-program.ts says what goes in and out. */
public final class Member implements Runnable, ConsumerRebalanceListener {
    private static final Duration POLL = Duration.ofMillis(100);
    private static volatile boolean isOver = false;

    private final Map<String, String> options;
    private final String name;

    private Member(Map<String, String> options, String name) {
        this.options = options;
        this.name = name;
    }

    public static void main(String[] words) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (String word : words) options.put(word.split("=", 2)[0], word.split("=", 2)[1]);
        List<Thread> members = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(options.get("members")); i += 1) {
            Thread member = new Thread(new Member(options, options.get("name") + "-" + i));
            member.start();
            members.add(member);
        }
        while (System.in.read() != -1) continue;
        isOver = true;
        for (Thread member : members) member.join();
    }

    @Override
    public void run() {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings(), bytes, bytes)) {
            consumer.subscribe(List.of(options.get("topic")), this);
            while (!isOver) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) take(consumer, records);
            }
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(Map.of(
            "bootstrap.servers", options.get("bootstrap"),
            "group.id", options.get("group"),
            "client.id", name,
            "group.protocol", options.get("protocol"),
            "auto.offset.reset", "earliest",
            "enable.auto.commit", false,
            "fetch.max.wait.ms", 200));
        if (options.get("protocol").equals("consumer")) {
            settings.put("group.remote.assignor", options.get("assignor"));
            return settings;
        }
        settings.put("session.timeout.ms", options.get("sessionMs"));
        settings.put("heartbeat.interval.ms", options.get("heartbeatMs"));
        String assignor = options.get("assignor").equals("range") ? "RangeAssignor" : "CooperativeStickyAssignor";
        settings.put("partition.assignment.strategy", "org.apache.kafka.clients.consumer." + assignor);
        return settings;
    }

    private void take(KafkaConsumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        for (TopicPartition at : records.partitions()) {
            List<Long> offsets = records.records(at).stream().map(ConsumerRecord::offset).toList();
            say("\"records\",\"partition\":" + at.partition() + ",\"offsets\":" + offsets);
            next.put(at, new OffsetAndMetadata(offsets.get(offsets.size() - 1) + 1));
        }
        try {
            consumer.commitSync(next);
            next.forEach((at, offset) ->
                say("\"committed\",\"partition\":" + at.partition() + ",\"offset\":" + offset.offset()));
        } catch (KafkaException refused) {
            say("\"refused\",\"message\":\"" + refused.getClass().getSimpleName() + "\"");
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        say("\"assigned\",\"partitions\":" + numbers(partitions));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        say("\"revoked\",\"partitions\":" + numbers(partitions));
    }

    private static String numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(at -> String.valueOf(at.partition()))
            .collect(Collectors.joining(",", "[", "]"));
    }

    private void say(String event) {
        String line = "{\"at\":" + System.currentTimeMillis() + ",\"member\":\"" + name + "\",\"event\":" + event + "}";
        synchronized (System.out) {
            System.out.println(line);
        }
    }
}
