import java.io.File;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** A process of a test: takes a lock the way a Java broker does, says so, and waits to be ended. */
public class HoldLock {
    public static void main(String[] arguments) throws Exception {
        FileChannel channel = FileChannel.open(
            new File(arguments[0]).toPath(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        System.out.println(channel.tryLock() == null ? "refused" : "held");
        Thread.sleep(60_000);
    }
}
