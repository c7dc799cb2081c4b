import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/** The transactions of one transactional id with Kafka's own client: session.py says how. */
public final class Session {
    public static void main(String[] words) {
        String topic = words[1];
        String group = words[2];
        String transactionalId = words[3];
        Map<String, Object> settings = Map.of(
            "bootstrap.servers", words[0],
            "transactional.id", transactionalId,
            "transaction.timeout.ms", Integer.parseInt(words[4]),
            // What is sent before a flush is one batch.
            "linger.ms", 1_000);
        StringSerializer text = new StringSerializer();
        KafkaProducer<String, String> producer = new KafkaProducer<>(settings, text, text);
        producer.initTransactions();
        for (String word : List.of(words).subList(5, words.length)) {
            String end = word.split(":")[0];
            int count = Integer.parseInt(word.split(":")[1]);
            producer.beginTransaction();
            List<Long> offsets = new ArrayList<>();
            for (int i = 0; i < count; i += 1) {
                producer.send(new ProducerRecord<>(topic, 0, transactionalId, end + " " + i));
                offsets.add(10L + i);
            }
            producer.flush();
            // A good end of the process would abort it.
            if (end.equals("open")) Runtime.getRuntime().halt(0);
            if (end.equals("offsets")) {
                for (long offset : offsets) {
                    producer.sendOffsetsToTransaction(
                        Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)),
                        new ConsumerGroupMetadata(group));
                }
            }
            if (end.equals("abort")) producer.abortTransaction();
            else producer.commitTransaction();
        }
        Runtime.getRuntime().halt(0);
    }
}
