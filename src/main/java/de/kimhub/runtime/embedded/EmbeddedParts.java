package de.kimhub.runtime.embedded;

import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.RuntimeProblem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The database and the broker that a hub brings along. The first process on a data folder has them; another one joins
 * it and leaves them alone at its end.
 */
public final class EmbeddedParts implements AutoCloseable {

    private final FileChannel lockFile;
    private final Optional<EmbeddedDatabase> database;
    private final Optional<EmbeddedBroker> broker;
    private final Optional<BrokerAddress> brokerAddress;
    private final boolean joined;

    private EmbeddedParts(FileChannel lockFile, Optional<EmbeddedDatabase> database, Optional<EmbeddedBroker> broker,
                          Optional<BrokerAddress> brokerAddress, boolean joined) {
        this.joined = joined;
        this.lockFile = lockFile;
        this.database = database;
        this.broker = broker;
        this.brokerAddress = brokerAddress;
    }

    /**
     * Both start at the same time.
     *
     * @param data the hub's data folder
     */
    public static EmbeddedParts open(Path data, boolean withDatabase, boolean withBroker, int brokerPort) {
        FileChannel lockFile = null;
        try {
            OwnerFiles.createFolder(data);
            lockFile = FileChannel.open(data.resolve("hub.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return isFirst(lockFile)
                    ? start(lockFile, data, withDatabase, withBroker, brokerPort)
                    : join(lockFile, data, withDatabase, withBroker);
        } catch (IOException e) {
            throw new HubFailure(RuntimeProblem.DATABASE_START,
                    data + ": the data folder cannot be used. Give the hub's user the right to write there.", e);
        } catch (RuntimeException e) {
            close(lockFile);
            throw e;
        }
    }

    /** Whether a hub is at work on the data folder, in this process or another. */
    public static boolean inUse(Path data) {
        Path lock = data.resolve("hub.lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel lockFile = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return !isFirst(lockFile);
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether another process has the parts, which end with it. */
    public boolean joined() {
        return joined;
    }

    private static boolean isFirst(FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static EmbeddedParts start(FileChannel lock, Path data, boolean withDatabase, boolean withBroker,
                                       int brokerPort) {
        CompletableFuture<Optional<EmbeddedDatabase>> database = CompletableFuture.supplyAsync(
                () -> withDatabase ? Optional.of(EmbeddedDatabase.open(data)) : Optional.empty());
        try {
            Optional<EmbeddedBroker> broker =
                    withBroker ? Optional.of(EmbeddedBroker.open(data, brokerPort)) : Optional.empty();
            return withDatabase(lock, database, broker);
        } catch (CompletionException e) {
            throw e.getCause() instanceof HubFailure failure ? failure : e;
        } catch (HubFailure brokerFailed) {
            database.thenAccept(started -> started.ifPresent(EmbeddedDatabase::close)).join();
            throw brokerFailed;
        }
    }

    private static EmbeddedParts withDatabase(FileChannel lock, CompletableFuture<Optional<EmbeddedDatabase>> database,
                                              Optional<EmbeddedBroker> broker) {
        try {
            return new EmbeddedParts(lock, database.join(), broker, broker.map(EmbeddedBroker::address), false);
        } catch (CompletionException databaseFailed) {
            broker.ifPresent(EmbeddedBroker::close);
            throw databaseFailed;
        }
    }

    private static EmbeddedParts join(FileChannel lock, Path data, boolean withDatabase, boolean withBroker) {
        return new EmbeddedParts(lock,
                withDatabase ? Optional.of(EmbeddedDatabase.join(data)) : Optional.empty(),
                Optional.empty(),
                withBroker ? Optional.of(EmbeddedBroker.join(data)) : Optional.empty(), true);
    }

    public Optional<EmbeddedDatabase> database() {
        return database;
    }

    public Optional<BrokerAddress> broker() {
        return brokerAddress;
    }

    @Override
    public void close() {
        broker.ifPresent(EmbeddedBroker::close);
        database.ifPresent(EmbeddedDatabase::close);
        close(lockFile);
    }

    private static void close(FileChannel lockFile) {
        try {
            if (lockFile != null) {
                lockFile.close();
            }
        } catch (IOException e) {
            throw new HubFailure(RuntimeProblem.DATABASE_START, "The lock of the data folder could not be given back.",
                    e);
        }
    }
}
