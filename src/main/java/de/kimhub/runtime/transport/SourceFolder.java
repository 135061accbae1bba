package de.kimhub.runtime.transport;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;

/**
 * A folder that a tool exports to, for {@code file-receive}. A tool may replace a file of the same name at any time:
 * what is laid aside is exactly what was read, and a file that changes while it is read is not taken over.
 */
public final class SourceFolder {

    private static final String PATH = "HubSourcePath";
    private static final String STAMP = "HubSourceStamp";
    static final String STAMP_PATTERN = "yyyyMMddHHmmssSSS";
    static final int STAMP_LENGTH = STAMP_PATTERN.length();
    static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern(STAMP_PATTERN);

    private Path doneFolder;

    /** @param doneFolder relative: below the folder of the file */
    public void setDoneFolder(String doneFolder) {
        this.doneFolder = Path.of(doneFolder);
    }

    public void open(Exchange exchange) throws IOException {
        Path path = ((File) exchange.getMessage().getBody(GenericFile.class).getFile()).toPath();
        FileStamp stamp = FileStamp.of(path);
        exchange.setProperty(PATH, path);
        exchange.setProperty(STAMP, stamp);
        exchange.getMessage().setHeader(Exchange.FILE_LENGTH, stamp.size());
        exchange.getMessage().setHeader(Exchange.FILE_LAST_MODIFIED, stamp.modified().toEpochMilli());
        exchange.getMessage().setBody(new UnchangedFileStream(path, stamp));
    }

    public void layAside(Exchange exchange) throws IOException {
        Path path = exchange.getProperty(PATH, Path.class);
        Path folder = Files.createDirectories(path.resolveSibling(doneFolder));
        Path aside = folder.resolve(NOW.format(LocalDateTime.now()) + "-" + path.getFileName());
        try {
            Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException takenAwayMeanwhile) {
            return;
        }
        if (!FileStamp.of(aside).equals(exchange.getProperty(STAMP))) {
            giveBack(aside, path);
        }
    }

    /** A newer file came in between; it is read in its turn. */
    private static void giveBack(Path aside, Path path) throws IOException {
        Path free = Files.exists(path) ? path.resolveSibling(aside.getFileName()) : path;
        Files.move(aside, free, StandardCopyOption.ATOMIC_MOVE);
    }
}
