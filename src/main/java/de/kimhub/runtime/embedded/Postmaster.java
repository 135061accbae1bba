package de.kimhub.runtime.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL process of a data directory, as its {@code postmaster.pid} names it.
 *
 * @param port on which it listens
 */
record Postmaster(ProcessHandle process, int port) {

    private static final String FILE = "postmaster.pid";
    private static final int PORT_LINE = 3;

    /** Empty when none lives; what the dead one left behind is removed then, so that a new one can start. */
    static Optional<Postmaster> of(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        Optional<ProcessHandle> process = lines.isEmpty() ? Optional.empty() : living(lines.getFirst());
        if (process.isEmpty()) {
            Files.deleteIfExists(file);
            return Optional.empty();
        }
        int port = lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0;
        return Optional.of(new Postmaster(process.get(), port));
    }

    /** After a restart of the machine another program may have the number: it is no postmaster. */
    private static Optional<ProcessHandle> living(String number) {
        return ProcessHandle.of(Long.parseLong(number.strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().map(Postmaster::isPostgres).orElse(true));
    }

    private static boolean isPostgres(String command) {
        return Path.of(command).getFileName().toString().startsWith("postgres");
    }
}
