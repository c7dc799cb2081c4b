import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.jar.JarFile;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Message;
import org.apache.kafka.common.protocol.ObjectSerializationCache;

/**
 * Reads lines of "message version hex", decodes each with Kafka's own class, encodes it again, and
 * prints a line for each whose bytes differ. Ends with "checked N".
 *
 * java -cp 'LIBS/*' RoundTrip.java LIBS
 */
public class RoundTrip {
    public static void main(String[] arguments) throws Exception {
        Map<String, String> classes = messageClasses(new File(arguments[0]));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        int checked = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ", -1);
            String name = classes.getOrDefault(words[0] + "Data", classes.get(words[0]));
            String finding = name == null ? "Kafka has no such class" : check(name, words);
            if (finding != null) System.out.println(words[0] + " v" + words[1] + ": " + finding + ": " + words[2]);
            checked += 1;
        }
        System.out.println("checked " + checked);
    }

    private static String check(String className, String[] words) {
        short version = Short.parseShort(words[1]);
        byte[] bytes = HexFormat.of().parseHex(words[2]);
        try {
            Message message = (Message) Class.forName(className).getDeclaredConstructor().newInstance();
            ByteBuffer in = ByteBuffer.wrap(bytes);
            message.read(new ByteBufferAccessor(in), version);
            if (in.hasRemaining()) return "Kafka leaves " + in.remaining() + " bytes";
            ObjectSerializationCache cache = new ObjectSerializationCache();
            ByteBuffer out = ByteBuffer.allocate(message.size(cache, version));
            message.write(new ByteBufferAccessor(out), cache, version);
            return Arrays.equals(out.array(), bytes) ? null : "Kafka writes " + HexFormat.of().formatHex(out.array());
        } catch (Exception error) {
            return error.toString();
        }
    }

    /** Generated message classes by simple name. */
    private static Map<String, String> messageClasses(File libraries) throws Exception {
        Map<String, String> classes = new HashMap<>();
        for (File file : libraries.listFiles()) {
            if (!file.getName().matches("kafka-(?!streams).*\\.jar")) continue;
            try (JarFile jar = new JarFile(file)) {
                for (var entry : Collections.list(jar.entries())) {
                    String path = entry.getName();
                    if (!path.matches(".*(/message/|generated/|common/metadata/)[^$]*\\.class")) continue;
                    String name = path.substring(0, path.length() - ".class".length()).replace('/', '.');
                    classes.put(name.substring(name.lastIndexOf('.') + 1), name);
                }
            }
        }
        return classes;
    }
}
