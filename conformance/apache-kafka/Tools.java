import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.common.utils.Exit;

/**
 * Runs several of Kafka's command line tools in one process: starting Java for each takes a second.
 *
 * Reads one call a line, its words in Base64: class, standard input, arguments. Answers with one
 * line: exit code, then standard output and standard error in Base64. A tool's own exit is caught,
 * and what it left to the end of the process is done at the end of the call.
 */
public final class Tools {
    private static final class Exited extends RuntimeException {
        final int code;

        Exited(int code) {
            super(null, null, false, false);
            this.code = code;
        }
    }

    private static final List<Runnable> shutdownHooks = new ArrayList<>();

    public static void main(String[] unused) throws Exception {
        PrintStream answers = System.out;
        Exit.setExitProcedure((code, message) -> { throw new Exited(code); });
        Exit.setHaltProcedure((code, message) -> { throw new Exited(code); });
        Exit.setShutdownHookAdder((name, hook) -> shutdownHooks.add(hook));
        BufferedReader calls = new BufferedReader(new InputStreamReader(System.in));
        for (String line = calls.readLine(); line != null; line = calls.readLine()) {
            answers.println(run(line.split(" ")));
            answers.flush();
        }
    }

    private static String run(String[] words) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] arguments = new String[words.length - 2];
        for (int i = 0; i < arguments.length; i += 1) arguments[i] = text(words[i + 2]);
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        System.setOut(new PrintStream(out, true));
        System.setErr(new PrintStream(err, true));
        System.setIn(new ByteArrayInputStream(bytes(words[1])));
        int code;
        try {
            Class.forName(text(words[0])).getMethod("main", String[].class).invoke(null, (Object) arguments);
            code = 0;
        } catch (InvocationTargetException thrown) {
            code = codeOf(thrown.getCause());
        } finally {
            for (Runnable hook : shutdownHooks) hook.run();
            shutdownHooks.clear();
            System.out.flush();
            System.err.flush();
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
        return code + " " + encoded(out) + " " + encoded(err);
    }

    private static int codeOf(Throwable thrown) {
        if (thrown instanceof Exited) return ((Exited) thrown).code;
        thrown.printStackTrace();
        return 1;
    }

    private static byte[] bytes(String word) {
        return Base64.getDecoder().decode(word.substring(1));
    }

    private static String text(String word) {
        return new String(bytes(word), StandardCharsets.UTF_8);
    }

    private static String encoded(ByteArrayOutputStream bytes) {
        return "=" + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
