import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes transactions to a topic: server, topic, then words such as commit:5 or abort:3. What stands
 * at the end as open:2 is sent and left open.
 */
public final class Transactions {
    public static void main(String[] words) throws Exception {
        Map<String, Object> settings = Map.of(
            "bootstrap.servers", words[0],
            "transactional.id", "golden-till",
            "compression.type", "lz4");
        StringSerializer text = new StringSerializer();
        KafkaProducer<String, String> producer = new KafkaProducer<>(settings, text, text);
        producer.initTransactions();
        for (int i = 2; i < words.length; i += 1) {
            String end = words[i].split(":")[0];
            int count = Integer.parseInt(words[i].split(":")[1]);
            producer.beginTransaction();
            for (int j = 0; j < count; j += 1) {
                String value = end + " " + i + "." + j;
                producer.send(new ProducerRecord<>(words[1], 0, 1_700_000_000_000L + j, end, value)).get();
            }
            if (end.equals("commit")) producer.commitTransaction();
            if (end.equals("abort")) producer.abortTransaction();
            // An open one is aborted by close(): end the process instead.
            if (end.equals("open")) Runtime.getRuntime().halt(0);
        }
        producer.close();
    }
}
