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
    /** Ends a tool where it would have ended the process. */
    private static final class Exited extends RuntimeException {
        Exited() {
            super(null, null, false, false);
        }
    }

    /** The first code that the running tool ended with: some tools catch what ends them. */
    private static Integer exitCode;
    private static final List<Runnable> shutdownHooks = new ArrayList<>();

    public static void main(String[] unused) throws Exception {
        PrintStream answers = System.out;
        Exit.setExitProcedure((code, message) -> exit(code));
        Exit.setHaltProcedure((code, message) -> exit(code));
        Exit.setShutdownHookAdder((name, hook) -> shutdownHooks.add(hook));
        BufferedReader calls = new BufferedReader(new InputStreamReader(System.in));
        for (String line = calls.readLine(); line != null; line = calls.readLine()) {
            answers.println(run(line.split(" ")));
            answers.flush();
        }
    }

    private static void exit(int code) {
        if (exitCode == null) exitCode = code;
        throw new Exited();
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
        int code = 0;
        exitCode = null;
        try {
            Class.forName(text(words[0])).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException thrown) {
            code = 1;
            if (exitCode == null) thrown.getCause().printStackTrace();
        } finally {
            for (Runnable hook : shutdownHooks) hook.run();
            shutdownHooks.clear();
            System.out.flush();
            System.err.flush();
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
        if (exitCode != null) code = exitCode;
        return code + " " + encoded(out) + " " + encoded(err);
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
