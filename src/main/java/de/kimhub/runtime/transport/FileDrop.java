package de.kimhub.runtime.transport;

import de.kimhub.delivery.TransportException;
import de.kimhub.runtime.HubHeaders;
import de.kimhub.runtime.RuntimeProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * Lays a file out in two durable steps, for {@code file-deliver}. A file that is no longer in the staging folder was
 * published: the recipient may already have read and deleted it. With {@code unpack} the delivery is an archive whose
 * files are laid out one by one under the delivery's own name; each of them follows the same rule.
 */
public final class FileDrop {

    private Path folder;
    private Path staging;
    private boolean unpack;

    public void setFolder(String folder) {
        this.folder = Path.of(folder);
    }

    /** @param staging empty: {@code .kim-hub} in the folder itself */
    public void setStaging(String staging) {
        this.staging = staging == null || staging.isBlank() ? null : Path.of(staging);
    }

    /** @param unpack {@code true} for deliveries that are archives */
    public void setUnpack(String unpack) {
        this.unpack = Boolean.parseBoolean(unpack);
    }

    public void stage(Exchange exchange) throws TransportException {
        Map<String, byte[]> files = files(exchange);
        try {
            requireFolder();
            Path stagingFolder = Files.createDirectories(stagingFolder());
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                stage(stagingFolder, file.getKey(), file.getValue());
            }
            sync(stagingFolder);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static void stage(Path stagingFolder, String name, byte[] bytes) throws IOException {
        Path half = stagingFolder.resolve(name + ".tmp");
        try (FileChannel file = FileChannel.open(half, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
            file.force(true);
        }
        Files.move(half, stagingFolder.resolve(name), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    public void publish(Exchange exchange) throws TransportException {
        try {
            requireFolder();
            for (String name : files(exchange).keySet()) {
                Path staged = stagingFolder().resolve(name);
                if (Files.exists(staged)) {
                    Files.move(staged, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                }
            }
            sync(folder);
            sync(stagingFolder());
        } catch (AtomicMoveNotSupportedException e) {
            throw new TransportException(RuntimeProblem.STAGING_ELSEWHERE.code(), folder + ": the staging folder "
                    + stagingFolder() + " lies on another file system. Name one beside the folder.", e);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** What was not collected lies in the staging folder again. The answer is whether there was any. */
    public void recall(Exchange exchange) throws TransportException {
        boolean recalled = false;
        try {
            requireFolder();
            Path stagingFolder = Files.createDirectories(stagingFolder());
            for (String name : files(exchange).keySet()) {
                recalled |= recall(folder.resolve(name), stagingFolder.resolve(name));
            }
            sync(folder);
            sync(stagingFolder);
        } catch (IOException e) {
            throw unusable(e);
        }
        exchange.getMessage().setHeader(HubHeaders.RECALLED, recalled);
    }

    private static boolean recall(Path laidOut, Path staged) throws IOException {
        try {
            Files.move(laidOut, staged, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException notLaidOut) {
            return Files.exists(staged);
        }
        return true;
    }

    /** What is staged will never be published. */
    public void discard(Exchange exchange) throws TransportException {
        try {
            for (String name : files(exchange).keySet()) {
                Files.deleteIfExists(stagingFolder().resolve(name));
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** What is laid out, by name; the same in every attempt, since the delivery's bytes are. */
    private Map<String, byte[]> files(Exchange exchange) {
        byte[] bytes = exchange.getMessage().getBody(byte[].class);
        return unpack ? UnpackedFiles.of(name(exchange), bytes) : Map.of(name(exchange), bytes);
    }

    private Path stagingFolder() {
        return staging == null ? folder.resolve(".kim-hub") : staging;
    }

    /** A share that is not mounted must not be written below its mount point. */
    private void requireFolder() throws TransportException {
        if (!Files.isDirectory(folder)) {
            throw unusable(null);
        }
    }

    private static String name(Exchange exchange) {
        String name = exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class);
        if (name == null || !Path.of(name).getFileName().toString().equals(name)) {
            throw new IllegalArgumentException("A delivery's file name is a plain name without folders.");
        }
        return name;
    }

    /** So that the rename itself survives a power cut. Windows has no such call and needs none. */
    private static void sync(Path directory) throws IOException {
        if (java.io.File.separatorChar == '\\') {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private TransportException unusable(IOException cause) {
        return new TransportException(RuntimeProblem.FOLDER_UNUSABLE.code(),
                folder + ": the folder is missing or cannot be written to. Create or mount it and give the hub's user "
                        + "the right to write.", cause);
    }
}
