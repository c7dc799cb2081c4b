import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.coordinator.common.runtime.CoordinatorMetadataDelta;
import org.apache.kafka.coordinator.common.runtime.CoordinatorMetadataImage;
import org.apache.kafka.coordinator.group.Utils;
import org.apache.kafka.coordinator.group.api.assignor.ConsumerGroupPartitionAssignor;
import org.apache.kafka.coordinator.group.api.assignor.SubscribedTopicDescriber;
import org.apache.kafka.coordinator.group.api.assignor.SubscriptionType;
import org.apache.kafka.coordinator.group.assignor.RangeAssignor;
import org.apache.kafka.coordinator.group.assignor.UniformAssignor;
import org.apache.kafka.coordinator.group.modern.Assignment;
import org.apache.kafka.coordinator.group.modern.GroupSpecImpl;
import org.apache.kafka.coordinator.group.modern.MemberSubscriptionAndAssignmentImpl;

/**
 * Asks Kafka's own classes what a consumer group's rules say. Reads one question a line as JSON and
 * answers each with one line of JSON.
 */
public final class GroupRules {
    private static final ObjectMapper json = new ObjectMapper();
    private static final Map<String, ConsumerGroupPartitionAssignor> assignors =
        Map.of("uniform", new UniformAssignor(), "range", new RangeAssignor());

    public static void main(String[] unused) throws Exception {
        PrintStream answers = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader questions =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            JsonNode question = json.readTree(line);
            answers.println(json.writeValueAsString(switch (question.get("kind").asText()) {
                case "assign" -> assign(question);
                case "order" -> order(question);
                case "hash" -> hash(question);
                default -> matches(question);
            }));
        }
        answers.flush();
    }

    /** Everything is handed over in the order of the question: where Kafka's loops show it. */
    private static Object assign(JsonNode question) throws Exception {
        Map<Uuid, Integer> counts = new HashMap<>();
        question.get("topics").fields().forEachRemaining(topic ->
            counts.put(Uuid.fromString(topic.getKey()), topic.getValue().asInt()));
        Map<String, MemberSubscriptionAndAssignmentImpl> members = new LinkedHashMap<>();
        Map<Uuid, Map<Integer, String>> owners = new HashMap<>();
        question.get("members").fields().forEachRemaining(member -> {
            Map<Uuid, Set<Integer>> target = partitions(member.getValue().get("target"));
            target.forEach((topic, owned) -> owned.forEach(partition ->
                owners.computeIfAbsent(topic, t -> new HashMap<>()).put(partition, member.getKey())));
            Set<Uuid> topics = new LinkedHashSet<>();
            member.getValue().get("topics").forEach(id -> topics.add(Uuid.fromString(id.asText())));
            JsonNode instance = member.getValue().get("instanceId");
            members.put(member.getKey(), new MemberSubscriptionAndAssignmentImpl(
                Optional.empty(),
                instance.isNull() ? Optional.empty() : Optional.of(instance.asText()),
                topics,
                new Assignment(target)));
        });
        SubscriptionType type = question.get("homogeneous").asBoolean()
            ? SubscriptionType.HOMOGENEOUS : SubscriptionType.HETEROGENEOUS;
        Map<String, Map<String, Set<Integer>>> answer = new TreeMap<>();
        assignors.get(question.get("assignor").asText())
            .assign(new GroupSpecImpl(members, type, owners), describer(counts))
            .members()
            .forEach((memberId, assignment) -> {
                Map<String, Set<Integer>> byTopic = new TreeMap<>();
                assignment.partitions().forEach((topic, owned) ->
                    byTopic.put(topic.toString(), new TreeSet<>(owned)));
                if (!byTopic.isEmpty()) answer.put(memberId, byTopic);
            });
        return answer;
    }

    private static Map<Uuid, Set<Integer>> partitions(JsonNode node) {
        Map<Uuid, Set<Integer>> result = new LinkedHashMap<>();
        node.fields().forEachRemaining(topic -> {
            Set<Integer> owned = new LinkedHashSet<>();
            topic.getValue().forEach(partition -> owned.add(partition.asInt()));
            result.put(Uuid.fromString(topic.getKey()), owned);
        });
        return Collections.unmodifiableMap(result);
    }

    private static SubscribedTopicDescriber describer(Map<Uuid, Integer> counts) {
        return new SubscribedTopicDescriber() {
            @Override
            public int numPartitions(Uuid topicId) {
                return counts.getOrDefault(topicId, -1);
            }

            @Override
            public Set<String> racksForPartition(Uuid topicId, int partition) {
                return Set.of();
            }
        };
    }

    /** The order in which a hash set of these topic ids is walked. */
    private static Object order(JsonNode question) {
        Set<Uuid> ids = new LinkedHashSet<>();
        question.get("ids").forEach(id -> ids.add(Uuid.fromString(id.asText())));
        List<String> order = new ArrayList<>();
        new HashSet<>(ids).forEach(id -> order.add(id.toString()));
        return order;
    }

    private record Topic(String name, Uuid id, List<List<String>> racks)
        implements CoordinatorMetadataImage.TopicMetadata {
        @Override
        public int partitionCount() {
            return racks.size();
        }

        @Override
        public List<String> partitionRacks(int partition) {
            return new ArrayList<>(racks.get(partition));
        }
    }

    private static Object hash(JsonNode question) {
        Map<String, CoordinatorMetadataImage.TopicMetadata> topics = new HashMap<>();
        question.get("topics").forEach(topic -> {
            List<List<String>> racks = new ArrayList<>();
            topic.get("racks").forEach(partition -> {
                List<String> ofPartition = new ArrayList<>();
                partition.forEach(rack -> ofPartition.add(rack.asText()));
                racks.add(ofPartition);
            });
            String name = topic.get("name").asText();
            topics.put(name, new Topic(name, Uuid.fromString(topic.get("id").asText()), racks));
        });
        CoordinatorMetadataImage image = image(topics);
        Map<String, Long> hashes = new HashMap<>();
        topics.keySet().forEach(name -> hashes.put(name, Utils.computeTopicHash(name, image)));
        return String.valueOf(Utils.computeGroupHash(hashes));
    }

    private static CoordinatorMetadataImage image(
        Map<String, CoordinatorMetadataImage.TopicMetadata> topics
    ) {
        return new CoordinatorMetadataImage() {
            @Override
            public Set<Uuid> topicIds() {
                return Set.of();
            }

            @Override
            public Set<String> topicNames() {
                return topics.keySet();
            }

            @Override
            public Optional<TopicMetadata> topicMetadata(String name) {
                return Optional.ofNullable(topics.get(name));
            }

            @Override
            public Optional<TopicMetadata> topicMetadata(Uuid id) {
                return Optional.empty();
            }

            @Override
            public CoordinatorMetadataDelta emptyDelta() {
                return null;
            }

            @Override
            public long version() {
                return 0;
            }

            @Override
            public boolean isEmpty() {
                return topics.isEmpty();
            }
        };
    }

    private static Object matches(JsonNode question) {
        try {
            Pattern pattern = Pattern.compile(question.get("pattern").asText());
            List<String> matching = new ArrayList<>();
            question.get("names").forEach(name -> {
                if (pattern.matcher(name.asText()).matches()) matching.add(name.asText());
            });
            return matching;
        } catch (PatternSyntaxException wrong) {
            return Map.of("problem", wrong.getDescription());
        }
    }
}
