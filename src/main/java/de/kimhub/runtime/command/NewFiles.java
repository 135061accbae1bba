package de.kimhub.runtime.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Files with data of people that a command writes: for nobody else on this machine, and never over another file. */
final class NewFiles {

    private NewFiles() {
    }

    /** Before anybody is asked: what is answered stands in the audit log. */
    static void mustBeNew(CommandLine command, Path file) {
        if (file != null && (Files.exists(file) || !Files.isDirectory(file.toAbsolutePath().getParent()))) {
            throw new ParameterException(command, "Die Datei gibt es schon, oder ihren Ordner nicht: " + file
                    + ". Eine neue nennen.");
        }
    }

    static void write(Path file, byte[] content) throws IOException {
        FileAttribute<?>[] attributes = FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        Files.createFile(file, attributes);
        Files.write(file, content);
    }

    static void write(Path file, String content) throws IOException {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
