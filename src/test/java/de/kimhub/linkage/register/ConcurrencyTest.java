package de.kimhub.linkage.register;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.Database;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes with four threads each that see variants of the same new people at the same moment, each time in another
 * order. At full size: {@code -Dlinkage.people=10000 -Dlinkage.repeat=20}.
 */
class ConcurrencyTest {

    private static final int PEOPLE = Integer.getInteger("linkage.people", 400);
    private static final int REPEAT = Integer.getInteger("linkage.repeat", 1);
    private static final int VARIANTS = 5;
    private static final int THREADS = 4;
    private static final int BATCH = 4;

    @RegisterExtension
    final Database together = new Database();

    @RegisterExtension
    final Database alone = new Database();

    @TempDir
    Path folder;

    @Test
    void eight_threads_on_two_processes_make_the_persons_that_one_thread_makes_without_a_deadlock() throws Exception {
        Set<Set<String>> ofOne = openAlone();
        for (int order = 1; order <= REPEAT; order++) {
            Set<Set<String>> ofTwo = openTogether(order);

            assertThat(ofTwo.size()).as("number of persons, order %d", order).isEqualTo(ofOne.size());
            assertThat(ofTwo.equals(ofOne)).as("the same persons, order %d", order).isTrue();
        }
    }

    private Set<Set<String>> openAlone() throws IOException {
        Crowd crowd = new Crowd(alone.dataSource(), folder.resolve("keys"));
        List<Integer> inOrder = IntStream.range(0, PEOPLE * VARIANTS).boxed().toList();
        crowd.open(CrowdWorker.records(PEOPLE, VARIANTS), inOrder, 200);
        return crowd.persons();
    }

    private Set<Set<String>> openTogether(int order) throws IOException, InterruptedException, SQLException,
            ExecutionException {
        Crowd crowd = new Crowd(together.dataSource(), folder.resolve("keys"));
        crowd.clear();
        Process other = start(order);
        CrowdWorker.open(crowd, PEOPLE, VARIANTS, order, 0, 2, THREADS, BATCH);
        assertThat(other.waitFor(30, TimeUnit.MINUTES)).as("the other process ends").isTrue();
        assertThat(other.exitValue()).as(Files.readString(folder.resolve("other.log"))).isZero();
        assertThat(crowd.deadlocks()).isZero();
        return crowd.persons();
    }

    private Process start(int order) throws IOException, SQLException {
        String url;
        try (Connection connection = together.dataSource().getConnection()) {
            url = CrowdWorker.url(connection);
        }
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        File log = folder.resolve("other.log").toFile();
        return new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m", "-cp", classes,
                CrowdWorker.class.getName(), url, folder.resolve("keys").toString(), "" + PEOPLE, "" + VARIANTS, "" + order,
                "1", "2", "" + THREADS, "" + BATCH).redirectErrorStream(true).redirectOutput(log).start();
    }
}
